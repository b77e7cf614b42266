// Runs every flow with every client against the server of LLAMA_CLOUD_BASE_URL and prints a table: flow by client.
import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const CLIENTS = ['llama-cloud 2.15.0', 'llama-cloud 2.16.0', 'llama-cloud-services 0.5.4', 'n8n 6.7.2 (its calls)'];
const [older, newer] = await Promise.all([run([]), run(['--conditions=next'])]);

console.log(`| flow | ${CLIENTS.join(' | ')} |`);
console.log(`|---|${'---|'.repeat(CLIENTS.length)}`);
for (const name of [...older.keys(), ...[...newer.keys()].filter((name) => !older.has(name))]) {
  const column = name.startsWith('services-') ? 2 : name.startsWith('n8n-') ? 3 : 0;
  const cells = CLIENTS.map((_, i) => (i === column ? word(older.get(name)) : i === 1 ? word(newer.get(name)) : ''));
  console.log(`| ${name} | ${cells.join(' | ')} |`);
}
const failures = [older, newer].flatMap((ran) => [...ran].filter(([, said]) => said !== 'ok'));
for (const [name, said] of failures) console.log(`${name} ${said}`);
process.exit(failures.length ? 1 : 0);

/** What each flow said. */
async function run(conditions) {
  const program = fileURLToPath(new URL('flows.mjs', import.meta.url));
  const output = await new Promise((ended) =>
    execFile(process.execPath, [...conditions, program], (_, out, err) => ended(out + err)),
  );
  const lines = output.split('\n').filter((line) => line.startsWith('flow '));
  if (lines.length === 0) throw new Error(`no flow ran: ${output}`);
  return new Map(lines.map((line) => [line.split(' ')[1], line.split(' ').slice(2).join(' ')]));
}

function word(said) {
  return said === undefined ? '' : said === 'ok' ? 'ok' : 'FAILED';
}
