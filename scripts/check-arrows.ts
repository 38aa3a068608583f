// Fails when the arrows between modules, or the purity of rules, are broken. Run: node_modules/.bin/node scripts/check-arrows.ts
import { globSync, readFileSync } from 'node:fs';
import { exceptions, modules } from '../app/modules.ts';
import { checkArrows } from './arrows/check.ts';
import { readFile } from './arrows/read-file.ts';

const root = new URL('..', import.meta.url).pathname;
const folders = [
  'app',
  'modules',
  'platform',
  'law',
  'messages',
  'database',
  'fixtures',
  'e2e',
  'bench',
  'scripts',
];
const paths = globSync(
  folders.map((folder) => `${folder}/**/*.{ts,tsx}`),
  { cwd: root },
).map((path) => path.replaceAll('\\', '/'));
const files = paths.sort().map((path) => readFile(path, readFileSync(`${root}/${path}`, 'utf8')));
const breaches = checkArrows(files, { order: modules.map((each) => each.name), exceptions });

for (const breach of breaches) process.stderr.write(`${breach}\n`);
process.stderr.write(`${files.length} filer, ${breaches.length} brott mot pilarna.\n`);
process.exitCode = breaches.length === 0 ? 0 : 1;
