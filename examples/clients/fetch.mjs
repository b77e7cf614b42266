// Without a client: prints what kind of document a file is. Needs Node 20 or newer and no package.
import { openAsBlob } from 'node:fs';
import { basename } from 'node:path';

const base = process.env.LLAMA_CLOUD_BASE_URL; // the one line
const headers = { Authorization: `Bearer ${process.env.LLAMA_CLOUD_API_KEY}` };

async function call(path, options) {
  const response = await fetch(base + path, options);
  if (!response.ok) throw new Error(`${path} answered ${response.status}: ${await response.text()}`);
  return response.json();
}

const form = new FormData();
form.append('file', await openAsBlob(process.argv[2]), basename(process.argv[2]));
form.append('purpose', 'classify');
const file = await call('/api/v1/beta/files', { method: 'POST', headers, body: form });

const rules = [{ type: 'invoice', description: 'asks for payment and states a total due' }];
const body = JSON.stringify({ file_input: file.id, configuration: { rules } });
const json = { ...headers, 'Content-Type': 'application/json' };
let job = await call('/api/v2/classify', { method: 'POST', headers: json, body });
while (job.status === 'PENDING') {
  await new Promise((resolve) => setTimeout(resolve, 200));
  job = await call(`/api/v2/classify/${job.id}`, { headers });
}
console.log(job.result ? job.result.type : job.error_message);
