"""The shortest program over llama_cloud 2.x: prints what kind of document a file is."""
import os
import sys

from llama_cloud import LlamaCloud

client = LlamaCloud(
    api_key=os.environ["LLAMA_CLOUD_API_KEY"],
    base_url=os.environ["LLAMA_CLOUD_BASE_URL"],  # the one line
)
with open(sys.argv[1], "rb") as document:
    file = client.files.create(file=document, purpose="classify")
job = client.classify.run(
    file_input=file.id,
    configuration={"rules": [{"type": "invoice", "description": "asks for payment and states a total due"}]},
)
print(job.result.type)
