import { execFile, spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { projectRoot } from '../platform/server/project-root.ts';

// A small project with the real launcher and the real packages, whose program only says what it was given.
let folder: string;
let root: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'fullfolj-launcher-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

beforeEach(() => {
  rmSync(folder, { recursive: true, force: true });
  root = join(folder, 'project');
  mkdirSync(join(root, 'app'), { recursive: true });
  chmodSync(folder, 0o755);
  for (const name of ['fullfolj', 'scripts', 'package.json', 'package-lock.json'])
    cpSync(join(projectRoot(), name), join(root, name), { recursive: true });
  symlinkSync(join(projectRoot(), 'node_modules'), join(root, 'node_modules'));
  write('one');
});

function write(word: string, at = new Date()): void {
  writeFileSync(join(root, 'app', 'word.ts'), `export const word: string = '${word}';`);
  const program = `const { word } = await import('./word.ts'); console.log(word, process.version, process.argv.slice(2).join('|'));`;
  writeFileSync(join(root, 'app', 'cli.ts'), program);
  utimesSync(join(root, 'app', 'word.ts'), at, at);
}

// Root tries as `nobody`; below a closed folder that user cannot run anything.
const asNobody = { uid: 65_534, gid: 65_534, cwd: '/' };
const othersCanRun =
  process.getuid?.() === 0 && spawnSync(process.execPath, ['--version'], asNobody).status === 0;

type Ran = { code: number; out: string; said: string };

function run(
  args: string[],
  options: { from?: string; cwd?: string; uid?: number; env?: object } = {},
): Promise<Ran> {
  const { from = join(root, 'fullfolj'), cwd = '/', uid, env = {} } = options;
  const as = uid === undefined ? {} : { uid, gid: uid };
  return new Promise((resolve) => {
    execFile(from, args, { cwd, ...as, env: { ...process.env, ...env } }, (error, out, said) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, said }),
    );
  });
}

const stamp = () => statSync(join(root, 'dist', '.stamp')).mtimeMs;

test('it passes on every argument as it was given, on the pinned runtime, from any folder', async () => {
  const { out } = await run(['start', '--name', 'två ord', '*', '']);
  expect(out).toBe('one v26.10.0 start|--name|två ord|*|\n');
});

test('it works through a symbolic link, and through a link to a link', async () => {
  symlinkSync(join(root, 'fullfolj'), join(folder, 'first'));
  symlinkSync('first', join(folder, 'second'));
  expect((await run(['a'], { from: join(folder, 'second') })).out).toMatch(/^one .* a$/m);
  expect((await run(['a'], { from: './second', cwd: folder })).out).toMatch(/^one .* a$/m);
});

test('it builds when a source is newer than the build, and not otherwise', async () => {
  await run([]);
  const first = stamp();
  await run([]);
  expect(stamp()).toBe(first);
  write('two', new Date(Date.now() + 1000));
  expect((await run([])).out).toMatch(/^two /);
});

test('a source that is removed is noticed', async () => {
  await run([]);
  rmSync(join(root, 'app', 'word.ts'));
  const { code, said } = await run([]);
  expect(code).toBe(1);
  expect(said).toMatch(/gick inte att bygga/);
});

test('a test that is changed needs no build', async () => {
  const file = join(root, 'app', 'a.test.ts');
  writeFileSync(file, '');
  await run([]);
  const first = stamp();
  utimesSync(file, new Date(Date.now() + 1000), new Date(Date.now() + 1000));
  await run([]);
  expect(stamp()).toBe(first);
});

test('commands that start at once all find a whole program', async () => {
  const runs = await Promise.all(Array.from({ length: 6 }, (_, n) => run([`${n}`])));
  expect(runs.map((each) => each.out)).toEqual(runs.map((_, n) => `one v26.10.0 ${n}\n`));
  expect(readdirSync(join(root, 'dist')).filter((name) => name.startsWith('.building'))).toEqual([]);
});

test('a command that runs keeps its pieces when another one builds', async () => {
  const slow = `await new Promise((wait) => setTimeout(wait, 1500)); const { word } = await import('./word.ts'); console.log(word);`;
  writeFileSync(join(root, 'app', 'cli.ts'), slow);
  const running = run([]);
  await expect
    .poll(() => readdirSync(root).includes('dist') && readdirSync(join(root, 'dist')).includes('.stamp'))
    .toBe(true);
  write('two', new Date(Date.now() + 1000));
  expect((await run([])).out).toMatch(/^two /);
  expect((await running).out).toBe('one\n');
});

test.runIf(othersCanRun)('a user who may not write in the clone builds in the own cache', async () => {
  const cache = join(folder, 'cache');
  mkdirSync(cache, { mode: 0o777 });
  chmodSync(cache, 0o777);
  const { out } = await run(['a'], { uid: 65_534, env: { XDG_CACHE_HOME: cache } });
  expect(out).toMatch(/^one .* a$/m);
  expect(readdirSync(root)).not.toContain('dist');
});

test.runIf(othersCanRun)('code that somebody else has put among the temporary files is not run', async () => {
  const temporary = join(folder, 'temporary');
  mkdirSync(temporary);
  chmodSync(temporary, 0o777);
  mkdirSync(join(folder, 'closed'), { mode: 0o700 });
  const env = { XDG_CACHE_HOME: join(folder, 'closed'), TMPDIR: temporary };
  expect((await run(['a'], { uid: 65_534, env })).out).toMatch(/^one /);
  const [place = ''] = readdirSync(temporary).filter((name) => name.startsWith('fullfolj-'));
  rmSync(join(temporary, place), { recursive: true });
  mkdirSync(join(temporary, place));
  writeFileSync(join(temporary, place, 'fullfolj.js'), `console.log('foreign')`);
  const later = new Date(Date.now() + 60_000);
  writeFileSync(join(temporary, place, '.stamp'), '');
  utimesSync(join(temporary, place, '.stamp'), later, later);
  const { out, said } = await run(['a'], { uid: 65_534, env });
  expect(out).not.toContain('foreign');
  expect(said).toMatch(/kan inte byggas/);
});
