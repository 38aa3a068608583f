import { type ChildProcess, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import type { Io } from '../app/command.ts';
import { attendanceTotals } from '../modules/attendance/index.ts';
import { createOrganiser } from '../modules/organisation/index.ts';
import { dangerouslyAllStudentIdentifiers } from '../modules/people/index.ts';
import { refreshSignals } from '../modules/signals/index.ts';
import {
  addSource,
  pullAndImport,
  ss12000Client,
  staticToken,
  withSourceLock,
} from '../modules/ss12000/index.ts';
import { addDays } from '../platform/local-date.ts';
import { dangerouslyAcrossOrganisers, withOrganiser } from '../platform/server/db.ts';
import { machineFacts } from './machine.ts';
import type { ServerOrder } from './pull-server.ts';
import { type Scratch, withScratch } from './scratch-database.ts';

/** For the list of benches. */
export const summary =
  'Hämtning över SS 12000 från en källa på samma dator, och en gång till med en procent ändrat.';

const bars = { first: 90, again: 5 } as const;
const token = 'bench-pull';

/** Prints both times and holds each student's minutes against the facit; answers 0 when all bars are met. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { students: { type: 'string', default: '1200' }, weeks: { type: 'string', default: '14' } },
  });
  const school = {
    students: Number(values.students),
    weeks: Number(values.weeks),
    seed: 1,
    start: '2026-08-17',
  };
  return withScratch(io, async (scratch) => {
    io.progress('Startar källan');
    const folder = join(scratch.folder, 'facit');
    const source = await startSource({ school, folder, token });
    try {
      return await measure(io, scratch, source, folder);
    } finally {
      source.end();
    }
  });
}

interface RunningSource {
  readonly url: string;
  readonly from: string;
  readonly to: string;
  readonly counts: Readonly<Record<string, number>>;
  /** Changes one attendance in a hundred; answers how many. */
  change(at: string): Promise<number>;
  end(): void;
}

async function startSource(order: ServerOrder): Promise<RunningSource> {
  const args = [process.argv[1]!, 'bench', 'pull-server', JSON.stringify(order)];
  const child = spawn(process.execPath, args, { stdio: ['pipe', 'pipe', 'inherit'] });
  const answers = createInterface({ input: child.stdout! })[Symbol.asyncIterator]();
  const answer = async () => JSON.parse(String((await answers.next()).value ?? '{}'));
  const facts = await answer();
  return {
    ...facts,
    async change(at) {
      child.stdin!.write(`${at}\n`);
      return (await answer()).changed;
    },
    end: () => stop(child),
  };
}

function stop(child: ChildProcess): void {
  child.stdin?.end();
  child.kill();
}

async function measure(io: Io, scratch: Scratch, source: RunningSource, folder: string): Promise<number> {
  const { db } = scratch;
  const name = 'Mätkommunen';
  const id = await dangerouslyAcrossOrganisers(db, (tx) =>
    createOrganiser(tx, { name, kind: 'municipality', isDemonstration: false }),
  );
  const settings = { name, address: source.url, login: 'command-line', resources: null, hour: null } as const;
  const sourceId = await withOrganiser(db, id, (tx) => addSource(tx, settings));
  const tokens = staticToken(token);
  const client = ss12000Client({ baseUrl: source.url, tokens }, { privateNetworks: true });
  const pull = async (on: string): Promise<{ seconds: number; pulled: number; created: number }> => {
    const begun = performance.now();
    let pulled = 0;
    const { report } = await withSourceLock(db, sourceId, () =>
      pullAndImport(db, {
        organiser: { id, name },
        source: sourceId,
        name,
        client,
        resources: null,
        dryRun: false,
        actor: null,
        acceptLargeChange: true,
        on,
        now: () => new Date(`${on}T02:00:00Z`),
        refreshSignals,
        onPulled: ({ resource, objects }) => io.progress(`Hämtar ${resource}: ${objects}`),
        onProgress: ({ kind, rows }) => {
          if (pulled === 0) pulled = performance.now() - begun;
          io.progress(`Läser in ${kind}: ${rows}`);
        },
      }),
    );
    const { created, updated } = report!.kinds.narvaro;
    return { seconds: (performance.now() - begun) / 1000, pulled: pulled / 1000, created: created + updated };
  };
  const on = addDays(source.to, 2);
  const first = await pull(on);
  const right = await asTold(scratch, id, join(folder, 'facit.json'), source);
  const changed = await source.change(`${on}T08:00:00Z`);
  const again = await pull(addDays(on, 1));
  const still = await asTold(scratch, id, join(folder, 'changed.json'), source);
  io.progress('');
  io.out(
    [
      `${machineFacts()}\n${scratch.server}. ${source.counts['attendances']} närvarorader, ${source.counts['calendarEvents']} lektioner, ${source.counts['persons']} personer; källan i en egen process.`,
      timeLine('Första hämtningen', first, bars.first),
      right.says,
      `${changed} närvarorader ändrade.`,
      timeLine('Andra hämtningen', again, bars.again),
      still.says,
    ].join('\n'),
  );
  return first.seconds <= bars.first && again.seconds <= bars.again && right.met && still.met ? 0 : 1;
}

function timeLine(
  what: string,
  { seconds, pulled, created }: { seconds: number; pulled: number; created: number },
  bar: number,
): string {
  const met = seconds <= bar ? 'klarad' : 'inte klarad';
  return `${what}: ${decimal(seconds)} s, varav hämtning och filer ${decimal(pulled)} s (ribba ${bar} s): ${met}. ${created} lektioner nya eller ändrade.`;
}

function decimal(value: number): string {
  return value.toFixed(1).replace('.', ',');
}

interface TrueStudent {
  readonly source: string;
  readonly minutes: Readonly<Record<string, number>>;
}

/** Whether each student's attendance, in minutes, is what the facit says: all six figures of every student. */
async function asTold(
  { db }: Scratch,
  organiser: number,
  file: string,
  period: { readonly from: string; readonly to: string },
): Promise<{ readonly met: boolean; readonly says: string }> {
  const { students } = JSON.parse(await readFile(file, 'utf8')) as { students: readonly TrueStudent[] };
  const { totals, ids } = await withOrganiser(db, organiser, async (tx) => ({
    totals: await attendanceTotals(tx, period.from, period.to),
    ids: await dangerouslyAllStudentIdentifiers(tx),
  }));
  const found = new Map(
    totals.map(({ studentId, ...minutes }) => [studentId, minutes as Record<string, number>]),
  );
  const equal = students.filter(({ source, minutes }) => {
    const own = found.get(ids.bySourceId.get(source) ?? -1) ?? {};
    return Object.entries(minutes).every(([name, value]) => (own[name] ?? 0) === value);
  });
  const met = equal.length === students.length && found.size <= students.length;
  const says = `Facit: ${equal.length} av ${students.length} elever har samma minuter, i alla sex mått: ${met ? 'klarad' : 'inte klarad'}.`;
  return { met, says };
}
