// llama-cloud-services: its classifier, and the generated calls beneath it.
import assert from 'node:assert/strict';
import fs from 'node:fs';
import path from 'node:path';
import * as api from 'llama-cloud-services/api';
import { invoicePdf, invoiceText, letterText, noise, rules } from './documents.mjs';
import { apiKey, baseURL, folder, invoicePath, unknownId } from './world.mjs';

// The package greets with a deprecation warning; what flows print is the flows' own.
const warn = console.warn;
console.warn = () => {};
const { LlamaClassify } = await import('llama-cloud-services');
console.warn = warn;

const settings = { lang: 'en', max_pages: 5 };
const brisk = { pollingInterval: 0.05, retryInterval: 0.01 };
const classifier = new LlamaClassify(apiKey, baseURL);
api.client.setConfig({ baseUrl: baseURL, headers: { Authorization: `Bearer ${apiKey}` } });

export const flows = {
  'services-file-paths': async () => {
    const letterPath = path.join(folder, 'letter.txt');
    fs.writeFileSync(letterPath, letterText);
    const results = await classifier.classify(rules, settings, { filePaths: [invoicePath, letterPath] });
    assert.deepEqual(await typesByName(results), { [path.basename(invoicePath)]: 'invoice', 'letter.txt': null });
  },

  'services-contents': async () => {
    const contents = [invoiceText, invoicePdf, new Uint8Array(invoicePdf), new File([invoiceText], 'my.txt')];
    const results = await classifier.classify(rules, settings, { fileContents: contents, ...brisk });
    assert.deepEqual(results.items.map((item) => item.result.type), ['invoice', 'invoice', 'invoice', 'invoice']);
    const names = Object.keys(await typesByName(results)).sort();
    assert.equal(names.length, 4);
    assert.equal(names[0], 'my.txt');
    for (const name of names.slice(1)) assert.match(name, /^uploadedFile_[0-9a-f_]+\.(txt|pdf)$/);
  },

  'services-project': async () => {
    const [project] = (await api.listProjectsApiV1ProjectsGet()).data;
    const options = { fileContents: [invoiceText], projectId: project.id, ...brisk };
    const results = await classifier.classify(rules, settings, options);
    assert.equal(results.items[0].result.type, 'invoice');
    const job = await jobOf(results.items[0].classify_job_id);
    assert.equal(job.project_id, project.id);
  },

  'services-error': async () => {
    await assert.rejects(
      classifier.classify(rules, settings, { fileContents: [noise], ...brisk }),
      /There was an error extracting data/,
    );
  },

  'services-refused-create': async () => {
    const log = console.log;
    const said = [];
    console.log = (line) => said.push(line);
    const rule = [{ type: 'invoice', description: 'short' }];
    const options = { fileContents: [invoiceText], maxRetriesOnError: 2, ...brisk };
    try {
      await assert.rejects(classifier.classify(rule, settings, options), /Exceeded maximum number of retries/);
    } finally {
      console.log = log;
    }
    assert.equal(said.length, 3);
    assert.match(said[0], /string_too_short/);
  },

  'services-files': async () => {
    const external = unknownId();
    const body = { upload_file: new File([letterText], 'letter.txt') };
    const uploaded = await ok(api.uploadFileApiV1FilesPost({ body, query: { external_file_id: external } }));
    assert.match(uploaded.id, /^[0-9a-f-]{36}$/);
    assert.equal(uploaded.external_file_id, external);
    assert.equal(uploaded.file_size, letterText.length);
    assert.equal(uploaded.file_type, 'txt');
    const read = await ok(api.getFileApiV1FilesIdGet({ path: { id: uploaded.id } }));
    assert.deepEqual(read, uploaded);
    const { url } = await ok(api.readFileContentApiV1FilesIdContentGet({ path: { id: uploaded.id } }));
    assert.equal(await (await fetch(url)).text(), letterText);
    const deleted = await api.deleteFileApiV1FilesIdDelete({ path: { id: uploaded.id } });
    assert.equal(deleted.response.status, 204);
    const gone = await api.getFileApiV1FilesIdGet({ path: { id: uploaded.id } });
    assert.equal(gone.response.status, 404);
  },

  'services-presigned-upload': async () => {
    const name = 'scans/2026/invoice.pdf';
    const target = await ok(api.generatePresignedUrlApiV1FilesPut({ body: { name, file_size: invoicePdf.length } }));
    const put = await fetch(target.url, { method: 'PUT', body: invoicePdf });
    assert.equal(put.status, 200);
    const file = await ok(api.getFileApiV1FilesIdGet({ path: { id: target.file_id } }));
    assert.equal(file.name, name);
    assert.equal(file.file_size, invoicePdf.length);
    const job = await ok(
      api.createClassifyJobApiV1ClassifierJobsPost({ body: { file_ids: [file.id], rules, parsing_configuration: settings } }),
    );
    assert.equal(job.status, 'PENDING');
  },

  'services-organizations': async () => {
    const organizations = await ok(api.listOrganizationsApiV1OrganizationsGet());
    assert.equal(organizations.length, 1);
    const byId = (id) => api.getOrganizationApiV1OrganizationsOrganizationIdGet({ path: { organization_id: id } });
    assert.deepEqual(await ok(byId(organizations[0].id)), organizations[0]);
    const stranger = await byId(unknownId());
    assert.equal(stranger.response.status, 404);
    assert.deepEqual(stranger.error, { detail: 'Organization not found' });
  },
};

async function typesByName(results) {
  const named = results.items.map(async (item) => {
    const file = await ok(api.getFileApiV1FilesIdGet({ path: { id: item.file_id } }));
    return [file.name, item.result.type];
  });
  return Object.fromEntries(await Promise.all(named));
}

function jobOf(id) {
  return ok(api.getClassifyJobApiV1ClassifierJobsClassifyJobIdGet({ path: { classify_job_id: id } }));
}

async function ok(call) {
  const { data, error, response } = await call;
  assert.equal(response.status, 200, `${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
  return data;
}
