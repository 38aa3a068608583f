import { OperatorError } from '../../platform/server/operator-error.ts';
import type { Io } from '../command.ts';

/** What a bench exports: `bench/<name>.ts`. */
export interface Bench {
  readonly summary: string;
  run(args: string[], io: Io): Promise<number>;
}

const benches: Readonly<Record<string, () => Promise<Bench>>> = {
  import: () => import('../../bench/import.ts'),
  kills: () => import('../../bench/kills.ts'),
  'import-process': () => import('../../bench/import-process.ts'),
  pull: () => import('../../bench/pull.ts'),
  'pull-server': () => import('../../bench/pull-server.ts'),
  'broken-files': () => import('../../bench/broken-files.ts'),
  'day-file': () => import('../../bench/day-file.ts'),
  pages: () => import('../../bench/pages.ts'),
  browser: () => import('../../bench/browser.ts'),
  signals: () => import('../../bench/signals.ts'),
  rules: () => import('../../bench/rules.ts'),
  'early-warning': () => import('../../bench/early-warning.ts'),
};

/** For the list of commands. */
export const summary = 'Mäter det som ska gå fort, och säger om måttet är nått.';

/** For `--help`. */
export const help = `
./fullfolj bench NAMN [--help]

  import         två miljoner lektioner från CSV, mot en ren inläsning av samma fil, och mot facit
  kills          hundra inläsningar som dödas när som helst
  pull           hämtning över SS 12000 från en källa på samma dator, mot facit
  broken-files   tusen trasiga filer: ingen krasch, inget halvt inläst, varje stoppad rad med sitt skäl
  day-file       en dags fil ovanpå ett läsår, med nyckeltal och signaler
  pages          svarstider för Mina elever, Elev och Elever med 10 000 elever
  browser        samma sidor i en webbläsare på långsam dator och långsamt nät
  signals        signaler för 1 500 elever under 40 veckor
  rules          vägen till examen för 10 000 elever, med granskning av uppgifterna
  early-warning  hur väl frånvarosignalerna träffar, på tre genererade läsår

Varje mätning skriver ut datorns egenskaper, siffrorna och gränsen. Databasen är en egen, tillfällig.
`;

/** Runs one bench; answers 0 when its bars are met, 1 when not. */
export async function run(args: string[], io: Io): Promise<number> {
  const [name = '', ...rest] = args;
  const load = benches[name];
  if (!load)
    throw new OperatorError(
      `Vilken mätning? Välj en av: ${Object.keys(benches)
        .filter((each) => !each.startsWith('import-') && each !== 'pull-server')
        .join(', ')}.`,
    );
  return (await load()).run(rest, io);
}
