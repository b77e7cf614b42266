"""Without a client: prints what kind of document a file is. Needs Python 3.9 or newer and no package."""
import json
import os
import sys
import time
import urllib.request
import uuid

BASE = os.environ["LLAMA_CLOUD_BASE_URL"]  # the one line
KEY = os.environ["LLAMA_CLOUD_API_KEY"]


def call(path, body=None, content_type="application/json"):
    headers = {"Authorization": "Bearer " + KEY}
    if body is not None:
        headers["Content-Type"] = content_type
    with urllib.request.urlopen(urllib.request.Request(BASE + path, body, headers)) as answer:
        return json.load(answer)


def form(path):
    mark = uuid.uuid4().hex
    name = os.path.basename(path)
    with open(path, "rb") as document:
        content = document.read()
    head = '--%s\r\nContent-Disposition: form-data; name="%s"%s\r\n\r\n'
    return (
        (head % (mark, "purpose", "") + "classify\r\n").encode()
        + (head % (mark, "file", '; filename="%s"' % name)).encode()
        + content
        + ("\r\n--%s--\r\n" % mark).encode(),
        "multipart/form-data; boundary=" + mark,
    )


file = call("/api/v1/beta/files", *form(sys.argv[1]))
rules = [{"type": "invoice", "description": "asks for payment and states a total due"}]
request = {"file_input": file["id"], "configuration": {"rules": rules}}
job = call("/api/v2/classify", json.dumps(request).encode())
while job["status"] == "PENDING":
    time.sleep(0.2)
    job = call("/api/v2/classify/" + job["id"])
print(job["result"]["type"] if job["result"] else job["error_message"])
