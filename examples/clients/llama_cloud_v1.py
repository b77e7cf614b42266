"""The shortest program over llama_cloud 1.x and 2.x up to 2.4.1, first wire: prints what kind of document a file is."""
import os
import sys

from llama_cloud import LlamaCloud

client = LlamaCloud(
    api_key=os.environ["LLAMA_CLOUD_API_KEY"],
    base_url=os.environ["LLAMA_CLOUD_BASE_URL"],  # the one line
)
with open(sys.argv[1], "rb") as document:
    file = client.files.create(file=document, purpose="classify")
results = client.classifier.classify(
    file_ids=[file.id],
    rules=[{"type": "invoice", "description": "asks for payment and states a total due"}],
)
for item in results.items:
    print(item.result and item.result.type)
