import { execFile } from 'node:child_process';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs, promisify } from 'node:util';
import type { Io } from '../app/command.ts';
import { generate } from '../fixtures/generator/generate.ts';
import type { ForOrganiser } from '../modules/import/index.ts';
import { addDays } from '../platform/local-date.ts';
import { flagsFor } from '../scripts/runtime-flags.mjs';
import { asInTruth } from './as-in-truth.ts';
import { type BareCopy, bareCopy } from './bare-copy.ts';
import type { ImportOrder, MeasuredImport } from './import-process.ts';
import { machineFacts } from './machine.ts';
import { type Scratch, withScratch } from './scratch-database.ts';

/** For the list of benches. */
export const summary = 'Två miljoner lektioner från CSV, mot en ren inläsning av samma fil.';

const bars = { firstTime: 5, sameAgain: 4, megabytes: 300 } as const;

/** Prints both times, their ratio to the bare copy and the memory; answers 0 when all bars are met. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { students: { type: 'string', default: '10000' }, weeks: { type: 'string', default: '9' } },
  });
  const order = {
    students: Number(values.students),
    weeks: Number(values.weeks),
    seed: 1,
    start: '2025-08-18',
  };
  return withScratch(io, async (scratch) => {
    io.progress(`Skriver ${order.students} elever och ${order.weeks} veckor`);
    const out = join(scratch.folder, 'files');
    const made = await generate(order, 'normal', out);
    const lessons = (await readdir(out))
      .filter((name) => name.startsWith('narvaro'))
      .map((name) => join(out, name));
    const bare = await bareCopy(scratch, headings, lessons);
    io.out(
      `${machineFacts()}\n${scratch.server}. Jämförs med ${bare.how} av samma filer till en tabell utan nyckel.`,
    );
    const on = addDays(made.to, 3);
    await importFiles(scratch, { create: 'Storkommun' }, [join(out, 'elever.csv')], on);
    const measured = await measure(scratch, io, bare, lessons, on);
    const met = report(io, made.lessons, measured);
    const right = await asInTruth(scratch.db, join(out, 'facit', 'facit.json'), {
      from: made.from,
      to: made.to,
    });
    io.out(right.says);
    return met && right.met ? 0 : 1;
  });
}

const headings = [
  ...[
    'Personnummer',
    'Person-ID',
    'Datum',
    'Starttid',
    'Sluttid',
    'Ämnesgrupp',
    'Kurskod',
    'Lektionsminuter',
  ],
  ...['Närvaro', 'Giltig', 'Ogiltig', 'Annan', 'Sen', 'Anledning', 'Rapporterad', 'Lektions-ID'],
];

/** Seconds; the bare copy is measured before, between and after, and the middle one counts. */
interface Measured {
  readonly bare: readonly number[];
  readonly first: MeasuredImport;
  readonly again: MeasuredImport;
}

async function measure(
  scratch: Scratch,
  io: Io,
  bare: BareCopy,
  files: readonly string[],
  on: string,
): Promise<Measured> {
  const organiser = { id: 1, name: 'Storkommun' };
  const times = [await step(io, 'Ren inläsning', () => bare.run())];
  const first = await step(io, 'Läser in', () => importFiles(scratch, organiser, files, on));
  times.push(await step(io, 'Ren inläsning igen', () => bare.run()));
  const again = await step(io, 'Läser in samma filer igen', () => importFiles(scratch, organiser, files, on));
  times.push(await step(io, 'Ren inläsning igen', () => bare.run()));
  io.progress('');
  return { bare: times, first, again };
}

async function step<T>(io: Io, what: string, work: () => Promise<T>): Promise<T> {
  io.progress(what);
  return work();
}

/** Imports in a process of its own, with the flags that the launcher gives the command. */
async function importFiles(
  { url }: Scratch,
  organiser: ForOrganiser,
  paths: readonly string[],
  on: string,
): Promise<MeasuredImport> {
  const order: ImportOrder = { url, organiser, paths, on };
  const args = [...flagsFor('import'), process.argv[1]!, 'bench', 'import-process', JSON.stringify(order)];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout) as MeasuredImport;
}

function report(io: Io, lessons: number, { bare, first, again }: Measured): boolean {
  const middle = bare.toSorted((a, b) => a - b)[1]!;
  const megabytes = Math.max(first.megabytes, again.megabytes);
  const lines = [
    `${lessons} lektioner. Ren inläsning ${bare.map(decimal).join(', ')} s; ${decimal(middle)} s räknas.`,
    ratioLine('Första gången, med veckorna', first, middle, bars.firstTime),
    ratioLine('Samma filer igen', again, middle, bars.sameAgain),
    `Minne som mest ${megabytes} MB (ribba ${bars.megabytes} MB): ${megabytes <= bars.megabytes ? 'klarad' : 'inte klarad'}.`,
    `Signaler för alla elever därefter, i samma körning: ${decimal(first.signalSeconds)} s.`,
  ];
  io.out(lines.join('\n'));
  const counted = first.created === lessons && again.unchanged === lessons;
  if (!counted) io.out('Antalet lektioner stämmer inte.');
  const fast = first.seconds <= bars.firstTime * middle && again.seconds <= bars.sameAgain * middle;
  return counted && fast && megabytes <= bars.megabytes;
}

function ratioLine(what: string, { seconds }: MeasuredImport, bare: number, bar: number): string {
  const ratio = seconds / bare;
  return `${what}: ${decimal(seconds)} s, ${decimal(ratio)} × (ribba ${bar} ×): ${ratio <= bar ? 'klarad' : 'inte klarad'}.`;
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',');
}
