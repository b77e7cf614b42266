#!/bin/sh
# The official command line, or Taxon's own of the same name: prints the type of one file.
set -eu
llp="${LLP:-llp} --base-url $LLAMA_CLOUD_BASE_URL" # the one line; LLAMA_CLOUD_BASE_URL alone does as well

file=$($llp files create --file "$1" --purpose classify --transform id --format json | tr -d '"')
job=$($llp classify create --file-input "$file" --transform id --format json \
  --configuration '{rules: [{type: invoice, description: asks for payment and states a total due}]}' | tr -d '"')
until $llp classify get --job-id "$job" --transform status --format json | grep -q -e COMPLETED -e FAILED; do
  sleep 1
done
$llp classify get --job-id "$job" --transform result.type --format json
