import type { Page } from 'playwright-core';
import { follow } from '../harness/follow.ts';
import { openSchool } from '../harness/school.ts';
import { checkStates, type PageState } from './check-states.ts';

const head = 'Eva Rönnlund';
const at = (address: string) => (page: Page) => page.goto(address);

async function change(page: Page, value: string): Promise<void> {
  await page.goto('/gransvarden');
  const high = page.getByRole('region', { name: 'Hög frånvaro' });
  await high.getByText('Ändra gränserna').click();
  await high.getByRole('textbox').first().fill(value);
  await follow(high.getByRole('button', { name: 'Spara gränserna' }));
}

const states: readonly PageState[] = [
  { name: 'Gränsvärden, closed to a mentor', as: 'Maria Holm', open: at('/gransvarden') },
  { name: 'Gränsvärden, open to the head of education', as: head, open: at('/gransvarden') },
  { name: 'Gränsvärden with an impossible value', as: head, open: (page) => change(page, '400') },
  { name: 'Gränsvärden after a change', as: head, open: (page) => change(page, '18') },
  { name: 'Så räknar vi', as: 'Sofia Ekman', open: at('/sa-raknar-vi') },
  ...['N01', 'N02', 'N03', 'N04', 'S17', 'P18'].map((id) => ({
    name: `Så räknas signalen ${id}`,
    as: 'Sofia Ekman',
    open: at(`/signaler/${id}`),
  })),
  { name: 'A signal that is not there', as: head, open: at('/signaler/X99') },
];

checkStates(await openSchool(), states);
