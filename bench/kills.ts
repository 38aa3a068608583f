import { type ChildProcess, spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import type { Io } from '../app/command.ts';
import { hashed } from '../fixtures/generator/random.ts';
import { schoolDays, smallSchool } from '../fixtures/small-school.ts';
import { storedOf } from '../fixtures/stored-digests.ts';
import { machineFacts } from './machine.ts';
import { type Scratch, withScratch } from './scratch-database.ts';

/** For the list of benches. */
export const summary =
  'Hundra inläsningar som dödas när som helst: gamla läget eller det nya, aldrig däremellan.';

/** A little longer than a whole run takes: some kills come just after the end, when the new state has to stand. */
const withTheEnd = 1.2;
const school = smallSchool(300);
const days = schoolDays('2026-11-02', 8);

/** Kills so many imports at random moments; answers 0 when each left the old state or the new, and completed the second time. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { kills: { type: 'string', default: '100' }, seed: { type: 'string', default: '1' } },
  });
  const kills = Number(values.kills);
  const seed = Number(values.seed);
  return withScratch(io, async (scratch) => {
    const files = join(scratch.folder, 'files');
    await mkdir(files);
    await writeSchool(files, 0);
    let whole = await tookMs(() => ended(importing(scratch, files)));
    const first = whole;
    const tally = { old: 0, new: 0, mixed: 0, notCompleted: 0 };
    for (let round = 1; round <= kills; round++) {
      await writeSchool(files, round);
      tally[await killOnce(scratch, files, hashed(seed, round) * withTheEnd * whole)] += 1;
      // As long as the last whole one took, so that kills fall in all of the run however busy the machine is.
      whole = await tookMs(async () => {
        if (!(await completes(scratch, files, round))) tally.notCompleted += 1;
      });
      io.progress(`${round} av ${kills}`);
    }
    io.progress('');
    io.out(
      [
        `${machineFacts()}\n${scratch.server}. ${kills} inläsningar av 300 elever och 9 600 lektioner, dödade (SIGKILL) slumpvis inom 1,2 × den tid som en hel tar (först ${Math.round(first)} ms, sist ${Math.round(whole)} ms).`,
        `Gamla läget kvar: ${tally.old}. Nya läget helt: ${tally.new}. Däremellan: ${tally.mixed}. Gick inte att läsa in igen: ${tally.notCompleted}.`,
      ].join('\n'),
    );
    return tally.mixed + tally.notCompleted === 0 ? 0 : 1;
  });
}

async function tookMs(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

/** The school's files as they are in one round: other classes, other names, other absence than the round before. */
async function writeSchool(folder: string, round: number): Promise<void> {
  await writeFile(
    join(folder, 'elever.csv'),
    school.elever((cells, index) => ({
      ...cells,
      Klass: `${cells['Klass']}${round}`,
      Efternamn: (index + round) % 9 === 0 ? 'Öberg' : 'Åström',
    })),
  );
  await writeFile(
    join(folder, 'narvaro.csv'),
    school.narvaro(days, (cells, index) =>
      isAbsent(index, round) ? { ...cells, 'Närvaro (min)': '0', 'Ogiltig frånvaro (min)': '60' } : cells,
    ),
  );
}

/** The command as an operator runs it, in a process of its own. */
function importing({ url }: Scratch, folder: string): ChildProcess {
  const args = ['import', 'files', folder, '--accept-large-change', '--json'];
  return spawn(process.execPath, [process.argv[1]!, ...args], {
    env: { ...process.env, DATABASE_URL: url, LOG_LEVEL: 'silent' },
    stdio: ['ignore', 'ignore', 'ignore'],
  });
}

function ended(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => child.once('exit', resolve));
}

async function killOnce(scratch: Scratch, files: string, afterMs: number): Promise<'old' | 'new' | 'mixed'> {
  const before = await state(scratch);
  const child = importing(scratch, files);
  const over = ended(child);
  await wait(afterMs);
  child.kill('SIGKILL');
  await over;
  await nobodyElse(scratch);
  const after = await state(scratch);
  if (isDeepStrictEqual(before, after)) return 'old';
  // What is not as before has to be the whole of the new: the same files again must find nothing to do.
  await ended(importing(scratch, files));
  return isDeepStrictEqual(after, await state(scratch)) ? 'new' : 'mixed';
}

/** Whether the same files can be read in afterwards, so that classes and absence are those of the files. */
async function completes(scratch: Scratch, files: string, round: number): Promise<boolean> {
  const code = await ended(importing(scratch, files));
  const { rows } = await scratch.db.pool.query<{ invalid: number; placed: number }>(
    `select (select sum(invalid_minutes)::int from attendance.week) as invalid,
       (select count(*)::int from people.placement where class_name like 'NA25_' || $1) as placed`,
    [round],
  );
  const { invalid, placed } = rows[0]!;
  return code === 0 && invalid === invalidMinutes(round) && placed === school.students.length;
}

function invalidMinutes(round: number): number {
  const lessons = school.students.length * days.length * 4;
  return 60 * Array.from({ length: lessons }, (_, index) => isAbsent(index, round)).filter(Boolean).length;
}

const isAbsent = (index: number, round: number): boolean => (index + round) % 7 === 0;

const state = ({ db }: Scratch): Promise<Record<string, string>> => storedOf(db, 1);

/** Waits until the database has taken back what the killed process had begun. */
async function nobodyElse({ db }: Scratch): Promise<void> {
  for (;;) {
    const { rows } = await db.pool.query(
      `select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid() and backend_xid is not null`,
    );
    if (rows.length === 0) return;
    await wait(20);
  }
}
