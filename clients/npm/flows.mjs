// Runs the flows of one official npm client against the server of LLAMA_CLOUD_BASE_URL; names as arguments choose some.
// With --conditions=next before it, it is the newer client that runs.
import { VERSION } from '#client/version';
import { flows as classify } from './flows/classify.mjs';
import { flows as configurations } from './flows/configurations.mjs';
import { flows as errorsV2 } from './flows/errors-v2.mjs';
import { flows as files } from './flows/files.mjs';
import { newer, flows as parsing } from './flows/parsing.mjs';
import { flows as projects } from './flows/projects.mjs';
import { firstWire as firstRetries, flows as retries } from './flows/retries.mjs';
import { firstWire as firstWebhooks, flows as webhooks } from './flows/webhooks.mjs';

const jobs = { ...classify, ...parsing, ...errorsV2 };
const both = { ...files, ...projects, ...configurations, ...jobs, ...webhooks, ...retries };
const all = VERSION === '2.16.0' ? { ...both, ...newer } : { ...both, ...(await older()) };
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

/** The first wire, which the newer client has no calls for, and clients that have one version only. */
async function older() {
  const modules = await Promise.all(
    ['jobs', 'errors', 'services', 'n8n'].map((name) => import(`./flows/${name}.mjs`)),
  );
  return Object.assign({}, ...modules.map((module) => module.flows), firstWebhooks, firstRetries);
}
