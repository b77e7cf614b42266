// What every flow needs: where the server is, clients of it, and documents on disk and on the server.
import LlamaCloud from '#client';
import { randomUUID } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { invoicePdf } from './documents.mjs';

export const baseURL = required('LLAMA_CLOUD_BASE_URL');
export const apiKey = required('LLAMA_CLOUD_API_KEY');

/** A folder that is removed when the program ends. */
export const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'taxon-flows-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

export const invoicePath = path.join(folder, 'Rechnung März 発票.pdf');
fs.writeFileSync(invoicePath, invoicePdf);

export const client = clientOf({});

/** Polls often: the waits of the defaults are the client's matter, not the server's. */
export const brisk = { pollingInterval: 0.05, backoff: 'constant' };

export function clientOf(options) {
  return new LlamaCloud({ apiKey, baseURL, ...options });
}

/** An id that nobody has. */
export function unknownId() {
  return randomUUID();
}

/** Uploads bytes under a name and answers the file's id. */
export async function upload(bytes, name) {
  const file = await client.files.create({ file: new File([bytes], name), purpose: 'classify' });
  return file.id;
}

export async function uploadInvoice() {
  return upload(invoicePdf, 'invoice.pdf');
}

export async function collect(pages) {
  const all = [];
  for await (const item of pages) all.push(item);
  return all;
}

function required(name) {
  const value = process.env[name];
  if (!value) throw new Error(`set ${name} to say which server the flows run against`);
  return value;
}
