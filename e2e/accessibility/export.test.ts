import { openSchool } from '../harness/school.ts';
import { checkStates, type PageState } from './check-states.ts';

const school = await openSchool();
const whole = { as: 'Lars Nordin' } as const;

const states: readonly PageState[] = [
  {
    name: 'Export for the administrator of the whole organiser, with all files told',
    ...whole,
    open: async (page) => {
      await page.goto('/export');
      await page.locator('summary', { hasText: 'Också när' }).click();
    },
  },
  {
    name: 'Export without a reason',
    ...whole,
    open: async (page) => {
      await page.goto('/export');
      await page.getByRole('button', { name: 'Hämta som zip' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'Export of a student who is not here',
    ...whole,
    open: async (page) => {
      await page.goto('/export');
      await page.getByLabel('Elevens personnummer eller Person-ID').fill('finns inte');
      await page.getByRole('button', { name: 'Hämta registerutdrag' }).click();
      await page.getByRole('alert').waitFor();
    },
  },
  {
    name: 'Export for an administrator of one unit',
    as: 'Camilla Ståhl',
    open: (page) => page.goto('/export'),
  },
  {
    name: 'Export for the data protection officer',
    as: 'Gunvor Palm',
    open: (page) => page.goto('/export'),
  },
  {
    name: 'Min sida, where the student fetches her own data',
    as: 'Nora Lindgren',
    open: (page) => page.goto('/min-sida#mina-uppgifter'),
  },
];

checkStates(school, states);
