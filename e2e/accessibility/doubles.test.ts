import { doubleLessonsFile, doublesFile } from '../harness/double-files.ts';
import { follow } from '../harness/follow.ts';
import { sendFiles } from '../harness/roster-file.ts';
import { openSchool } from '../harness/school.ts';
import { checkStates, type PageState } from './check-states.ts';

const school = await openSchool();
const page = '/import/dubbletter';
const everywhere = { as: 'Lars Nordin' } as const;

const states: readonly PageState[] = [
  { name: 'Nobody stands twice', ...everywhere, open: (window) => window.goto(page) },
  {
    name: 'Several likely doubles, one of them protected',
    ...everywhere,
    open: async (window) => {
      await sendFiles(window, { 'elever.csv': doublesFile, 'narvaro.csv': doubleLessonsFile });
      await follow(window.getByRole('button', { name: /^Läs in \d/ }));
      await window.getByRole('heading', { level: 1, name: 'Inläst' }).waitFor();
      await window.goto(page);
    },
  },
  { name: 'Import with likely doubles', ...everywhere, open: (window) => window.goto('/import') },
  { name: 'Pairs out of reach', as: 'Camilla Ståhl', open: (window) => window.goto(page) },
  {
    name: 'Merged',
    ...everywhere,
    open: async (window) => {
      await window.goto(page);
      await follow(window.getByRole('button', { name: 'Slå ihop Nora Lindgren' }));
    },
  },
  {
    name: 'Parted again',
    ...everywhere,
    open: async (window) => {
      await window.goto(page);
      await follow(window.getByRole('button', { name: 'Dela upp igen' }).first());
    },
  },
];

checkStates(school, states);
