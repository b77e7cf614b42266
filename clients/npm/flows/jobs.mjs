// Jobs: create, watch, read, list, and the one call that does it all.
import { PollingError } from '#client/core/polling';
import assert from 'node:assert/strict';
import { letterText, noise, rules } from './documents.mjs';
import { brisk, client, collect, unknownId, upload, uploadInvoice } from './world.mjs';

export const flows = {
  'job-create': async () => {
    const job = await client.classifier.jobs.create({ file_ids: [await uploadInvoice()], rules });
    assert.match(job.id, /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/);
    assert.equal(job.status, 'PENDING');
    assert.equal(job.mode, 'FAST');
    assert.deepEqual(job.rules, rules);
    assert.deepEqual(job.parsing_configuration, { lang: 'en', max_pages: 5, target_pages: null });
    assert.equal(job.error_message, null);
    const full = await client.classifier.jobs.create({
      file_ids: [await uploadInvoice()],
      rules,
      mode: 'MULTIMODAL',
      parsing_configuration: { lang: 'de', max_pages: null, target_pages: [0] },
    });
    assert.equal(full.mode, 'MULTIMODAL');
    assert.deepEqual(full.parsing_configuration, { lang: 'de', max_pages: null, target_pages: [0] });
  },

  'job-wait-and-results': async () => {
    const ids = [await uploadInvoice(), await upload(letterText, 'letter.txt')];
    const job = await client.classifier.jobs.create({ file_ids: ids, rules });
    const early = await client.classifier.jobs.getResults(job.id);
    assert.deepEqual(early.items.map((item) => item.file_id), ids, 'an item for each file from the start');
    const done = await client.classifier.jobs.waitForCompletion(job.id, {}, brisk);
    assert.equal(done.status, 'SUCCESS');
    assert.equal(done.id, job.id);
    const again = await client.classifier.jobs.get(job.id);
    assert.deepEqual(again, done);
    const results = await client.classifier.jobs.getResults(job.id);
    assert.deepEqual(results.items.map((item) => item.file_id), ids);
    assert.deepEqual(results.items.map((item) => item.id), early.items.map((item) => item.id));
    assert.equal(results.items[0].result.type, 'invoice');
    assert.equal(results.items[1].result.type, null);
    for (const { result } of results.items) {
      assert.ok(result.confidence >= 0 && result.confidence <= 1);
      assert.ok(result.reasoning.length > 0);
    }
    assert.equal(results.next_page_token, null);
    assert.equal(results.total_size, 2);
  },

  'job-in-project': async () => {
    const [project] = await client.projects.list();
    const scope = { project_id: project.id, organization_id: project.organization_id };
    const results = await client.classifier.classify({ file_ids: [await uploadInvoice()], rules, ...scope }, brisk);
    assert.equal(results.items[0].result.type, 'invoice');
    const job = await client.classifier.jobs.get(results.items[0].classify_job_id, { project_id: project.id });
    assert.equal(job.project_id, project.id);
  },

  'job-project-null': async () => {
    const nowhere = { project_id: null, organization_id: null };
    const job = await client.classifier.jobs.create({ file_ids: [await uploadInvoice()], rules, ...nowhere });
    assert.equal((await client.classifier.jobs.get(job.id, nowhere)).id, job.id);
  },

  'job-list': async () => {
    const file = await uploadInvoice();
    const ids = [];
    for (let i = 0; i < 5; i++) {
      ids.unshift((await client.classifier.jobs.create({ file_ids: [file], rules })).id);
    }
    const listed = (await collect(client.classifier.jobs.list({ page_size: 2 }))).map((job) => job.id);
    assert.deepEqual(listed.slice(0, 5), ids, 'newest first over three pages');
    assert.equal(new Set(listed).size, listed.length, 'no job twice');
    const page = await client.classifier.jobs.list({ page_size: 2 });
    assert.ok(page.hasNextPage());
    assert.deepEqual((await page.getNextPage()).items.map((job) => job.id), ids.slice(2, 4));
  },

  'classify': async () => {
    const id = await uploadInvoice();
    const results = await client.classifier.classify({ file_ids: [id, id], rules });
    assert.deepEqual(results.items.map((item) => item.file_id), [id, id]);
    assert.deepEqual(results.items.map((item) => item.result.type), ['invoice', 'invoice']);
    assert.notEqual(results.items[0].id, results.items[1].id);
  },

  'classify-partial': async () => {
    const [good, bad] = [await uploadInvoice(), await upload(noise, 'noise.bin')];
    const results = await client.classifier.classify({ file_ids: [bad, good], rules }, brisk);
    assert.equal(results.items[0].result, null);
    assert.equal(results.items[1].result.type, 'invoice');
    const job = await client.classifier.jobs.get(results.items[0].classify_job_id);
    assert.equal(job.status, 'PARTIAL_SUCCESS');
    assert.match(job.error_message, /^1 of 2 files failed: /);
    assert.ok(job.error_message.includes(bad.replace('dfl-', '')));
  },

  'classify-error': async () => {
    const bad = await upload(noise, 'noise.bin');
    const failed = await client.classifier.classify({ file_ids: [bad], rules }, brisk).catch((error) => error);
    assert.ok(failed instanceof PollingError, `a PollingError, not ${failed}`);
    assert.match(failed.message, /failed with status: ERROR \| Error: 1 of 1 files? failed: /);
  },

  'classify-cancelled': async () => {
    const ids = [];
    for (let i = 0; i < 40; i++) ids.push(await upload(`Letter number ${i}\nDear aunt Rosa,\n`, `letter-${i}.txt`));
    // one that ends before it is cancelled is no scenario; the next has more to do
    for (let size = 40; ; size += 40) {
      const marked = [{ ...rules[0], description: `${rules[0].description} (${unknownId()})` }];
      const job = await client.classifier.jobs.create({ file_ids: ids.slice(0, size), rules: marked });
      const done = client.classifier.jobs.waitForCompletion(job.id, {}, brisk).catch((error) => error);
      const cancelled = await client.post(`/api/taxon/jobs/${job.id}/cancel`).catch((error) => error);
      if (cancelled.status !== 'CANCELLED') {
        await done;
        for (let i = size; i < size + 40; i++) ids.push(await upload(`Letter number ${i}\nDear aunt Rosa,\n`, `letter-${i}.txt`));
        continue;
      }
      const failed = await done;
      assert.ok(failed instanceof PollingError, `a PollingError, not ${failed}`);
      assert.match(failed.message, /CANCELLED/);
      assert.equal((await client.classifier.jobs.getResults(job.id)).items.length, size);
      return;
    }
  },

  'job-of-unknown-project': async () => {
    const elsewhere = { project_id: unknownId() };
    const file = await uploadInvoice();
    await assert.rejects(client.classifier.jobs.create({ file_ids: [file], rules, ...elsewhere }), {
      status: 404,
      error: { detail: 'Project not found' },
    });
  },
};
