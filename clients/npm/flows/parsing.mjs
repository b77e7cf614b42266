// Reading as the input of a classification.
import assert from 'node:assert/strict';
import { invoiceText, rules } from './documents.mjs';
import { brisk, client, collect, upload } from './world.mjs';

const how = { tier: 'fast', version: 'latest' };

export const flows = {
  'parse-file': async () => {
    const job = await client.parsing.create({ ...how, file_id: await upload(invoiceText, 'invoice.txt') });
    assert.match(job.id, /^pjb-/);
    const done = await client.parsing.waitForCompletion(job.id, { expand: ['text', 'text_full'] }, brisk);
    assert.equal(done.job.status, 'COMPLETED');
    assert.equal(done.text.pages[0].page_number, 1);
    assert.match(done.text_full, /Total due: 434\.00/);
    const listed = await collect(client.parsing.list({ job_ids: [job.id] }));
    assert.deepEqual(listed.map((one) => one.id), [job.id]);
  },

  'parse-upload': async () => {
    const job = await client.parsing.create({ ...how, upload_file: new File([invoiceText], 'invoice.txt') });
    const done = await client.parsing.waitForCompletion(job.id, { expand: ['text_full'] }, brisk);
    assert.match(done.text_full, /Total due: 434\.00/);
  },

  'parse-then-classify': async () => {
    const parse = await client.parsing.create({ ...how, file_id: await upload(invoiceText, 'invoice.txt') });
    const job = await client.classify.run({ file_input: parse.id, configuration: { rules } }, brisk);
    assert.equal(job.document_input_type, 'parse_job_id');
    assert.equal(job.parse_job_id, parse.id);
    assert.equal(job.result.type, 'invoice');
  },

  'parse-text-of-classification': async () => {
    const file = await upload(invoiceText, 'invoice.txt');
    const job = await client.classify.run({ file_input: file, configuration: { rules } }, brisk);
    const { text_full: text } = await client.parsing.get(job.parse_job_id, { expand: ['text_full'] });
    assert.match(text, /Total due: 434\.00/);
  },
};

/** What only the newer client has. */
export const newer = {
  'parse-delete': async () => {
    const job = await client.parsing.create({ ...how, file_id: await upload(invoiceText, 'invoice.txt') });
    await client.parsing.waitForCompletion(job.id, {}, brisk);
    assert.equal((await client.parsing.delete(job.id)).id, job.id);
    await assert.rejects(client.parsing.get(job.id), { status: 404, error: { detail: 'Parse job not found' } });
    const versions = await client.parsing.listVersions();
    assert.ok(versions.latest.fast.length > 0);
  },
};
