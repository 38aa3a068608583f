import { follow } from '../harness/follow.ts';
import { openSchool } from '../harness/school.ts';
import { checkStates, type PageState } from './check-states.ts';

const states: readonly PageState[] = [
  { name: 'Logga in', open: (page) => page.goto('/logga-in') },
  { name: 'Logga in, on the way to a page', open: (page) => page.goto('/elever?visa=aktiv') },
  { name: 'Utloggad', open: (page) => page.goto('/utloggad') },
  { name: 'Katalog', open: (page) => page.goto('/katalog') },
  { name: 'Katalog: fel', isError: true, open: (page) => page.goto('/katalog/fel') },
  { name: 'Katalog: nekat', open: (page) => page.goto('/katalog/nekat') },
  { name: 'Min sida', as: 'Elin Sandqvist', open: async () => {} },
  { name: 'Min sida of a student who waits for a talk', as: 'Yusuf Warsame', open: async () => {} },
  {
    name: 'Min sida after a wish is sent',
    as: 'Tuva Blomgren',
    open: async (page) => {
      await page.getByRole('radio', { name: 'Jag funderar på att sluta' }).check();
      await follow(page.getByRole('button', { name: 'Skicka' }));
    },
  },
  {
    name: 'Min sida with nothing chosen',
    as: 'Leo Hedberg',
    open: (page) => follow(page.getByRole('button', { name: 'Skicka' })),
  },
  { name: 'Min sida in a school of its own', as: 'Ebba Sjögren', open: async () => {} },
  { name: 'Not found, for a student', as: 'Nora Lindgren', open: (page) => page.goto('/elever') },
  { name: 'The first page of a teacher without students of her own', as: 'Tobias Ahl', open: async () => {} },
];

checkStates(await openSchool(), states);
