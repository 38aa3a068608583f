import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, inject } from 'vitest';
import type { School } from './school.ts';

/** How somebody looks at a page. */
export interface WindowOptions {
  /** `off`: the browser runs no script at all. */
  readonly script?: 'on' | 'off';
  /** Pixels. */
  readonly width?: number;
  readonly colours?: 'light' | 'dark';
}

/** What a window saw go wrong: uncaught errors, lines in the console, answers of 500 and above, refusals of the content security policy. */
export type Faults = readonly string[];

const faultsOf = new WeakMap<Page, string[]>();
let browser: Promise<Browser> | undefined;
afterAll(async () => (await browser)?.close());

/** A window of a visitor of their own, not logged in. All windows of a file close with its last test. */
export async function openWindow(school: School, options: WindowOptions = {}): Promise<Page> {
  browser ??= chromium.connect(inject('browser').endpoint);
  const context = await (await browser).newContext(contextOptions(school, options));
  context.setDefaultTimeout(40_000);
  const page = await context.newPage();
  faultsOf.set(page, watch(page));
  return page;
}

/** What has gone wrong in a window since it was opened; empty is as it should be. */
export function faults(page: Page): Faults {
  return faultsOf.get(page) ?? [];
}

function contextOptions(school: School, options: WindowOptions): BrowserContextOptions {
  const { script = 'on', width = 1280, colours = 'light' } = options;
  return {
    baseURL: school.url,
    locale: 'sv-SE',
    timezoneId: 'Europe/Stockholm',
    javaScriptEnabled: script === 'on',
    viewport: { width, height: 800 },
    colorScheme: colours,
    reducedMotion: 'reduce',
  };
}

function watch(page: Page): string[] {
  const seen: string[] = [];
  page.on('pageerror', (error) => seen.push(`error: ${error.message}`));
  page.on('console', (message) => {
    // The browser reports every answer of 400 and above by itself; those are judged by the journeys.
    const ownReport = message.text().startsWith('Failed to load resource');
    if (!ownReport && ['error', 'warning'].includes(message.type()))
      seen.push(`${message.type()}: ${message.text()}`);
  });
  page.on('response', (answer) => {
    if (answer.status() >= 500) seen.push(`${answer.status()}: ${answer.url()}`);
  });
  return seen;
}
