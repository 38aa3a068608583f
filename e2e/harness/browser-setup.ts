import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserServer, chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';
import { buildAssets } from '../../platform/web/build-assets.mjs';
import { installedBrowser } from '../../scripts/test/find-browser.ts';

declare module 'vitest' {
  export interface ProvidedContext {
    /** The run's one browser, as an address to connect to, and the style sheet, script and font built for this run. */
    browser: { endpoint: string; assetsDir: string };
  }
}

/** One browser for the whole run: every test file connects to it and opens windows of its own. Answers the tear-down. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const assetsDir = mkdtempSync(join(tmpdir(), 'fullfolj-assets-'));
  await buildAssets({ outDir: assetsDir });
  const server = await launch();
  project.provide('browser', { endpoint: server.wsEndpoint(), assetsDir });
  return async () => {
    await server.close();
    rmSync(assetsDir, { recursive: true, force: true });
  };
}

function launch(): Promise<BrowserServer> {
  const executablePath = installedBrowser();
  if (!executablePath)
    throw new Error('No browser: install Chromium, or name one in CHROMIUM_PATH, or run ./fullfolj test.');
  return chromium.launchServer({ executablePath, args: ['--no-sandbox', '--disable-dev-shm-usage'] });
}
