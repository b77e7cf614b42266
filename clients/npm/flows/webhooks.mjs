// Webhooks: kept under an id or named by a job, and what then arrives at a receiver on this machine.
import assert from 'node:assert/strict';
import { createHmac, timingSafeEqual } from 'node:crypto';
import { invoiceText, letterText, noise, rules } from './documents.mjs';
import { withReceiver } from './receiver.mjs';
import { brisk, client, unknownId, upload, uploadInvoice } from './world.mjs';

const configuration = { rules };
const secret = 'correct-horse';
const success = { webhook_events: ['classify.success'] };
const elsewhere = 'https://hooks.example.org/taxon';

export const flows = {
  'webhook-configs': async () => {
    const made = await client.webhookConfigs.create({
      webhook_url: elsewhere,
      webhook_events: ['classify.success', 'parse.error'],
      webhook_headers: { 'X-Queue': 'intake' },
      webhook_output_format: 'json',
      webhook_signing_secret: secret,
    });
    assert.match(made.id, /^whc-[0-9a-f-]{36}$/);
    assert.equal(made.webhook_url, elsewhere);
    assert.deepEqual(made.webhook_events, ['classify.success', 'parse.error']);
    assert.deepEqual(made.webhook_headers, { 'X-Queue': 'intake' });
    assert.equal(made.webhook_output_format, 'json');
    assert.equal(made.tenant_type, 'project');
    assert.equal(made.has_secret, true);
    assert.ok(!JSON.stringify(made).includes(secret), 'a secret is not shown again');
    assert.deepEqual(await client.webhookConfigs.retrieve(made.id), made);
    await client.webhookConfigs.delete(made.id);
    await assert.rejects(client.webhookConfigs.retrieve(made.id), {
      status: 404,
      error: { detail: `Webhook configuration ${made.id} not found` },
    });
  },

  'webhook-configs-update': async () => {
    const made = await client.webhookConfigs.create({ webhook_url: elsewhere, webhook_signing_secret: secret });
    const moved = await client.webhookConfigs.update(made.id, { webhook_url: `${elsewhere}/2` });
    assert.equal(moved.webhook_url, `${elsewhere}/2`);
    assert.deepEqual([moved.id, moved.created_at, moved.has_secret], [made.id, made.created_at, true]);
    const all = await client.webhookConfigs.update(made.id, { webhook_events: ['classify.error'] });
    assert.deepEqual([all.webhook_url, all.webhook_events], [`${elsewhere}/2`, ['classify.error']]);
    const open = await client.webhookConfigs.update(made.id, { webhook_signing_secret: null });
    assert.equal(open.has_secret, false);
    assert.deepEqual(await client.webhookConfigs.retrieve(made.id), open);
  },

  'webhook-configs-list': async () => {
    const made = [];
    for (let i = 0; i < 3; i++) made.unshift(await client.webhookConfigs.create({ webhook_url: `${elsewhere}/${i}` }));
    const all = await client.webhookConfigs.list();
    assert.ok(Array.isArray(all), 'an array as it is, which no client pages through');
    // the other client makes some at the same time
    const ours = (some) => some.filter((one) => made.some(({ id }) => id === one.id));
    assert.deepEqual(ours(all), made, 'newest first');
    const [project] = await client.projects.list();
    const scope = { project_id: project.id, organization_id: project.organization_id };
    assert.deepEqual(ours(await client.webhookConfigs.list(scope)), made);
    assert.equal(made[0].tenant_id, project.id);
  },

  'webhook-configs-refused': async () => {
    const wrong = [
      { webhook_url: 'ftp://hooks.example.org' },
      { webhook_url: elsewhere, webhook_events: [] },
      { webhook_url: elsewhere, webhook_events: ['classify.done'] },
      { webhook_url: elsewhere, webhook_output_format: 'xml' },
    ];
    for (const body of wrong) {
      await assert.rejects(client.webhookConfigs.create(body), { status: 422 }, JSON.stringify(body));
    }
    const metadata = await client.webhookConfigs.create({ webhook_url: 'http://169.254.169.254/' }).catch((e) => e);
    assert.equal(metadata.status, 422, 'an address that is never reached');
    const file = await uploadInvoice();
    const unknown = [`whc-${unknownId()}`];
    await assert.rejects(
      client.classify.create({ file_input: file, configuration, webhook_configuration_ids: unknown }),
      { status: 404, error: { detail: `Webhook configuration ${unknown[0]} not found` } },
    );
  },

  'webhook-json': async () => {
    await withReceiver(async (receiver) => {
      const job = await client.classify.create({
        file_input: await uploadInvoice(),
        configuration,
        transaction_id: unknownId(),
        webhook_configurations: [
          {
            ...success,
            webhook_url: receiver.url,
            webhook_headers: { 'X-Queue': 'intake' },
            webhook_output_format: 'json',
            webhook_signing_secret: secret,
          },
        ],
      });
      const [told] = await receiver.posts(1);
      assert.equal(told.headers['content-type'], 'application/json');
      assert.equal(told.headers['x-queue'], 'intake');
      assertSigned(told);
      const { event_id: id, event_type: type, timestamp, data } = JSON.parse(told.body);
      assert.equal(told.headers['x-webhook-event-id'], id);
      assert.equal(told.headers['x-webhook-event-type'], type);
      assert.equal(type, 'classify.success');
      assert.ok(Math.abs(Date.now() / 1000 - timestamp) < 600, 'seconds since 1970');
      const done = await client.classify.get(job.id);
      assert.deepEqual([data.id, data.job_id, data.status], [job.id, job.id, 'COMPLETED']);
      assert.deepEqual(data.result, done.result);
      assert.deepEqual([data.project_id, data.transaction_id], [job.project_id, job.transaction_id]);
    });
  },

  'webhook-string': async () => {
    await withReceiver(async (receiver) => {
      const webhook = { ...success, webhook_url: receiver.url, webhook_signing_secret: secret };
      const job = await client.classify.run(
        { file_input: await upload(letterText, 'letter.txt'), configuration, webhook_configurations: [webhook] },
        brisk,
      );
      const [told] = await receiver.posts(1);
      assertSigned(told);
      const event = JSON.parse(JSON.parse(told.body));
      assert.equal(event.data.job_id, job.id);
      assert.equal(event.data.result.type, null, 'that no rule fits is a success');
    });
  },

  'webhook-all-events': async () => {
    await withReceiver(async (receiver) => {
      const tell = { webhook_configurations: [{ webhook_url: receiver.url, webhook_output_format: 'json' }] };
      const job = await client.classify.create({ file_input: await uploadInvoice(), configuration, ...tell });
      const told = await receiver.posts(3);
      assert.deepEqual(typesOf(told, job.id), ['classify.pending', 'classify.running', 'classify.success']);
      assert.ok(told.every((post) => !post.headers['lc-signature']), 'without a secret there is no signature');
      const bad = await client.classify.create({ file_input: await upload(noise, 'n.bin'), configuration, ...tell });
      const failed = (await receiver.posts(6)).slice(3);
      assert.deepEqual(typesOf(failed, bad.id), ['classify.error', 'classify.pending', 'classify.running']);
    });
  },

  'webhook-saved': async () => {
    await withReceiver(async (receiver) => {
      const { id } = await client.webhookConfigs.create({
        ...success,
        webhook_url: receiver.url,
        webhook_output_format: 'json',
        webhook_signing_secret: 'before',
      });
      const file = await uploadInvoice();
      const job = { file_input: file, configuration, webhook_configuration_ids: [id] };
      await client.classify.run(job, brisk);
      assertSigned((await receiver.posts(1))[0], 'before');
      await client.webhookConfigs.update(id, { webhook_signing_secret: secret });
      await client.classify.run(job, brisk);
      assertSigned((await receiver.posts(2))[1]);
    });
  },

  'webhook-tried-again': async () => {
    await withReceiver(async (receiver) => {
      receiver.answers(500, 503);
      const webhook = { ...success, webhook_url: receiver.url, webhook_signing_secret: secret };
      const file = await uploadInvoice();
      await client.classify.create({ file_input: file, configuration, webhook_configurations: [webhook] });
      const [first, ...more] = await receiver.posts(3);
      assertSigned(first);
      for (const post of more) {
        assert.deepEqual(post.body, first.body);
        assert.equal(post.headers['lc-signature'], first.headers['lc-signature']);
        assert.equal(post.headers['x-webhook-event-id'], first.headers['x-webhook-event-id']);
      }
    });
  },

  'webhook-parse': async () => {
    await withReceiver(async (receiver) => {
      const job = await client.parsing.create({
        tier: 'fast',
        version: 'latest',
        file_id: await upload(invoiceText, 'invoice.txt'),
        webhook_configurations: [
          { webhook_url: receiver.url, webhook_events: ['parse.success'], webhook_output_format: 'json' },
        ],
      });
      assert.deepEqual(typesOf(await receiver.posts(1), job.id), ['parse.success']);
    });
  },
};

