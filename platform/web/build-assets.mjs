// Makes what the browser fetches: one style sheet, one script (and the parts it loads when needed), the font, the
// icon. Every name carries a hash of its content, so that it may be cached for ever; manifest.json tells the names.
import { createHash } from 'node:crypto';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { bundle } from 'lightningcss';

const here = path.dirname(fileURLToPath(import.meta.url));
const packageFile = createRequire(import.meta.url).resolve;
const font = packageFile('@fontsource-variable/source-sans-3/files/source-sans-3-latin-wght-normal.woff2');

/** Browsers of 2023 and later: a version is written major << 16 | minor << 8. */
const cssTargets = { chrome: 111 << 16, firefox: 113 << 16, safari: (16 << 16) | (4 << 8) };
const scriptTargets = ['chrome111', 'firefox113', 'safari16.4'];

/**
 * Builds every asset into `outDir` (emptied first) and returns the manifest: plain name → hashed name, for example
 * `{ 'app.css': 'app.3f9c2a10.css' }`. Text files also get `.gz` and `.br` variants.
 */
export async function buildAssets({ outDir }) {
  await rm(outDir, { recursive: true, force: true });
  await mkdir(outDir, { recursive: true });
  const manifest = {};
  manifest['source-sans-3.woff2'] = await write(outDir, 'source-sans-3.woff2', await readFile(font));
  manifest['icon.svg'] = await write(outDir, 'icon.svg', await readFile(path.join(here, 'icon.svg')));
  manifest['app.css'] = await write(outDir, 'app.css', styleSheet(manifest));
  Object.assign(manifest, await writeScripts(outDir));
  await writeFile(path.join(outDir, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  return manifest;
}

function styleSheet(manifest) {
  const { code } = bundle({ filename: path.join(here, 'styles/app.css'), minify: true, targets: cssTargets });
  return Buffer.from(
    Object.entries(manifest).reduce(
      (css, [name, hashed]) => css.replaceAll(name, hashed),
      code.toString('utf8'),
    ),
  );
}

async function writeScripts(outDir) {
  const result = await build({
    entryPoints: { app: path.join(here, 'browser/app.ts') },
    outdir: outDir,
    entryNames: '[name].[hash]',
    chunkNames: '[name].[hash]',
    bundle: true,
    splitting: true,
    format: 'esm',
    minify: true,
    legalComments: 'none',
    target: scriptTargets,
    metafile: true,
    write: false,
  });
  const written = {};
  for (const file of result.outputFiles) {
    const name = path.basename(file.path);
    await writeWithVariants(outDir, name, Buffer.from(file.contents));
    if (/^app\./.test(name)) written['app.js'] = name;
  }
  return written;
}

async function write(outDir, name, content) {
  const hash = createHash('sha256').update(content).digest('hex').slice(0, 8);
  const { name: stem, ext } = path.parse(name);
  const hashed = `${stem}.${hash}${ext}`;
  await writeWithVariants(outDir, hashed, content);
  return hashed;
}

async function writeWithVariants(outDir, name, content) {
  const target = path.join(outDir, name);
  await writeFile(target, content);
  if (name.endsWith('.woff2')) return; // already compressed
  await writeFile(`${target}.gz`, gzipSync(content, { level: 9 }));
  const quality = { [constants.BROTLI_PARAM_QUALITY]: 11 };
  await writeFile(`${target}.br`, brotliCompressSync(content, { params: quality }));
}
