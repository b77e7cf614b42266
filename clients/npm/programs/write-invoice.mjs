// Writes an invoice to try the other programs on: node write-invoice.mjs a.pdf
import fs from 'node:fs';
import { invoicePdf } from '../flows/documents.mjs';

fs.writeFileSync(process.argv[2], invoicePdf);
