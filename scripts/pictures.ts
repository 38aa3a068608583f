// Takes the pictures of the documentation, docs/pictures, from the cast with the clock at a Monday morning. Run by hand:
// node scripts/pictures.ts [NAME …]
import './pictures/tsx-loader.ts';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { type Browser, chromium, type Page } from 'playwright-core';
import { cast } from '../fixtures/cast.ts';
import { stoppedClock } from '../platform/server/clock.ts';
import { readConfig } from '../platform/server/config.ts';
import { closeDatabase, openDatabase } from '../platform/server/db.ts';
import { projectRoot } from '../platform/server/project-root.ts';
import { buildAssets } from '../platform/web/build-assets.mjs';
import { indexedPng } from './pictures/indexed-png.ts';
import { type Scene, scenes } from './pictures/scenes.ts';
import { withScratchDatabase } from './scratch-database.ts';
import { installedBrowser } from './test/find-browser.ts';

const day = '2026-11-23';
const folder = join(projectRoot(), 'docs', 'pictures');
const wanted = process.argv.slice(2);

await withScratchDatabase(async (url) => {
  // Imported here, after the loader of pages is in place.
  const { createServer } = await import('../app/server.ts');
  const { loadCast } = await import('../fixtures/load-cast.ts');
  const db = openDatabase(url, 5);
  const data = mkdtempSync(join(tmpdir(), 'fullfolj-pictures-'));
  const assetsDir = join(data, 'assets');
  await buildAssets({ outDir: assetsDir });
  await loadCast(db, cast(day));
  const server = await createServer({
    db,
    config: readConfig({}, { data }),
    port: 0,
    host: '127.0.0.1',
    log: pino({ level: 'silent' }),
    clock: stoppedClock(day),
    env: {},
    assetsDir,
  });
  const browser = await chromium.launch({ executablePath: installedBrowser() ?? '', args: ['--no-sandbox'] });
  try {
    mkdirSync(folder, { recursive: true });
    for (const scene of scenes) await take(browser, `http://localhost:${server.port}`, scene);
  } finally {
    await browser.close();
    await server.close();
    await closeDatabase(db);
    rmSync(data, { recursive: true, force: true });
  }
});

async function take(browser: Browser, baseURL: string, scene: Scene): Promise<void> {
  const { name, as, width = 1280, height = 800 } = scene;
  const context = await browser.newContext({
    baseURL,
    viewport: { width, height },
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
  });
  const page = await context.newPage();
  await page.goto('/logga-in');
  await page.getByRole('button', { name: `Logga in som ${as}` }).click();
  await page.waitForURL((url) => url.pathname !== '/logga-in');
  await scene.open(page);
  if (wanted.length === 0 || wanted.includes(name)) {
    await swedishDays(page);
    await page.mouse.move(0, 0);
    const png = indexedPng(await page.screenshot({ fullPage: scene.height === undefined }));
    writeFileSync(join(folder, `${name}.png`), png);
    process.stdout.write(`${name}: ${Math.round(png.length / 1000)} kB\n`);
  }
  await context.close();
}

/** A browser shows days in its own language; this one as a Swedish one does. */
async function swedishDays(page: Page): Promise<void> {
  await page.evaluate(() => {
    for (const field of document.querySelectorAll<HTMLInputElement>('input[type=date]')) field.type = 'text';
  });
}
