import type { Page } from 'playwright-core';
import { structureFaults } from './structure-faults.ts';

/** How many pages of the same kind (`/elever/1`, `/elever/2`) are read; the rest are alike. */
const ofAKind = 3;

/** A page as it was met: its status, what the server sent, and what is wrong with how it is built. */
export interface MetPage {
  readonly status: number;
  readonly source: string;
  readonly faults: readonly string[];
}

/** A form of a page with what it holds when nobody has filled it in. */
export interface SentForm {
  readonly method: 'get' | 'post';
  readonly action: string;
  readonly fields: Readonly<Record<string, string>>;
}

/**
 * Follows every link to a page from where the window stands, and answers each page by its address. Pages of one kind are
 * sampled; files are left out.
 */
export async function walk(page: Page): Promise<ReadonlyMap<string, MetPage>> {
  const found = new Map<string, MetPage>();
  const perKind = new Map<string, number>();
  const waiting = [new URL(page.url()).pathname];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (found.has(address) || isFile(address) || !worthReading(address, perKind)) continue;
    const answer = await page.goto(address, { waitUntil: 'domcontentloaded' });
    const source = (await answer?.text()) ?? '';
    found.set(address, { status: answer?.status() ?? 0, source, faults: await structureFaults(page) });
    waiting.push(...linksOf(source));
  }
  return found;
}

function isFile(address: string): boolean {
  return /\.(csv|xlsx)\b|[?&]format=/.test(address);
}

function worthReading(address: string, perKind: Map<string, number>): boolean {
  const kind = kindOf(address);
  const count = (perKind.get(kind) ?? 0) + 1;
  perKind.set(kind, count);
  return count <= ofAKind;
}

/** The address without numbers, values and the names of rules: `/elever/7?sida=2` → `/elever/#?sida`. */
function kindOf(address: string): string {
  const [path = '', query = ''] = address.split('?');
  const kind = path.replaceAll(/\d+/g, '#').replace(/^\/regler\/.+/, '/regler/#');
  return `${kind}?${[...new URLSearchParams(query).keys()].join('&')}`;
}

/** The addresses of a page's links to our own pages. */
function linksOf(source: string): string[] {
  const links = [...source.matchAll(/<a\b[^>]*?\bhref="(\/[^"#]*)/g)].map((match) => plain(match[1]!));
  return [...new Set(links)];
}

/** A page's forms, but for those that log out, each kind once. */
export function formsOf(source: string, address: string): SentForm[] {
  const forms = [...source.matchAll(/<form\b([^>]*)>(.*?)<\/form>/gs)].map(([, head = '', inside = '']) => ({
    method: attribute(head, 'method') === 'post' ? ('post' as const) : ('get' as const),
    action: attribute(head, 'action') ?? address,
    fields: Object.fromEntries(
      [...inside.matchAll(/<input\b([^>]*)>/g)]
        .filter(([, input = '']) => !/type="(radio|checkbox|file)"/.test(input))
        .map(([, input = '']) => [attribute(input, 'name') ?? '', attribute(input, 'value') ?? '']),
    ),
  }));
  return forms.filter((form) => form.action !== '/logga-ut');
}

function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1];
  return found === undefined ? undefined : plain(found);
}

function plain(text: string): string {
  return text.replaceAll('&amp;', '&').replaceAll('&quot;', '"').replaceAll('&#39;', "'");
}
