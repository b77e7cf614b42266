// The shortest program over @llamaindex/llama-cloud up to 2.15.0, first wire: prints what kind of document a file is.
import LlamaCloud from '@llamaindex/llama-cloud';
import fs from 'node:fs';

const client = new LlamaCloud({
  apiKey: process.env.LLAMA_CLOUD_API_KEY,
  baseURL: process.env.LLAMA_CLOUD_BASE_URL, // the one line
});
const file = await client.files.create({ file: fs.createReadStream(process.argv[2]), purpose: 'classify' });
const results = await client.classifier.classify({
  file_ids: [file.id],
  rules: [{ type: 'invoice', description: 'asks for payment and states a total due' }],
});
for (const item of results.items) console.log(item.result?.type);
