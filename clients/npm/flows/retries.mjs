// What the client does by itself when a server is busy or restarting, and that it does no harm.
import assert from 'node:assert/strict';
import { rules } from './documents.mjs';
import { withRelay } from './proxy.mjs';
import { clientOf, client, collect, unknownId, uploadInvoice } from './world.mjs';

export const flows = {
  'retry-after-503': async () => {
    let refused = 0;
    const restarting = (request, response) => {
      if (refused++ > 0) return null;
      request.resume();
      response.writeHead(503, { 'Retry-After': '1', 'Content-Type': 'application/json' });
      response.end('{"detail":"The server is starting."}');
      return true;
    };
    const began = Date.now();
    const projects = await withRelay(restarting, (baseURL) => clientOf({ baseURL }).projects.list());
    const waited = Date.now() - began;
    assert.ok(Array.isArray(projects));
    assert.equal(refused, 2, 'one refusal, one success');
    assert.ok(waited >= 950 && waited < 10_000, `waited ${waited} ms`);
  },

  'base-url-shapes': async () => {
    for (const suffix of ['', '/', '//']) {
      const projects = await clientOf({ baseURL: process.env.LLAMA_CLOUD_BASE_URL + suffix }).projects.list();
      assert.ok(projects.length > 0, `base URL ending in '${suffix}'`);
    }
  },
};

/** With calls that only the older client has. */
export const firstWire = {
  // The option means sixty seconds of polling, and reaches the create call as sixty milliseconds.
  'classify-timeout-60': async () => {
    const marked = [{ ...rules[0], description: `${rules[0].description} (${unknownId()})` }];
    const file = await uploadInvoice();
    const attempts = [];
    const busy = (request) => {
      if (request.method !== 'POST') return null;
      attempts.push(request.headers['x-stainless-retry-count']);
      return attempts.length < 3 ? 400 : null;
    };
    const results = await withRelay(busy, (baseURL) =>
      // two retries are the client's own; more of them outlast a machine that is busy by itself
      clientOf({ baseURL, maxRetries: 8 }).classifier.classify({ file_ids: [file], rules: marked }, { timeout: 60 }),
    );
    assert.equal(results.items[0].result.type, 'invoice');
    assert.ok(attempts.length >= 3, `the client gave up waiting and asked again: ${attempts}`);
    const made = (await collect(client.classifier.jobs.list())).filter(
      (job) => job.rules[0].description === marked[0].description,
    );
    assert.deepEqual(made.map((job) => job.id), [results.items[0].classify_job_id], 'one job was made');
  },

  'idempotency-key': async () => {
    const file = await uploadInvoice();
    const headers = { 'Idempotency-Key': unknownId() };
    const params = { file_ids: [file], rules };
    const first = await client.classifier.jobs.create(params, { headers });
    const second = await client.classifier.jobs.create(params, { headers });
    assert.equal(second.id, first.id);
    const other = client.classifier.jobs.create({ file_ids: [file], rules: rules.slice(1) }, { headers });
    await assert.rejects(other, { status: 422 });
    const unmarked = await client.classifier.jobs.create(params);
    assert.notEqual(unmarked.id, first.id);
  },
};
