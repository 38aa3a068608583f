// Decides whether the build is older than its sources, and where it may lie. Plain JavaScript for Node 20.
import { createHash } from 'node:crypto';
import { accessSync, constants, lstatSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

const sources = [
  'app',
  'modules',
  'platform',
  'law',
  'database',
  'fixtures',
  'messages',
  'bench',
  'scripts',
  'package-lock.json',
];

/** The path of the command line's built file, built now if any source has changed since. */
export async function buildWhenStale(root) {
  const newest = newestOf(root);
  const places = [join(root, 'dist'), cacheFolder(root)];
  const fresh = places.find((place) => builtAt(place) > newest);
  const folder = fresh ?? (await build(root, places.find(isOwnAndWritable)));
  return join(folder, 'fullfolj.js');
}

async function build(root, folder) {
  if (!folder)
    throw new Error(`Varken ${root} eller din cachemapp går att skriva i, så programmet kan inte byggas.`);
  const { buildInto } = await import('./build.mjs');
  await buildInto(root, folder);
  return folder;
}

/** When the sources last changed, folders included so that a removed file counts; tests do not. Milliseconds. */
function newestOf(root) {
  let newest = 0;
  const visit = (path) => {
    const facts = statSync(path, { throwIfNoEntry: false });
    if (!facts) return;
    newest = Math.max(newest, facts.mtimeMs);
    if (!facts.isDirectory()) return;
    for (const name of readdirSync(path)) if (!name.includes('.test.')) visit(join(path, name));
  };
  for (const source of sources) visit(join(root, source));
  return newest;
}

function builtAt(folder) {
  if (!isSafe(folder)) return 0;
  return statSync(join(folder, '.stamp'), { throwIfNoEntry: false })?.mtimeMs ?? 0;
}

/** Where we build when the clone itself is closed to us: the user's cache, else a folder of our own among the temporary ones. */
function cacheFolder(root) {
  const key = createHash('sha256').update(root).digest('hex').slice(0, 16);
  const cache = process.env.XDG_CACHE_HOME || join(homedir(), '.cache');
  const own = join(cache, 'fullfolj', key);
  return tryMake(own) ? own : join(tmpdir(), `fullfolj-${process.getuid?.() ?? 'bygge'}-${key}`);
}

function isOwnAndWritable(folder) {
  return tryMake(folder) && isSafe(folder);
}

function tryMake(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o755 });
    accessSync(folder, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}

/** Code is never run from a folder among the temporary ones that somebody else has made. */
function isSafe(folder) {
  if (dirname(folder) !== tmpdir()) return true;
  const facts = lstatSync(folder, { throwIfNoEntry: false });
  return facts?.isDirectory() && (!process.getuid || facts.uid === process.getuid());
}
