// Documents made on the spot, each in the shape that a flow needs.

export const rules = [
  { type: 'invoice', description: 'asks for payment and states a total due' },
  { type: 'recipe', description: 'lists ingredients and the steps of cooking a dish' },
];

const invoiceLines = [
  'INVOICE',
  'Invoice number 2026-0117, date of issue 3 March 2026',
  'Harbour Joinery Ltd to Mr A. Okafor',
  '2 oak shelves at 145.00: 290.00',
  'Fitting, 3 hours at 48.00: 144.00',
  'Total due: 434.00',
  'Please make your payment within 14 days to the account below.',
];

const letterLines = [
  'Dear Ruth,',
  'thank you for the photographs of the garden. The roses have come on well since June.',
  'We hope to see you and the children at the lake in August.',
  'With love, Edith',
];

export const invoiceText = invoiceLines.join('\n') + '\n';
export const letterText = letterLines.join('\n') + '\n';
export const invoicePdf = pdf(invoiceLines);

/** Bytes of no known format: classifying them fails. */
export const noise = Buffer.from(Array.from({ length: 4096 }, (_, i) => (i * i * 31 + i * 7 + 251) % 256));

/** One page of plain text lines; text without parentheses and backslashes. */
function pdf(lines) {
  const text = `BT /F1 12 Tf 60 780 Td 18 TL\n${lines.map((line) => `(${line}) Tj T*`).join('\n')}\nET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let out = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return String(offset).padStart(10, '0');
  });
  const table = offsets.map((offset) => `${offset} 00000 n \n`).join('');
  out += `xref\n0 6\n0000000000 65535 f \n${table}trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n${out.length}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}
