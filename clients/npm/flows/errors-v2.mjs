// Each error class of the client on the second wire, and those that a busy or broken server makes.
import {
  APIConnectionError,
  AuthenticationError,
  BadRequestError,
  ConflictError,
  InternalServerError,
  NotFoundError,
  PermissionDeniedError,
  RateLimitError,
  UnprocessableEntityError,
} from '#client';
import assert from 'node:assert/strict';
import { rules } from './documents.mjs';
import { withRelay } from './proxy.mjs';
import { client, clientOf, unknownId, uploadInvoice } from './world.mjs';

const configuration = { rules };

export const flows = {
  'v2-error-400': async () => {
    const stranger = `dfl-${unknownId()}`;
    const error = await thrown(client.classify.create({ file_input: stranger, configuration }), BadRequestError);
    assert.match(error.error.detail, new RegExp(`^File ID ${stranger} is not in Project ID [0-9a-f-]{36}$`));
    const token = await thrown(client.classify.list({ page_token: 'made-up' }), BadRequestError);
    assert.equal(token.error.detail, 'Invalid page token');
  },

  'v2-error-401': async () => {
    const error = await thrown(clientOf({ apiKey: 'wrong' }).classify.list(), AuthenticationError);
    assert.equal(error.error.detail, 'Invalid API Key');
  },

  'v2-error-403': async () => {
    const { url } = await client.files.content(await uploadInvoice());
    await thrown(client.get(url.slice(0, -1) + (url.endsWith('0') ? '1' : '0')), PermissionDeniedError);
  },

  'v2-error-404': async () => {
    const job = await thrown(client.classify.get(`clj-${unknownId()}`), NotFoundError);
    assert.equal(job.message, '404 {"detail":"Classify job not found"}');
    await thrown(client.classify.get('a/b'), NotFoundError);
    const saved = `cfg-${unknownId()}`;
    const preset = await thrown(
      client.classify.create({ file_input: await uploadInvoice(), configuration_id: saved }),
      NotFoundError,
    );
    assert.equal(preset.error.detail, `Classify configuration ${saved} not found`);
  },

  // The client would try a 409 five more times, were it not told to let it be.
  'v2-error-409': async () => {
    const parameters = { product_type: 'classify_v2', rules };
    const [taken, other] = [unknownId(), unknownId()];
    await client.configurations.create({ name: taken, parameters });
    const { id } = await client.configurations.create({ name: other, parameters });
    const began = Date.now();
    const error = await thrown(client.configurations.update(id, { name: taken }), ConflictError);
    assert.equal(error.error.detail, 'Configuration name already exists');
    assert.ok(Date.now() - began < 5_000, 'it was tried once');
  },

  'v2-error-422': async () => {
    const error = await thrown(
      client.classify.create({ configuration: { rules: [{ type: '', description: 'short' }], mode: 'MULTIMODAL' } }),
      UnprocessableEntityError,
    );
    const found = error.error.detail.map((problem) => `${problem.loc.join('.')} ${problem.type}`).sort();
    assert.deepEqual(found, [
      'body.configuration.mode literal_error',
      'body.configuration.rules.0.description string_too_short',
      'body.configuration.rules.0.type string_too_short',
    ]);
  },

  'v2-error-429': async () => {
    let asked = 0;
    const busy = (request, response) => refuse(request, response, 429, ++asked < 3 ? { 'Retry-After': '1' } : null);
    const began = Date.now();
    const page = await withRelay(busy, (baseURL) => clientOf({ baseURL }).classify.list());
    assert.ok(Array.isArray(page.items));
    assert.equal(asked, 3, 'two refusals, one success');
    assert.ok(Date.now() - began >= 1_900, 'it waited as it was told');
    const always = (request, response) => refuse(request, response, 429, {});
    await thrown(
      withRelay(always, (baseURL) => clientOf({ baseURL, maxRetries: 0 }).classify.list()),
      RateLimitError,
    );
  },

  'v2-error-500': async () => {
    let asked = 0;
    const broken = (request, response) => {
      asked++;
      return refuse(request, response, 500, { 'x-should-retry': 'false' });
    };
    await thrown(withRelay(broken, (baseURL) => clientOf({ baseURL }).classify.list()), InternalServerError);
    assert.equal(asked, 1);
  },

  'v2-error-connection': async () => {
    const nobody = clientOf({ baseURL: 'http://127.0.0.1:9', maxRetries: 0 });
    await thrown(nobody.classify.list(), APIConnectionError);
  },
};

/** Answers by itself unless there are no headers to do it with. */
function refuse(request, response, status, headers) {
  if (headers === null) return null;
  request.resume();
  response.writeHead(status, { 'Content-Type': 'application/json', ...headers });
  response.end('{"detail":"not now"}');
  return true;
}

async function thrown(promise, kind) {
  const error = await promise.then(
    () => assert.fail('the call went through'),
    (reason) => reason,
  );
  assert.ok(error instanceof kind, `wanted ${kind.name}, got ${error.constructor.name}: ${error.message}`);
  return error;
}