/** With calls that only the older client has. */
export const firstWire = {
  'webhook-job': async () => {
    await withReceiver(async (receiver) => {
      const job = await client.classifier.jobs.create({
        file_ids: [await uploadInvoice(), await upload(noise, 'noise.bin')],
        rules,
        webhook_configurations: [
          { webhook_url: receiver.url, webhook_events: ['classify.partial_success'], webhook_output_format: 'json' },
        ],
      });
      const told = await receiver.posts(1);
      assert.deepEqual(typesOf(told, job.id), ['classify.partial_success']);
      assert.equal(JSON.parse(told[0].body).data.status, 'PARTIAL_SUCCESS');
    });
  },
};

/** As the documentation says to do it: over the bytes as they came, compared in constant time. */
function assertSigned({ headers, body }, key = secret) {
  const expected = Buffer.from(`sha256=${createHmac('sha256', key).update(body).digest('hex')}`);
  const said = Buffer.from(headers['lc-signature'] ?? '');
  assert.ok(said.length === expected.length && timingSafeEqual(said, expected), `signed with ${key}`);
}

/** The types of events, sorted, for they may come in any order; all of them about one job. */
function typesOf(posts, job) {
  const events = posts.map((post) => JSON.parse(post.body));
  assert.ok(events.every((event) => event.data.job_id === job));
  return events.map((event) => event.event_type).sort();
}
