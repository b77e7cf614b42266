// Takes what names a host out of package-lock.json: npm needs none of it.
import fs from 'node:fs';

const path = new URL('package-lock.json', import.meta.url);
const lock = JSON.parse(fs.readFileSync(path, 'utf8'));
for (const entry of Object.values(lock.packages)) {
  delete entry.resolved;
  delete entry.funding;
}
fs.writeFileSync(path, JSON.stringify(lock, null, 2) + '\n');
