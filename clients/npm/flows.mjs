// Runs the flows of the official npm clients against the server of LLAMA_CLOUD_BASE_URL; names as arguments choose some.
import { flows as errors } from './flows/errors.mjs';
import { flows as files } from './flows/files.mjs';
import { flows as jobs } from './flows/jobs.mjs';
import { flows as projects } from './flows/projects.mjs';
import { flows as retries } from './flows/retries.mjs';
import { flows as services } from './flows/services.mjs';

const all = { ...files, ...jobs, ...errors, ...retries, ...projects, ...services };
const names = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(all);

let failed = 0;
for (const name of names) {
  try {
    if (!all[name]) throw new Error('no such flow');
    await all[name]();
    console.log(`flow ${name} ok`);
  } catch (error) {
    failed++;
    console.log(`flow ${name} failed: ${error.message.replaceAll('\n', ' | ')}`);
  }
}
process.exit(failed ? 1 : 0);
