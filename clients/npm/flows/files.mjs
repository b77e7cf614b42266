// Files: every way to hand one over, and everything that can be asked about it.
import { toFile } from '#client';
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import { invoicePdf, invoiceText, letterText } from './documents.mjs';
import { client, collect, invoicePath, unknownId, upload } from './world.mjs';

export const flows = {
  'upload-stream': async () => {
    const file = await client.files.create({ file: fs.createReadStream(invoicePath), purpose: 'classify' });
    assert.match(file.id, /^dfl-[0-9a-f-]{36}$/);
    assert.equal(file.name, path.basename(invoicePath));
    assert.equal(file.purpose, 'classify');
    assert.equal(file.file_type, 'pdf');
    assert.equal(file.external_file_id, null);
    assert.equal(file.download_url, null);
    assert.deepEqual(await contentOf(file.id), invoicePdf);
  },

  'upload-blob': async () => {
    const blob = new Blob([invoiceText], { type: 'text/plain' });
    const file = await client.files.create({ file: await toFile(blob, 'invoice.txt'), purpose: 'user_data' });
    assert.equal(file.name, 'invoice.txt');
    assert.equal(file.purpose, 'user_data');
    assert.equal((await contentOf(file.id)).toString(), invoiceText);
  },

  // The client leaves out a Blob without a name: what arrives is a form without a file.
  'upload-blob-without-name': async () => {
    await assert.rejects(client.files.create({ file: new Blob([invoiceText]), purpose: 'classify' }), {
      status: 400,
      error: { detail: 'file field is required for multipart requests.' },
    });
  },

  'upload-buffer': async () => {
    const file = await client.files.create({ file: await toFile(invoicePdf, 'from-memory.pdf'), purpose: 'classify' });
    assert.equal(file.name, 'from-memory.pdf');
    assert.deepEqual(await contentOf(file.id), invoicePdf);
  },

  'upload-response': async () => {
    const file = await client.files.create({ file: new Response(letterText), purpose: 'classify' });
    assert.equal((await contentOf(file.id)).toString(), letterText);
  },

  'upload-external-id': async () => {
    const external = `archive/${unknownId()}/letter.txt`;
    const first = await uploadAs(external, 'first');
    const second = await uploadAs(external, 'second');
    assert.equal(first.external_file_id, external);
    const found = await collect(client.files.list({ external_file_id: external }));
    assert.deepEqual(found.map((file) => file.id), [second.id, first.id], 'all of them, newest first');
  },

  'upload-to-project': async () => {
    const [project] = await client.projects.list();
    const file = await client.files.create({
      file: new File([letterText], 'letter.txt'),
      purpose: 'classify',
      project_id: project.id,
    });
    assert.equal(file.project_id, project.id);
  },

  'files-retrieve': async () => {
    const id = await upload(letterText, 'letter.txt');
    const plain = await client.files.retrieve(id);
    assert.equal(plain.id, id);
    assert.equal(plain.name, 'letter.txt');
    assert.equal(plain.download_url, null);
    const expanded = await client.files.retrieve(id, { expand: ['download_url'] });
    assert.equal(await (await fetch(expanded.download_url.url)).text(), letterText);
    const bare = await client.files.retrieve(id.replace('dfl-', ''));
    assert.equal(bare.name, 'letter.txt', 'the bare UUID is the same file');
  },

  'files-content': async () => {
    const id = await upload(letterText, 'letter.txt');
    const { url, expires_at: expiry } = await client.files.content(id, { expires_at_seconds: 60 });
    const left = Date.parse(expiry) - Date.now();
    assert.ok(left > 0 && left <= 60_000, `expires in ${left} ms`);
    const part = await fetch(url, { headers: { Range: 'bytes=0-9' } });
    assert.equal(part.status, 206);
    assert.equal(await part.text(), letterText.slice(0, 10));
  },

  'files-list': async () => {
    const name = `${unknownId()}.txt`;
    const ids = [];
    for (let i = 0; i < 5; i++) ids.unshift(await upload(`note ${i}`, name));
    const paged = await collect(client.files.list({ file_name: name, page_size: 2 }));
    assert.deepEqual(paged.map((file) => file.id), ids, 'three pages, newest first, each file once');
    const chosen = await collect(client.files.list({ file_ids: [ids[1], ids[3]], page_size: 1 }));
    assert.deepEqual(chosen.map((file) => file.id), [ids[1], ids[3]]);
  },

  'files-query': async () => {
    const name = `${unknownId()}.txt`;
    const ids = [await upload('one', name), await upload('two', name)];
    const answer = await client.files.query({ page_size: 1, filter: { file_name: name } });
    assert.deepEqual(answer.items.map((file) => file.id), [ids[1]]);
    const rest = await client.files.query({ page_size: 1, page_token: answer.next_page_token, filter: { file_name: name } });
    assert.deepEqual(rest.items.map((file) => file.id), [ids[0]]);
    assert.equal(rest.next_page_token, null);
  },

  'files-delete': async () => {
    const id = await upload(letterText, 'letter.txt');
    await client.files.delete(id);
    await assert.rejects(client.files.retrieve(id), { status: 404 });
    await assert.rejects(client.files.delete(id), { status: 404 });
  },
};

function uploadAs(external, text) {
  return client.files.create({ file: new File([text], 'letter.txt'), purpose: 'classify', external_file_id: external });
}

async function contentOf(id) {
  const { url } = await client.files.content(id);
  const response = await fetch(url);
  assert.equal(response.status, 200);
  return Buffer.from(await response.arrayBuffer());
}
