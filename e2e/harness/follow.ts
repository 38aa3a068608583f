import type { Locator } from 'playwright-core';

/** Presses a link or a button and waits until the page it leads to is there. */
export async function follow(what: Locator): Promise<void> {
  await Promise.all([what.page().waitForEvent('load'), what.click()]);
}
