import type { Page } from 'playwright-core';

/** How many pages of the same kind (`/elever/1`, `/elever/2`) are read; the rest are alike. */
const ofAKind = 4;

/**
 * Follows every link to a page from where the window stands, and answers each page's address and source as the server sent
 * it. Pages of one kind are sampled; files are left out.
 */
export async function sourcesOf(page: Page): Promise<ReadonlyMap<string, string>> {
  const found = new Map<string, string>();
  const perKind = new Map<string, number>();
  const waiting = [new URL(page.url()).pathname];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    if (found.has(address) || !worthReading(address, perKind)) continue;
    const answer = await page.request.get(address);
    if (!(answer.headers()['content-type'] ?? '').startsWith('text/html')) continue;
    const source = await answer.text();
    found.set(address, source);
    waiting.push(...linksOf(source));
  }
  return found;
}

function worthReading(address: string, perKind: Map<string, number>): boolean {
  const kind = kindOf(address);
  const count = (perKind.get(kind) ?? 0) + 1;
  perKind.set(kind, count);
  return count <= ofAKind;
}

/** The address without numbers and values: `/elever/7?sida=2` → `/elever/#?sida`. */
export function kindOf(address: string): string {
  const [path = '', query = ''] = address.split('?');
  return `${path.replaceAll(/\d+/g, '#')}?${[...new URLSearchParams(query).keys()].join('&')}`;
}

/** The addresses of a page's links to our own pages. */
export function linksOf(source: string): string[] {
  const links = [...source.matchAll(/<a\b[^>]*?\bhref="(\/[^"#]*)/g)].map((match) =>
    match[1]!.replaceAll('&amp;', '&'),
  );
  return [...new Set(links)].filter((link) => !link.startsWith('/assets/'));
}
