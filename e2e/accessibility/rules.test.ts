import type { Page } from 'playwright-core';
import { book } from '../../app/rule-book.ts';
import { follow } from '../harness/follow.ts';
import { openSchool } from '../harness/school.ts';
import { checkStates, type PageState } from './check-states.ts';

const head = 'Eva Rönnlund';
const at = (address: string) => (page: Page) => page.goto(address);
const deadline = '/regler/study-plan/deadline';

async function tryOut(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await follow(page.getByRole('button', { name: 'Pröva' }));
}

async function loosen(page: Page): Promise<void> {
  await page.goto(deadline);
  await page.getByText('Ändra rutinen').first().click();
  await page.getByLabel(/^Egen sista dag/).fill('90');
  await follow(page.getByRole('button', { name: 'Spara rutinen' }));
}

const states: readonly PageState[] = [
  { name: 'Regler', as: 'Maria Holm', open: at('/regler') },
  { name: 'Regler with a word that no rule has', as: 'Maria Holm', open: at('/regler?sok=xyzzy') },
  { name: 'A rule, its routines closed to a mentor', as: 'Maria Holm', open: at(deadline) },
  { name: 'A routine that is looser than the law', as: head, open: loosen },
  { name: 'A rule that is not there', as: head, open: at('/regler/no/such') },
  ...book.rules.map(({ id, title }) => ({
    name: `${title}, tried with its example`,
    as: head,
    open: (page: Page) => tryOut(page, `/regler/${id}`),
  })),
];

checkStates(await openSchool(), states);
