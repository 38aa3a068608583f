// Bundles the command line and the browser's files. Plain JavaScript for Node 20.
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/**
 * Builds into `folder`. Every file is made aside and renamed into place, the entry last, so that commands which start or run meanwhile always
 * find a whole program: pieces are named after their content and stay for a week.
 */
export async function buildInto(root, folder) {
  const begun = new Date();
  mkdirSync(folder, { recursive: true });
  const aside = mkdtempSync(join(folder, '.building-'));
  try {
    await bundle(root, folder, aside);
    await buildAssets(root, join(aside, 'assets'));
    linkPackages(root, folder);
    moveInto(aside, folder);
    writeFileSync(join(folder, '.stamp'), '');
    // The time before the build, so that what was edited during it is built next time.
    utimesSync(join(folder, '.stamp'), begun, begun);
    removeOld(folder);
  } finally {
    rmSync(aside, { recursive: true, force: true });
  }
}

async function bundle(root, outdir, aside) {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    absWorkingDir: root,
    entryPoints: { fullfolj: 'app/cli.ts' },
    outdir,
    bundle: true,
    splitting: true,
    format: 'esm',
    platform: 'node',
    target: 'node24',
    packages: 'external',
    chunkNames: 'piece-[name]-[hash]',
    jsx: 'automatic',
    jsxImportSource: 'hono/jsx',
    sourcemap: true,
    logLevel: 'warning',
    plugins: [withoutTests],
    write: false,
  });
  for (const file of outputFiles) writeFileSync(join(aside, basename(file.path)), file.contents);
}

/** Commands are found by a pattern, which also matches the tests beside them. */
const withoutTests = {
  name: 'without-tests',
  setup(build) {
    build.onLoad({ filter: /\.test\.tsx?$/ }, () => ({ contents: '', loader: 'js' }));
  },
};

async function buildAssets(root, outDir) {
  const script = join(root, 'platform', 'web', 'build-assets.mjs');
  if (!existsSync(script)) return;
  mkdirSync(outDir, { recursive: true });
  const assets = await import(pathToFileURL(script).href);
  await assets.buildAssets({ outDir });
}

/** A build outside the project finds the installed packages through a link. */
function linkPackages(root, folder) {
  if (dirname(folder) === root || existsSync(join(folder, 'node_modules'))) return;
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
}

function moveInto(from, to) {
  mkdirSync(to, { recursive: true });
  const names = readdirSync(from, { withFileTypes: true });
  const entryLast = names.sort((a, b) => Number(a.name === 'fullfolj.js') - Number(b.name === 'fullfolj.js'));
  for (const name of entryLast) {
    if (name.isDirectory()) moveInto(join(from, name.name), join(to, name.name));
    else renameSync(join(from, name.name), join(to, name.name));
  }
}

/** Pieces of earlier builds may be needed by a process that still runs; after a week they are removed. */
function removeOld(folder) {
  const weekAgo = Date.now() - 7 * 24 * 3600 * 1000;
  for (const name of readdirSync(folder)) {
    if (!/^(piece-|\.building-|assets$)/.test(name)) continue;
    const path = join(folder, name);
    if (name === 'assets') for (const asset of readdirSync(path)) removeIfOlder(join(path, asset), weekAgo);
    else removeIfOlder(path, weekAgo);
  }
}

function removeIfOlder(path, time) {
  const facts = statSync(path, { throwIfNoEntry: false });
  if (facts && facts.mtimeMs < time) rmSync(path, { recursive: true, force: true });
}
