import type { Locator } from 'playwright-core';

/** What stands there, as a person reads it: every kind of space is a plain one. */
export async function read(what: Locator): Promise<string> {
  return plain(await what.innerText());
}

/** What stands in each of them. */
export async function readAll(what: Locator): Promise<string[]> {
  return (await what.allInnerTexts()).map(plain);
}

function plain(text: string): string {
  return text.replaceAll(/[\s\u00a0\u202f\u2009]+/g, ' ').trim();
}
