import type { Tx } from '../../../platform/server/db.ts';
import { record } from '../../audit/index.ts';
import { type Kind, kinds } from '../reading/file-kinds.ts';
import { inFileOrder } from '../refusals.ts';
import type { ImportReport } from '../report.ts';
import { writeReconciliation, writeRun } from '../store.ts';
import { writeStory } from '../store-story.ts';
import type { ImportOptions } from './import-options.ts';
import type { ReadKinds } from './read-kinds.ts';
import { untold } from './run-story.ts';

/** When a run began: the moment, and a clock that only goes forward to measure how long it took. */
export interface Started {
  readonly at: Date;
  readonly clock: number;
}

/** What is kept of a run besides its report: it is about persons. */
export type Kept = Pick<ReadKinds, 'refused' | 'story'>;

/** What is kept of a run that read nothing. */
export const nothingKept: Kept = { refused: [], story: untold };

/** Writes a run down with what is kept of it, and in the log. Answers its number. */
export async function writeDown(
  tx: Tx,
  report: ImportReport,
  kept: Kept,
  options: ImportOptions,
  started: Started,
): Promise<number> {
  const startedBy = options.actor?.personId ?? null;
  const { kinds: byKind, reconciliation, ...rest } = report;
  const counts = Object.fromEntries(kinds.map((kind) => [kind, countsOf(byKind[kind])]));
  const warnings = kinds.flatMap((kind) => byKind[kind].warnings.map((warning) => ({ kind, ...warning })));
  const source = options.fetched?.name ?? report.files.map((file) => file.file).join(', ');
  const run = {
    source,
    state: report.state,
    startedAt: started.at,
    startedBy,
    report: {
      ...rest,
      kinds: counts,
      tookMs: Math.round(performance.now() - started.clock),
      ...(options.fetched ? { fetchedFrom: options.fetched.from } : {}),
    },
    warnings,
  };
  const ordered = inFileOrder(
    kept.refused,
    report.files.map((file) => file.file),
  );
  const runId = await writeRun(tx, options.into, run, ordered);
  await writeReconciliation(tx, runId, reconciliation);
  await writeStory(tx, runId, kept.story);
  record(tx, {
    actor: options.actor,
    action: 'import.run',
    what: 'Inläsning av filer',
    because: options.actor?.because ?? 'operator',
    subjects: [],
    detail: { run: runId, state: report.state, ...flatCounts(counts) },
    at: options.now(),
  });
  return runId;
}

interface Counts {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: number;
}

function countsOf(report: ImportReport['kinds'][Kind]): Counts {
  const { created, updated, unchanged, refused } = report;
  return { created, updated, unchanged, refused: refused.length };
}

function flatCounts(counts: Readonly<Record<string, Counts>>): Record<string, number> {
  return Object.fromEntries(
    Object.entries(counts).flatMap(([kind, each]) =>
      Object.entries(each).map(([what, count]) => [`${kind}-${what}`, count]),
    ),
  );
}
