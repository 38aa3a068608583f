import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { Io } from '../app/command.ts';
import { Random } from '../fixtures/generator/random.ts';
import { type ImportFile, type ImportReport, runImport } from '../modules/import/index.ts';
import { refreshSignals } from '../modules/signals/index.ts';
import { brokenBytes } from './broken/broken-bytes.ts';
import { type BrokenFile, breakingOf } from './broken/broken-file.ts';
import { brokenPackages } from './broken/broken-packages.ts';
import { brokenTables } from './broken/broken-tables.ts';
import { faultsOfRun } from './broken/faults-of-run.ts';
import { soundFiles, soundKinds, textOf } from './broken/sound-files.ts';
import { type StoredState, stateReader } from './broken/stored-state.ts';
import { machineFacts } from './machine.ts';
import { type Scratch, withScratch } from './scratch-database.ts';

/** For the list of benches. */
export const summary =
  'Tusen trasiga filer: ingen krasch, inget halvt inläst, varje stoppad rad med sitt skäl.';

const breaks = Object.entries({ ...brokenBytes, ...brokenTables, ...brokenPackages });
const leastKinds = 40;
const longestSeconds = 300;
/** A school gets so many files before a new one takes over: what was read of the earlier ones must not pile up. */
const filesASchool = 25;
const on = '2026-11-22';

