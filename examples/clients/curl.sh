#!/bin/sh
# With curl alone: prints the job of one file, its result in it. Taxon's own wait=30 spares the polling.
set -eu
base=$LLAMA_CLOUD_BASE_URL # the one line
auth="Authorization: Bearer $LLAMA_CLOUD_API_KEY"

file=$(curl -fsS "$base/api/v1/beta/files" -H "$auth" -F purpose=classify -F "file=@$1" |
  sed 's/.*"id":"\([^"]*\)".*/\1/')
curl -fsS "$base/api/v2/classify?wait=30" -H "$auth" -H 'Content-Type: application/json' -d '{
  "file_input": "'"$file"'",
  "configuration": {"rules": [{"type": "invoice", "description": "asks for payment and states a total due"}]}
}'
