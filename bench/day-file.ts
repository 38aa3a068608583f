import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Io } from '../app/command.ts';
import { runImport } from '../modules/import/index.ts';
import { refreshSignals } from '../modules/signals/index.ts';
import { addDays, type LocalDate } from '../platform/local-date.ts';
import { addEarlierYears, type LargeOrganiser, largeOrganiser } from './large-organiser.ts';
import { machineFacts } from './machine.ts';
import { type Scratch, withScratch } from './scratch-database.ts';

/** For the list of benches. */
export const summary = 'En dags fil ovanpå ett läsår och ovanpå fyra, med nyckeltal och signaler.';

const barSeconds = 6;
const barRatio = 1.3;
const lessonsADay = 5;

/** Prints the time for a day's file on one year's lessons and on four; answers 0 when both bars are met. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { students: { type: 'string', default: '10000' }, weeks: { type: 'string', default: '40' } },
  });
  return withScratch(io, async (scratch) => {
    io.out(`${machineFacts()}\n${scratch.server}`);
    const order = { students: Number(values.students), weeks: Number(values.weeks) };
    const large = await largeOrganiser(scratch, io, order);
    const first = await threeDays(scratch, io, large, large.today);
    say(io, large.lessons, first);
    const lessons = await addEarlierYears(scratch, io, 3);
    const second = await threeDays(scratch, io, large, addDays(large.today, 3));
    say(io, lessons, second);
    return verdict(io, first, second) ? 0 : 1;
  });
}

/** A day's file, in seconds: the whole, and the part that computes indicators and signals. */
interface DayFile {
  readonly whole: number;
  readonly signals: number;
  readonly lessons: number;
  readonly students: number;
}

/** Three days in a row; the middle time counts. */
async function threeDays(
  scratch: Scratch,
  io: Io,
  large: LargeOrganiser,
  monday: LocalDate,
): Promise<DayFile> {
  const days: DayFile[] = [];
  for (const [index, day] of [monday, addDays(monday, 1), addDays(monday, 2)].entries()) {
    io.progress(`Läser in dag ${index + 1} av 3`);
    days.push(await importDay(scratch, large, day));
  }
  io.progress('');
  return days.toSorted((a, b) => a.whole - b.whole)[1]!;
}

async function importDay(scratch: Scratch, large: LargeOrganiser, day: LocalDate): Promise<DayFile> {
  const path = join(scratch.folder, `narvaro-${day}.csv`);
  await writeFile(path, await dayFile(scratch, large, day));
  let signals = 0;
  const from = performance.now();
  const report = await runImport(scratch.db, {
    organiser: { id: large.organiser, name: 'Storkommun' },
    files: [{ path }],
    dryRun: false,
    actor: null,
    acceptLargeChange: true,
    on: day,
    now: () => new Date(),
    into: null,
    onlyUnits: null,
    refreshSignals: async (tx, what) => {
      const begun = performance.now();
      await refreshSignals(tx, what);
      signals = performance.now() - begun;
    },
  });
  const whole = (performance.now() - from) / 1000;
  return { whole, signals: signals / 1000, lessons: report.kinds.narvaro.created, students: report.students };
}

const headings =
  'Personnummer;Datum;Starttid;Sluttid;Ämnesgrupp;Kurskod;Lektionsminuter;Närvaro (min);Giltig frånvaro (min);Ogiltig frånvaro (min);Rapporterad';

/** Five lessons for every student on the day, one in twelve absent. */
async function dayFile({ db }: Scratch, large: LargeOrganiser, day: LocalDate): Promise<string> {
  const { rows } = await db.pool.query<{ civic: string }>(
    `select civic_number as civic from people.person p where civic_number is not null and exists (
       select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id)
     and p.organiser_id = $1 order by person_id`,
    [large.organiser],
  );
  const lines = rows.flatMap(({ civic }, index) =>
    Array.from({ length: lessonsADay }, (_, lesson) => lessonLine(civic, day, index, lesson)),
  );
  return `${headings}\r\n${lines.join('\r\n')}\r\n`;
}

function lessonLine(civic: string, day: LocalDate, index: number, lesson: number): string {
  const hour = String(8 + lesson).padStart(2, '0');
  const absent = (index * 7 + lesson * 5) % 12 === 0;
  const minutes = absent ? '0;0;60' : '60;0;0';
  return `${civic};${day};${hour}:10;${hour}:59;GRUPP${lesson}-${index % 400};MATE1000X;60;${minutes};Ja`;
}

function say(io: Io, lessons: number, { whole, signals, lessons: read, students }: DayFile): void {
  io.out(
    `${lessons} lektioner sedan förut: ${read} nya lektioner för ${students} elever på ${decimal(whole)} s, varav nyckeltal och signaler ${decimal(signals)} s.`,
  );
}

function verdict(io: Io, first: DayFile, second: DayFile): boolean {
  const ratio = second.whole / first.whole;
  const fast = first.whole <= barSeconds;
  const steady = ratio <= barRatio;
  io.out(`Ett läsår: ${decimal(first.whole)} s (ribba ${barSeconds} s): ${fast ? 'klarad' : 'inte klarad'}.`);
  io.out(
    `Fyra läsår: ${decimal(ratio)} × (ribba ${decimal(barRatio)} ×): ${steady ? 'klarad' : 'inte klarad'}.`,
  );
  return fast && steady;
}

function decimal(value: number): string {
  return value.toFixed(2).replace('.', ',');
}