/** Prints what became of the files by kind, and each fault with the seed that makes it again; answers 0 without faults. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      files: { type: 'string', default: '1000' },
      seed: { type: 'string', default: '1' },
      only: { type: 'string' },
    },
  });
  const chosen = breaks.filter(([name]) => values.only === undefined || name === values.only);
  return withScratch(io, async (scratch) => {
    io.out(`${machineFacts()}\n${scratch.server}`);
    const from = performance.now();
    const tried: Tried[] = [];
    const readState = await stateReader(scratch.db);
    let school: School | undefined;
    for (let nth = 0; nth < Number(values.files); nth++) {
      if (nth % filesASchool === 0) school = await newSchool(scratch, Number(values.seed), nth, readState);
      const [kind, make] = chosen[nth % chosen.length]!;
      const random = new Random(Number(values.seed), nth);
      const file = make(breakingOf(random, school!.sound));
      io.progress(`${nth + 1} av ${values.files}: ${kind}`);
      const begun = performance.now();
      const { state, faults } = await tryFile(scratch, school!, file, random, readState);
      tried.push({ kind, nth, state, faults, seconds: (performance.now() - begun) / 1000 });
    }
    io.progress('');
    return verdict(io, tried, (performance.now() - from) / 1000, values.only === undefined) ? 0 : 1;
  });
}

interface Tried {
  readonly kind: string;
  readonly nth: number;
  readonly state: string;
  readonly faults: readonly string[];
  readonly seconds: number;
}

interface School {
  readonly organiser: { readonly id: number; readonly name: string };
  readonly sound: ReturnType<typeof soundFiles>;
  state: StoredState;
}

type ReadState = (organiser: number) => Promise<StoredState>;

async function newSchool(scratch: Scratch, seed: number, nth: number, readState: ReadState): Promise<School> {
  const sound = soundFiles(seed * 1_000 + nth);
  const name = `Skola ${nth}`;
  const files = await Promise.all(
    soundKinds.map((kind) => put(scratch, `${kind}.csv`, Buffer.from(textOf(sound.tables[kind])))),
  );
  await importFiles(scratch, { create: name }, files, false, true);
  const { rows } = await scratch.db.pool.query<{ id: string }>(
    'select organiser_id as id from organisation.organiser where name = $1',
    [name],
  );
  const id = Number(rows[0]!.id);
  return { organiser: { id, name }, sound, state: await readState(id) };
}

async function put({ folder }: Scratch, name: string, content: Buffer): Promise<ImportFile> {
  const path = join(folder, 'sent');
  const own = `${path}-${name}`;
  await writeFile(own, content);
  return { path: own, name };
}

async function tryFile(
  scratch: Scratch,
  school: School,
  file: BrokenFile,
  random: Random,
  readState: ReadState,
): Promise<{ readonly state: string; readonly faults: readonly string[] }> {
  const sent = await put(scratch, 'broken', file.content);
  const dryRun = random.chance(0.1);
  const before = school.state;
  let report: ImportReport;
  try {
    const files = [{ ...sent, name: file.name }];
    report = await importFiles(scratch, school.organiser, files, dryRun, random.chance(0.8));
  } catch (error) {
    school.state = await readState(school.organiser.id);
    const torn = school.state.sum === before.sum ? [] : ['skrev något fast körningen kastade'];
    return { state: 'kastade', faults: [`kastade ${error instanceof Error ? error.stack : error}`, ...torn] };
  }
  school.state = await readState(school.organiser.id);
  const written = await writtenRefusals(scratch, school, report);
  const { secrets } = school.sound;
  return {
    state: report.state,
    faults: faultsOfRun({ file, report, before, after: school.state, written, secrets }),
  };
}

async function writtenRefusals(
  { db }: Scratch,
  { organiser }: School,
  report: ImportReport,
): Promise<number | null> {
  if (report.runId === null) return null;
  const { rows } = await db.pool.query<{ count: number }>(
    'select count(*)::int as count from imports.refused_row where organiser_id = $1 and run_id = $2',
    [organiser.id, report.runId],
  );
  return rows[0]!.count;
}

async function importFiles(
  { db, folder }: Scratch,
  organiser: { readonly id: number; readonly name: string } | { readonly create: string },
  files: readonly ImportFile[],
  dryRun: boolean,
  acceptLargeChange: boolean,
): Promise<ImportReport> {
  return runImport(db, {
    organiser,
    files,
    dryRun,
    actor: null,
    acceptLargeChange,
    on,
    now: () => new Date(`${on}T07:00:00Z`),
    refreshSignals,
    into: null,
    onlyUnits: null,
    unpackIn: folder,
  });
}

const states = ['done', 'preview', 'stopped', 'failed', 'kastade'] as const;

function verdict(io: Io, tried: readonly Tried[], seconds: number, all: boolean): boolean {
  const names = [...new Set(tried.map(({ kind }) => kind))];
  const width = Math.max(...names.map((name) => name.length));
  io.out(`${''.padEnd(width)}  filer inläst visad stannat  svar  kast   fel  längst`);
  for (const name of names) {
    const those = tried.filter(({ kind }) => kind === name);
    const counts = states.map((state) => those.filter((each) => each.state === state).length);
    const faulty = those.filter(({ faults }) => faults.length > 0).length;
    const longest = Math.max(...those.map((each) => each.seconds))
      .toFixed(1)
      .replace('.', ',');
    const figures = [those.length, ...counts, faulty].map((figure) => String(figure).padStart(6));
    io.out(`${name.padEnd(width)} ${figures.join('')} ${longest.padStart(6)} s`);
  }
  const faulty = tried.filter(({ faults }) => faults.length > 0);
  for (const { kind, nth, faults } of faulty.slice(0, 40))
    io.out(`Fil ${nth}, ${kind}: ${faults.join('; ')}`);
  const enough = !all || names.length >= leastKinds;
  const fast = seconds <= longestSeconds;
  io.out(
    [
      `${tried.length} filer av ${names.length} slag (ribba ${leastKinds}): ${enough ? 'klarad' : 'inte klarad'}.`,
      `${faulty.length} filer med fel (ribba 0): ${faulty.length === 0 ? 'klarad' : 'inte klarad'}.`,
      `${Math.round(seconds)} s (ribba ${longestSeconds} s): ${fast ? 'klarad' : 'inte klarad'}.`,
    ].join('\n'),
  );
  return enough && fast && faulty.length === 0;
}
