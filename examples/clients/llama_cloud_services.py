"""The shortest program over llama-cloud-services on llama_cloud 0.1: prints what kind of document a file is."""
import os
import sys

from llama_cloud.types import ClassifierRule
from llama_cloud_services.beta.classifier.client import LlamaClassify

classifier = LlamaClassify.from_api_key(
    os.environ["LLAMA_CLOUD_API_KEY"],
    base_url=os.environ["LLAMA_CLOUD_BASE_URL"],  # the one line
)
results = classifier.classify(
    [ClassifierRule(type="invoice", description="asks for payment and states a total due")],
    [sys.argv[1]],
)
for item in results.items:
    print(item.result and item.result.type)
