// The calls of the n8n node 6.7.2, made by hand: it is no program that can be run here.
import assert from 'node:assert/strict';
import { invoicePdf, letterText, rules } from './documents.mjs';
import { apiKey, baseURL } from './world.mjs';

export const flows = {
  'n8n-credential-test': async () => {
    assert.ok(Array.isArray(await call('GET', '/api/v1/projects')));
    const wrong = await fetch(`${baseURL}/api/v1/projects`, { headers: { Authorization: 'Bearer wrong' } });
    assert.equal(wrong.status, 401);
  },

  'n8n-classify': async () => {
    const job = await classified(invoicePdf, 'a.pdf', (id) => ({ file_input: id, configuration: { rules } }));
    assert.equal(job.result.type, 'invoice');
  },

  // The node throws when there is no result, so that nothing fits must be one.
  'n8n-classify-none': async () => {
    const job = await classified(letterText, 'a.txt', (id) => ({ file_input: id, configuration: { rules } }));
    assert.notEqual(job.result, null);
    assert.equal(job.result.type, null);
  },

  'n8n-classify-bare-id': async () => {
    const bare = (id) => ({ file_input: id.replace('dfl-', ''), configuration: { rules } });
    assert.equal((await classified(invoicePdf, 'a.pdf', bare)).result.type, 'invoice');
  },
};

/** Uploads with the purpose behind the file, creates, and asks at once, then after 1 s · 1.5ⁿ up to 5 s. */
async function classified(content, name, body) {
  const form = new FormData();
  form.append('file', new File([content], name));
  form.append('purpose', 'parse');
  const file = await call('POST', '/api/v1/beta/files', form);
  let job = await call('POST', '/api/v2/classify', JSON.stringify(body(file.id)));
  for (let pause = 1000; ; pause = Math.min(pause * 1.5, 5000)) {
    job = await call('GET', `/api/v2/classify/${job.id}`);
    if (job.status === 'COMPLETED') return job;
    assert.notEqual(job.status, 'FAILED', job.error_message);
    await new Promise((resolve) => setTimeout(resolve, pause));
  }
}

async function call(method, path, body) {
  const headers = { Authorization: `Bearer ${apiKey}` };
  if (typeof body === 'string') headers['Content-Type'] = 'application/json';
  const response = await fetch(baseURL + path, { method, headers, body });
  assert.ok(response.ok, `${method} ${path} answered ${response.status}: ${response.ok ? '' : await response.text()}`);
  return response.json();
}
