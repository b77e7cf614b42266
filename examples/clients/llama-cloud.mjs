// The shortest program over @llamaindex/llama-cloud 2.x: prints what kind of document a file is.
import LlamaCloud from '@llamaindex/llama-cloud';
import fs from 'node:fs';

const client = new LlamaCloud({
  apiKey: process.env.LLAMA_CLOUD_API_KEY,
  baseURL: process.env.LLAMA_CLOUD_BASE_URL, // the one line
});
const file = await client.files.create({ file: fs.createReadStream(process.argv[2]), purpose: 'classify' });
const job = await client.classify.run({
  file_input: file.id,
  configuration: { rules: [{ type: 'invoice', description: 'asks for payment and states a total due' }] },
});
console.log(job.result.type);
