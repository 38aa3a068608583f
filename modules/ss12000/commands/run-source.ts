import type { Logger } from 'pino';
import { sourceWords as words } from '../../../messages/sv/sources.ts';
import type { Clock } from '../../../platform/server/clock.ts';
import { type Database, type Tx, withOrganiser } from '../../../platform/server/db.ts';
import type { SecretBox } from '../../../platform/server/secret-box.ts';
import { beginRun as beginNewRun, failRun, type ImportReport } from '../../import/index.ts';
import { refreshSignals } from '../../signals/index.ts';
import { type Resource, resources, SourceProblem, type Ss12000Client } from '../client/index.ts';
import { clientWith, openCredentials } from '../credentials.ts';
import { type Source, sealedSecret, sourceById } from '../queries/sources.ts';
import { pauseAfter } from '../rules/when-due.ts';
import { SourceIsBusy, withSourceLock } from '../source-lock.ts';
import { noteOutcome, noteStarted, type Outcome } from '../store-sources.ts';
import { importMirror } from './import-mirror.ts';
import { pullAndImport, yearStartsOn } from './pull-and-import.ts';

/** What running a source needs. */
export interface RunSourceParts {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Logger;
  readonly box: SecretBox;
  readonly privateSources: boolean;
}

/** Which source, and what to do with it. */
export interface SourceOrder {
  readonly organiser: { readonly id: number; readonly name: string };
  readonly source: number;
  /** Pull and show what it would change; pull and import; or import what the last pull brought. */
  readonly how: 'preview' | 'import' | 'import-pulled';
  /** Who asked; null is the schedule. */
  readonly actor: { readonly personId: number; readonly because: string } | null;
  /** A person has looked at what stops and said yes. */
  readonly acceptLargeChange: boolean;
}

/**
 * Runs a source as it is set up and notes how it went, in words, on the source. Never throws: a failure is told on the
 * page and in the log, and tried again later when the schedule asked. `busy` when somebody else is pulling it.
 */
export async function runSource(
  parts: RunSourceParts,
  order: SourceOrder,
): Promise<Outcome['state'] | 'busy'> {
  try {
    return await withSourceLock(parts.db, order.source, () => attempt(parts, order));
  } catch (error) {
    if (error instanceof SourceIsBusy) return 'busy';
    parts.log.error({ err: error, source: order.source }, 'source could not be run');
    return 'failed';
  }
}

async function attempt(parts: RunSourceParts, order: SourceOrder): Promise<Outcome['state']> {
  const { db, clock, log } = parts;
  const { organiser, source: id } = order;
  const begun = await withOrganiser(db, organiser.id, async (tx) => {
    const source = await sourceById(tx, id);
    if (!source) return undefined;
    const again = source.hour === null ? null : nextTryOf(source, clock.now());
    await noteStarted(tx, id, clock.now(), order.actor === null ? again : undefined);
    return { source, sealed: await sealedSecret(tx, id) };
  });
  if (!begun) return 'failed';
  const { source } = begun;
  const runs: number[] = [];
  try {
    const { report, tellsDeletions } = await work(parts, order, { ...begun, runs });
    const outcome = outcomeOf(report, tellsDeletions);
    const shown = report === null ? null : report.runId;
    await withOrganiser(db, organiser.id, (tx) => noteOutcome(tx, id, outcome, { runId: shown }));
    log.info({ source: id, state: outcome.state, run: shown }, 'source');
    return outcome.state;
  } catch (error) {
    const known = error instanceof SourceProblem;
    const outcome = {
      state: 'failed',
      ...(known ? { code: error.code, says: error.says } : words.problems.broken),
    } as const;
    if (known) log.warn({ source: id, code: error.code }, 'source gave trouble');
    else log.error({ err: error, source: id }, 'source failed');
    const nextTry = nextTryOf(source, clock.now());
    await withOrganiser(db, organiser.id, async (tx) => {
      for (const runId of runs) await failRun(tx, runId);
      // What a person asked for is hers to ask for again.
      const again = order.actor === null && source.hour !== null;
      await noteOutcome(tx, id, outcome, { nextTry: again ? nextTry : null });
    });
    return 'failed';
  }
}

function nextTryOf({ failures }: Source, now: Date): Date {
  return new Date(now.getTime() + pauseAfter(failures + 1));
}

/** What was looked at and not read in becomes the next run: nobody is left waiting for it. */
async function runFor(tx: Tx, source: Source, startedBy: number, startedAt: Date): Promise<number> {
  const looked = source.outcome?.state === 'previewed' || source.outcome?.state === 'stopped';
  if (looked && source.runId !== null) return source.runId;
  return beginNewRun(tx, {
    source: source.name,
    startedAt,
    startedBy,
    report: { fetchedFrom: source.sourceId },
  });
}

async function work(
  parts: RunSourceParts,
  order: SourceOrder,
  { source, sealed, runs }: { source: Source; sealed: string | null; runs: number[] },
): Promise<{ readonly report: ImportReport | null; readonly tellsDeletions: boolean }> {
  const { db, clock } = parts;
  const { actor } = order;
  const beginRun = async (): Promise<number> => {
    const runId = await withOrganiser(db, order.organiser.id, (tx) =>
      runFor(tx, source, actor!.personId, clock.now()),
    );
    runs.push(runId);
    return runId;
  };
  const options = {
    organiser: order.organiser,
    source: order.source,
    name: source.name,
    dryRun: order.how === 'preview',
    actor,
    acceptLargeChange: order.acceptLargeChange,
    on: clock.today(),
    now: clock.now,
    refreshSignals,
    beginRun: actor === null ? undefined : beginRun,
  };
  if (order.how === 'import-pulled') {
    const yearStarts = await yearStartsOn(db, order.organiser.id, options.on);
    return { report: await importMirror(db, { ...options, yearStarts }), tellsDeletions: true };
  }
  const client = await clientOf(parts, order.organiser.id, source, sealed);
  const wanted = source.resources?.filter((each): each is Resource => resources.some((one) => one === each));
  const done = await pullAndImport(db, { ...options, client, resources: wanted ?? null });
  return { report: done.report, tellsDeletions: done.pulled.tellsDeletions };
}

/** A client of a source as it is set up. Throws SourceProblem when its credentials cannot be read. */
export async function clientOf(
  { box, privateSources }: Pick<RunSourceParts, 'box' | 'privateSources'>,
  organiser: number,
  source: Source,
  sealed: string | null,
): Promise<Ss12000Client> {
  const credentials = await openCredentials(box, organiser, source, sealed);
  return clientWith(source.address, credentials, { privateNetworks: privateSources });
}

function outcomeOf(report: ImportReport | null, tellsDeletions: boolean): Outcome {
  if (report === null) return { state: 'nothing', says: words.problems.nothing };
  const state = report.state === 'preview' ? 'previewed' : report.state;
  return tellsDeletions ? { state } : { state, says: words.says.noDeletions };
}
