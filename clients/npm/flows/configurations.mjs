// Saved configurations: kept under a name, and named by jobs.
import assert from 'node:assert/strict';
import { rules } from './documents.mjs';
import { brisk, client, collect, unknownId, uploadInvoice } from './world.mjs';

const parameters = { product_type: 'classify_v2', rules };

export const flows = {
  'configurations': async () => {
    const name = `office ${unknownId()}`;
    const made = await client.configurations.create({ name, parameters });
    assert.match(made.id, /^cfg-[0-9a-f-]{36}$/);
    assert.deepEqual(made.parameters.rules, rules);
    assert.deepEqual(await client.configurations.retrieve(made.id), made);
    const renamed = await client.configurations.update(made.id, { name: `${name} B` });
    assert.equal(renamed.id, made.id);
    assert.deepEqual(renamed.parameters, made.parameters);
    await client.configurations.delete(made.id);
    await assert.rejects(client.configurations.retrieve(made.id), { status: 404 });
  },

  'configurations-upsert': async () => {
    const name = unknownId();
    const first = await client.configurations.create({ name, parameters });
    const second = await client.configurations.create({ name, parameters: { ...parameters, rules: rules.slice(1) } });
    assert.equal(second.id, first.id);
    assert.notEqual(second.version, first.version);
    const found = await collect(client.configurations.list({ name, product_type: ['classify_v2'], latest_only: true }));
    assert.deepEqual(found, [second]);
  },

  'configurations-list': async () => {
    const made = [];
    for (let i = 0; i < 3; i++) made.unshift(await client.configurations.create({ name: unknownId(), parameters }));
    const all = await collect(client.configurations.list({ page_size: 1 }));
    const ids = made.map((one) => one.id);
    const ours = all.map((one) => one.id).filter((id) => ids.includes(id));
    assert.deepEqual(ours, ids, 'the last changed first, none twice');
  },

  'configurations-run': async () => {
    const { id } = await client.configurations.create({ name: unknownId(), parameters });
    const job = await client.classify.run({ file_input: await uploadInvoice(), configuration_id: id }, brisk);
    assert.equal(job.result.type, 'invoice');
    assert.equal(job.configuration_id, id);
    await client.configurations.update(id, { parameters: { ...parameters, rules: rules.slice(1) } });
    assert.deepEqual((await client.classify.get(job.id)).configuration.rules, rules, 'a job keeps its rules');
  },
};
