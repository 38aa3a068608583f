import { forEachKind } from '../reading/file-kinds.ts';
import type { Warning } from '../reading/refusal.ts';
import type { UnreadableFile } from '../reading/unreadable-file.ts';
import { type ImportReport, nothingRead, type RunState } from '../report.ts';
import type { ImportOptions } from './import-options.ts';
import type { OpenedFiles } from './open-files.ts';
import type { ReadKinds } from './read-kinds.ts';
import { storyReport, untold } from './run-story.ts';

/** Files of which none can be read leave nothing behind, not even the organiser they were meant for. */
export function stateOf(opened: OpenedFiles, read: ReadKinds, options: ImportOptions): RunState {
  if (!options.dryRun && opened.reports.every((file) => file.kind === null)) return 'failed';
  if (
    read.checks.some((check) => check.stops && !check.holds) &&
    !options.acceptLargeChange &&
    !options.dryRun
  )
    return 'stopped';
  return options.dryRun ? 'preview' : 'done';
}

/** What a run came to, as everybody is told it. */
export function reportOf(
  opened: Pick<OpenedFiles, 'reports'>,
  read: ReadKinds,
  state: RunState,
  options: ImportOptions,
): ImportReport {
  const { organiser, on } = options;
  return {
    state,
    runId: null,
    organiser: 'id' in organiser ? organiser.name : organiser.create,
    on,
    kinds: withNotes(read.kinds, options.fetched?.notes ?? []),
    files: opened.reports.map((report) => ({ ...report, rows: read.rows.get(report.file) ?? 0 })),
    checks: read.checks,
    students: read.students.length,
    weeks: read.weeks,
    period: read.period,
    reconciliation: read.reconciliation,
    story: storyReport(read.story),
  };
}

/** What is to know of what was fetched stands with the roster, which everything else refers to. */
function withNotes(kinds: ReadKinds['kinds'], notes: readonly Warning[]): ReadKinds['kinds'] {
  if (notes.length === 0) return kinds;
  return { ...kinds, elever: { ...kinds.elever, warnings: [...notes, ...kinds.elever.warnings] } };
}

/** The files, one of which turned out to be no table further down. */
export function unreadable({ reports }: OpenedFiles, { file, says }: UnreadableFile): OpenedFiles['reports'] {
  return reports.map((each) => (each.file === file ? { ...each, kind: null, says } : each));
}

/** A run of which nothing stands. */
export function failedReport(reports: OpenedFiles['reports'], options: ImportOptions): ImportReport {
  const read = {
    kinds: forEachKind(() => nothingRead),
    rows: new Map(),
    refused: [],
    checks: [],
    students: [],
    weeks: 0,
    period: null,
    reconciliation: [],
    story: untold,
  };
  return reportOf({ reports }, read, 'failed', options);
}
