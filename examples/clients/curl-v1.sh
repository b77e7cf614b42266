#!/bin/sh
# With curl alone, first wire, as programs for the hosted service poll: prints the results of one file.
set -eu
base=$LLAMA_CLOUD_BASE_URL # the one line
auth="Authorization: Bearer $LLAMA_CLOUD_API_KEY"

id() {
  sed 's/^[^}]*"id":"\([^"]*\)".*/\1/'
}

file=$(curl -fsS "$base/api/v1/files" -H "$auth" -F "upload_file=@$1" | id)
job=$(curl -fsS "$base/api/v1/classifier/jobs" -H "$auth" -H 'Content-Type: application/json' -d '{
  "file_ids": ["'"$file"'"],
  "rules": [{"type": "invoice", "description": "asks for payment and states a total due"}]
}' | id)
while curl -fsS "$base/api/v1/classifier/jobs/$job" -H "$auth" | grep -q '"status":"PENDING"'; do
  sleep 1
done
curl -fsS "$base/api/v1/classifier/jobs/$job/results" -H "$auth"
