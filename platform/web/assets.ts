import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { Hono } from 'hono';

/** Where assets are mounted; the address of every style sheet, script and font starts with it. */
export const assetsPath = '/assets';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** Plain name → name with the hash of its content, as written by `build-assets.mjs`. */
export type AssetManifest = Readonly<Record<string, string>>;

// Set once at start, before the first request, so that pages need not carry it with them.
let manifest: AssetManifest = {};

/** The address of an asset, for example `asset('app.css')` → `/assets/app.3f9c2a10.css`. Without a build: the plain name. */
export function asset(name: string): string {
  return `${assetsPath}/${manifest[name] ?? name}`;
}

/** Reads the assets built into `dir` into memory (some 150 kB) and makes `asset()` answer with their names. Throws if there is no build. */
export function loadAssets(dir: string): Hono {
  manifest = JSON.parse(readFileSync(path.join(dir, 'manifest.json'), 'utf8')) as AssetManifest;
  return assetRoutes(readFiles(dir));
}

/** Serves the files: cached for ever (the name changes with the content), brotli or gzip if the browser takes it. */
export function assetRoutes(files: ReadonlyMap<string, Uint8Array<ArrayBuffer>>): Hono {
  return new Hono().get(`${assetsPath}/:name`, (c) => {
    const name = c.req.param('name');
    const type = types[path.extname(name)];
    const plain = files.get(name);
    if (!type || !plain) return c.notFound();
    const encoding = encodingFor(name, c.req.header('accept-encoding') ?? '', files);
    c.header('Content-Type', type);
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Vary', 'Accept-Encoding');
    if (encoding) c.header('Content-Encoding', encoding.name);
    return c.body(encoding ? (files.get(`${name}.${encoding.ending}`) ?? plain) : plain);
  });
}

const encodings = [
  { name: 'br', ending: 'br' },
  { name: 'gzip', ending: 'gz' },
] as const;

function encodingFor(name: string, accepted: string, files: ReadonlyMap<string, unknown>) {
  const taken = accepted
    .split(',')
    .map((part) => part.trim().split(';'))
    .filter(([, quality]) => quality?.trim() !== 'q=0')
    .map(([encoding]) => encoding);
  return encodings.find(({ name: each, ending }) => taken.includes(each) && files.has(`${name}.${ending}`));
}

function readFiles(dir: string): Map<string, Uint8Array<ArrayBuffer>> {
  const names = readdirSync(dir).filter((name) => name !== 'manifest.json');
  return new Map(names.map((name) => [name, new Uint8Array(readFileSync(path.join(dir, name)))]));
}
