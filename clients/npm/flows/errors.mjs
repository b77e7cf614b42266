// Each error class of the client, as the server's answers make it.
import {
  APIError,
  AuthenticationError,
  BadRequestError,
  NotFoundError,
  PermissionDeniedError,
  UnprocessableEntityError,
} from '#client';
import assert from 'node:assert/strict';
import { rules } from './documents.mjs';
import { client, clientOf, unknownId, uploadInvoice } from './world.mjs';

export const flows = {
  'error-400': async () => {
    const stranger = unknownId();
    const error = await thrown(client.classifier.jobs.create({ file_ids: [await uploadInvoice(), stranger], rules }));
    assert.ok(error instanceof BadRequestError, named(error));
    assert.match(error.error.detail, new RegExp(`^File ID ${stranger} is not in Project ID [0-9a-f-]{36}$`));
    const token = await thrown(client.classifier.jobs.list({ page_token: 'made-up' }));
    assert.ok(token instanceof BadRequestError, named(token));
    assert.equal(token.error.detail, 'Invalid page token');
  },

  'error-401': async () => {
    const error = await thrown(clientOf({ apiKey: 'wrong' }).classifier.jobs.list());
    assert.ok(error instanceof AuthenticationError, named(error));
    assert.equal(error.error.detail, 'Invalid API Key');
    assert.equal(error.headers.get('www-authenticate'), 'Bearer');
    assert.ok(error.headers.get('x-request-id'));
  },

  'error-403': async () => {
    const { url } = await client.files.content(await uploadInvoice());
    const altered = url.slice(0, -1) + (url.endsWith('0') ? '1' : '0');
    const error = await thrown(client.get(altered));
    assert.ok(error instanceof PermissionDeniedError, named(error));
  },

  'error-404': async () => {
    const job = await thrown(client.classifier.jobs.get(unknownId()));
    assert.ok(job instanceof NotFoundError, named(job));
    assert.equal(job.error.detail, 'Classify job not found');
    assert.equal(job.message, '404 {"detail":"Classify job not found"}');
    const results = await thrown(client.classifier.jobs.getResults(unknownId()));
    assert.equal(results.error.detail, 'Classify job not found');
    const file = await thrown(client.files.retrieve(unknownId()));
    assert.equal(file.error.detail, 'File not found');
    const project = await thrown(client.projects.get(unknownId()));
    assert.equal(project.error.detail, 'Project not found');
    const route = await thrown(client.get('/api/v1/nothing'));
    assert.equal(route.error.detail, 'Not Found');
  },

  'error-405': async () => {
    const error = await thrown(client.delete('/api/v1/classifier/jobs'));
    assert.equal(error.status, 405);
    assert.ok(error instanceof APIError, named(error));
    assert.match(error.headers.get('allow'), /GET/);
  },

  'error-413': async () => {
    const huge = [{ type: 'invoice', description: 'x'.repeat(3 * 1024 * 1024) }];
    const error = await thrown(client.classifier.jobs.create({ file_ids: [unknownId()], rules: huge }));
    assert.equal(error.status, 413, named(error));
    assert.equal(typeof error.error.detail, 'string');
  },

  'error-422': async () => {
    const short = await thrown(
      client.classifier.jobs.create({ file_ids: [], rules: [{ type: '', description: 'too short' }], mode: 'fast' }),
    );
    assert.ok(short instanceof UnprocessableEntityError, named(short));
    const found = short.error.detail.map((problem) => `${problem.loc.join('.')} ${problem.type}`).sort();
    assert.deepEqual(found, [
      'body.file_ids too_short',
      'body.mode enum',
      'body.rules.0.description string_too_short',
      'body.rules.0.type string_too_short',
    ]);
    const id = await thrown(client.classifier.jobs.get('../x'));
    assert.ok(id instanceof UnprocessableEntityError, named(id));
    assert.deepEqual(id.error.detail[0].loc, ['path', 'classify_job_id']);
    assert.equal(id.error.detail[0].type, 'uuid_parsing');
    const project = await thrown(client.classifier.jobs.list({ project_id: 'x' }));
    assert.deepEqual(project.error.detail[0].loc, ['query', 'project_id']);
  },
};

async function thrown(promise) {
  return promise.then(
    () => assert.fail('the call went through'),
    (error) => error,
  );
}

function named(error) {
  return `got ${error.constructor.name}: ${error.message}`;
}
