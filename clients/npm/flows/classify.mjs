// The second wire: one document a job; create, watch, list, cancel, and the one call that does it all.
import { toFile } from '#client';
import { PollingError } from '#client/core/polling';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import { invoicePdf, invoiceText, letterText, noise, rules } from './documents.mjs';
import { brisk, client, collect, invoicePath, unknownId, upload, uploadInvoice } from './world.mjs';

const configuration = { rules };

export const flows = {
  'v2-run': async () => {
    const job = await client.classify.run({ file_input: await uploadInvoice(), configuration });
    assert.equal(job.status, 'COMPLETED');
    assert.equal(job.result.type, 'invoice');
    assert.ok(job.result.confidence > 0 && job.result.confidence <= 1);
    assert.ok(job.result.reasoning.length > 0);
  },

  'v2-run-none': async () => {
    const job = await client.classify.run({ file_input: await upload(letterText, 'letter.txt'), configuration }, brisk);
    assert.equal(job.result.type, null, 'that no rule fits is a result');
    assert.ok(job.result.reasoning.length > 0);
  },

  'v2-run-failed': async () => {
    const failed = await client.classify
      .run({ file_input: await upload(noise, 'noise.bin'), configuration }, brisk)
      .catch((error) => error);
    assert.ok(failed instanceof PollingError, `a PollingError, not ${failed}`);
    assert.match(failed.message, /failed with status: FAILED \| Error: [A-Z_]+: /);
  },

  'v2-run-in-project': async () => {
    const [project] = await client.projects.list();
    const scope = { project_id: project.id, organization_id: project.organization_id };
    const job = await client.classify.run({ file_input: await uploadInvoice(), configuration, ...scope }, brisk);
    assert.equal(job.project_id, project.id);
  },

  'v2-create-get': async () => {
    const file = await uploadInvoice();
    const job = await client.classify.create({
      file_input: file,
      configuration: { rules, mode: 'FAST', parsing_configuration: { lang: 'de', target_pages: '1', max_pages: 3 } },
    });
    assert.match(job.id, /^clj-[0-9a-f-]{36}$/);
    assert.equal(job.file_input, file);
    assert.equal(job.document_input_type, 'file_id');
    assert.deepEqual(job.configuration.rules, rules);
    const done = await client.classify.waitForCompletion(job.id, undefined, brisk);
    assert.deepEqual(await client.classify.get(job.id), done);
  },

  // The documentation's own loop, which takes everything but PENDING for the end.
  'v2-documentation-loop': async () => {
    let job = await client.classify.create({ file_id: await uploadInvoice(), configuration });
    while (job.status === 'PENDING') {
      await new Promise((resolve) => setTimeout(resolve, 50));
      job = await client.classify.get(job.id);
    }
    assert.ok(job.result, `no result at ${job.status}`);
    assert.equal(job.result.type, 'invoice');
  },

  'v2-list': async () => {
    const file = await uploadInvoice();
    const jobs = [];
    for (let i = 0; i < 5; i++) jobs.unshift(await client.classify.create({ file_input: file, configuration }));
    const ids = jobs.map((job) => job.id);
    const all = await collect(client.classify.list({ page_size: 2, job_ids: ids }));
    assert.deepEqual(all.map((job) => job.id), ids, 'three pages, newest first, each job once');
    const [from, to] = [jobs[3].created_at, jobs[1].created_at];
    const between = client.classify.list({ created_at_on_or_after: from, created_at_on_or_before: to, job_ids: ids });
    assert.deepEqual((await collect(between)).map((job) => job.id), ids.slice(1, 4));
    await Promise.all(ids.map((id) => client.classify.waitForCompletion(id, undefined, brisk)));
    const done = await collect(client.classify.list({ status: 'COMPLETED', job_ids: [...ids, unknownId()] }));
    assert.deepEqual(done.map((job) => job.id), ids);
  },

  'v2-cancel': async () => {
    const job = await client.classify.create({ file_input: await uploadInvoice(), configuration });
    const answer = await client.classify.cancel(job.id).catch((error) => error);
    if (answer instanceof Error) {
      // it was done before
      assert.equal(answer.status, 400);
      assert.match(answer.error.detail, /^Cannot cancel a classify job with status COMPLETED$/);
      return;
    }
    assert.equal(answer.status, 'CANCELLED');
    assert.equal(answer.result, null);
    assert.equal((await client.classify.get(job.id)).status, 'CANCELLED');
  },

  'v2-transaction-id': async () => {
    const params = { file_input: await uploadInvoice(), configuration, transaction_id: unknownId() };
    const [first, second] = await Promise.all([client.classify.create(params), client.classify.create(params)]);
    assert.equal(second.id, first.id);
    assert.equal(first.transaction_id, params.transaction_id);
  },

  'v2-file-forms': async () => {
    const forms = {
      stream: fs.createReadStream(invoicePath),
      buffer: await toFile(invoicePdf, 'from-memory.pdf'),
      blob: await toFile(new Blob([invoiceText]), 'invoice.txt'),
      file: new File([invoiceText], 'invoice.txt'),
      response: new Response(invoiceText),
    };
    for (const [form, file] of Object.entries(forms)) {
      const { id } = await client.files.create({ file, purpose: 'classify' });
      const job = await client.classify.run({ file_input: id, configuration }, brisk);
      assert.equal(job.result.type, 'invoice', form);
    }
  },

  'v2-id-forms': async () => {
    const id = await uploadInvoice();
    for (const input of [{ file_input: id.replace('dfl-', '') }, { file_id: id }, { file_input: id, file_id: id }]) {
      const job = await client.classify.run({ ...input, configuration }, brisk);
      assert.equal(job.result.type, 'invoice', JSON.stringify(input));
    }
  },

  'v2-wait': async () => {
    const job = await client.classify.create(
      { file_input: await uploadInvoice(), configuration },
      { query: { wait: 30 } },
    );
    assert.equal(job.result.type, 'invoice', 'the first answer has the result');
  },
};
