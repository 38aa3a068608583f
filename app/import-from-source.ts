import { parseArgs } from 'node:util';
import type { Progress } from '../modules/import/index.ts';
import { refreshSignals } from '../modules/signals/index.ts';
import {
  addSource,
  noteOutcome,
  noteStarted,
  type PulledAndImported,
  type PullProgress,
  pullAndImport,
  SourceIsBusy,
  SourceProblem,
  sourceAt,
  ss12000Client,
  withSourceLock,
} from '../modules/ss12000/index.ts';
import { isLocalDate } from '../platform/local-date.ts';
import { systemClock } from '../platform/server/clock.ts';
import { type Database, withOrganiser } from '../platform/server/db.ts';
import { OperatorError } from '../platform/server/operator-error.ts';
import type { Io } from './command.ts';
import { importAsJson } from './import-as-json.ts';
import { importInWords, kindWords } from './import-in-words.ts';
import { organiserForSource } from './organiser-for-import.ts';
import { addressFrom, type SourceFlags, sourceFlags } from './source-flags.ts';
import { throttled } from './throttled.ts';
import { withDatabase } from './with-database.ts';

/** `./fullfolj import ss12000`: pulls a source and imports what it brought; answers 0 when it is in (or shown), 1 when it stopped. */
export async function importFromSource(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args, options: sourceFlags });
  const address = await addressFrom(values, io.env);
  const client = ss12000Client(address, { privateNetworks: true });
  const since = sinceOf(values.since);
  return withDatabase(io, { data: values.data, role: 'import' }, async (db) => {
    const organiser = await organiserForSource(db, values.organiser, values['dry-run']);
    const source = await sourceOf(db, organiser.id, address.baseUrl);
    const came = await inWords(() =>
      withSourceLock(db, source.id, async () => {
        await withOrganiser(db, organiser.id, (tx) => noteStarted(tx, source.id, systemClock.now()));
        const done = await pullAndImport(db, {
          organiser,
          source: source.id,
          name: source.name,
          client,
          resources: null,
          since,
          signal: io.stopping,
          dryRun: values['dry-run'],
          actor: null,
          acceptLargeChange: values['accept-large-change'],
          on: systemClock.today(),
          now: systemClock.now,
          refreshSignals,
          onPulled: throttled((progress) => io.progress(pulledLine(progress))),
          onProgress: throttled((progress) => io.progress(progressLine(progress))),
        });
        await withOrganiser(db, organiser.id, (tx) => noteOutcome(tx, source.id, outcomeOf(done)));
        return done;
      }).catch(async (error) => {
        const says = error instanceof SourceProblem ? { code: error.code, says: error.says } : {};
        const outcome = { state: 'failed', ...says } as const;
        if (!(error instanceof SourceIsBusy))
          await withOrganiser(db, organiser.id, (tx) => noteOutcome(tx, source.id, outcome));
        throw error;
      }),
    );
    io.progress('');
    return answer(io, values, came);
  });
}

/** What the source says is wrong is for the operator to put right. */
async function inWords<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (error instanceof SourceProblem) throw new OperatorError(error.says);
    if (error instanceof SourceIsBusy)
      throw new OperatorError('Källan hämtas redan just nu. Vänta tills det är klart.');
    throw error;
  }
}

async function sourceOf(db: Database, organiser: number, address: string) {
  return withOrganiser(db, organiser, async (tx) => {
    const found = await sourceAt(tx, address);
    if (found) return { id: found.sourceId, name: found.name };
    const name = new URL(address).hostname;
    const settings = { name, address, login: 'command-line', resources: null, hour: null } as const;
    return { id: await addSource(tx, settings), name };
  });
}

function outcomeOf({ report }: PulledAndImported) {
  if (report === null) return { state: 'nothing' } as const;
  return { state: report.state === 'preview' ? 'previewed' : report.state } as const;
}

function answer(io: Io, values: SourceFlags, { pulled, report }: PulledAndImported): number {
  if (values.json) {
    io.out(JSON.stringify({ ...(report ? importAsJson(report) : { state: 'nothing' }), pulled }));
  } else {
    const lists = Object.entries(pulled.objects).map(([list, count]) => `${list} ${count}`);
    const deletions = pulled.tellsDeletions ? [] : ['Källan berättar inte vad som har tagits bort.'];
    const what = report ? importInWords(report) : 'Källan hade inget som kan läsas in.';
    io.out([`Hämtat: ${lists.join(', ')}`, ...deletions, '', what].join('\n'));
  }
  return report === null || report.state === 'stopped' || report.state === 'failed' ? 1 : 0;
}

function sinceOf(text: string | undefined): Date | undefined {
  if (text === undefined) return undefined;
  const at = new Date(isLocalDate(text) ? `${text}T00:00:00Z` : text);
  if (!Number.isNaN(at.getTime())) return at;
  throw new OperatorError(`${text} är ingen tid. Skriv den som 2026-11-01 eller 2026-11-01T06:00:00Z.`);
}

function pulledLine({ resource, objects }: PullProgress): string {
  return `Hämtar ${resource}: ${objects}`;
}

function progressLine({ kind, share, rows, done }: Progress): string {
  if (done) return `${kindWords[kind]}: klart`;
  return share >= 1
    ? `${kindWords[kind]}: sparar`
    : `${kindWords[kind]}: ${Math.round(share * 100)} %, ${rows} rader`;
}
