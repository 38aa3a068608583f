import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type AssetManifest, asset, loadAssets } from './assets.ts';

const dir = mkdtempSync(path.join(os.tmpdir(), 'assets-'));
const sizeOf = (name: string) => statSync(path.join(dir, name)).size;
let manifest: AssetManifest;
let app: ReturnType<typeof loadAssets>;

beforeAll(async () => {
  const { buildAssets } = (await import('./build-assets.mjs' as string)) as {
    buildAssets: (to: { outDir: string }) => Promise<AssetManifest>;
  };
  manifest = await buildAssets({ outDir: dir });
  app = loadAssets(dir);
});
afterAll(() => rmSync(dir, { recursive: true }));

describe('what the browser fetches', () => {
  it('is a style sheet of at most 12 kB as sent', () => {
    expect(sizeOf(`${manifest['app.css']}.gz`)).toBeLessThanOrEqual(12_000);
  });

  it('is at most 20 kB of script as sent, all of it together, and 5 kB on a page without parts to update', () => {
    const scripts = readdirSync(dir).filter((name) => name.endsWith('.js.gz'));
    expect(scripts.reduce((sum, name) => sum + sizeOf(name), 0)).toBeLessThanOrEqual(20_000);
    expect(sizeOf(`${manifest['app.js']}.gz`)).toBeLessThanOrEqual(5_000);
  });

  it('is one font of at most 30 kB, named by its hash in the style sheet', () => {
    const font = manifest['source-sans-3.woff2'] ?? '';
    expect(sizeOf(font)).toBeLessThanOrEqual(30_000);
    expect(readFileSync(path.join(dir, manifest['app.css'] ?? ''), 'utf8')).toContain(`url(${font})`);
  });

  it('asks nothing of eval, which the content security policy refuses', () => {
    const script = readFileSync(path.join(dir, manifest['app.js'] ?? ''), 'utf8');
    expect(script).not.toMatch(/\beval\(|new Function\(/);
  });
});

describe('serving it', () => {
  it('lets the browser keep it for ever, since its name changes with its content', async () => {
    const answer = await app.request(asset('app.css'));
    expect(answer.status).toBe(200);
    expect(answer.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(answer.headers.get('content-type')).toBe('text/css; charset=utf-8');
    expect(asset('app.css')).toMatch(/^\/assets\/app\.[0-9a-f]{8}\.css$/);
  });

  it('sends brotli before gzip before plain, as the browser takes it', async () => {
    const encoding = async (accepted?: string) => {
      const headers = accepted === undefined ? {} : { 'accept-encoding': accepted };
      return (await app.request(asset('app.js'), { headers })).headers.get('content-encoding');
    };
    expect(await encoding('gzip, deflate, br')).toBe('br');
    expect(await encoding('gzip;q=0.8, br;q=0')).toBe('gzip');
    expect(await encoding('identity')).toBeNull();
    expect(await encoding()).toBeNull();
  });

  it('does not press a font together once more', async () => {
    const answer = await app.request(asset('source-sans-3.woff2'), {
      headers: { 'accept-encoding': 'br, gzip' },
    });
    expect(answer.headers.get('content-encoding')).toBeNull();
    expect(answer.headers.get('content-type')).toBe('font/woff2');
  });

  it('serves nothing else', async () => {
    for (const name of ['manifest.json', '..%2fpackage.json', 'app.css', `${manifest['app.css']}.gz`]) {
      expect((await app.request(`/assets/${name}`)).status, name).toBe(404);
    }
  });
});
