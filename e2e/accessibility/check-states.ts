import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { axeViolations } from '../harness/axe-violations.ts';
import { enterAs } from '../harness/log-in.ts';
import type { School } from '../harness/school.ts';
import { structureFaults } from '../harness/structure-faults.ts';
import { faults, openWindow } from '../harness/window.ts';

/** A page in one of its states: who looks, and how it is reached from where that person begins. */
export interface PageState {
  readonly name: string;
  /** Nobody: not logged in. */
  readonly as?: string;
  open(page: Page): Promise<unknown>;
  /** The page is meant to be answered as an error of the server's. */
  readonly isError?: boolean;
}

/** Dark is the same page in other colours. */
const looks = [
  { width: 1280, colours: 'light', scope: 'all' },
  { width: 1280, colours: 'dark', scope: 'colours' },
  { width: 320, colours: 'light', scope: 'all' },
  { width: 320, colours: 'dark', scope: 'colours' },
] as const;

/** One test a state: no violation of WCAG 2.2 AA or good practice, sound structure, no overflow, no error, in every look. */
export function checkStates(school: School, states: readonly PageState[]): void {
  test.each(states.map((state) => [state.name, state] as const))('%s', async (_, state) => {
    const page = state.as ? await enterAs(school, state.as) : await openWindow(school);
    await state.open(page);
    for (const look of looks) {
      await page.setViewportSize({ width: look.width, height: 800 });
      await page.emulateMedia({ colorScheme: look.colours });
      const found = [...(await structureFaults(page)), ...(await axeViolations(page, look.scope))];
      expect({ ...look, found }).toEqual({ ...look, found: [] });
    }
    expect(faults(page).filter((fault) => !state.isError || !fault.startsWith('500'))).toEqual([]);
    await page.context().close();
  });
}
