import { type ImportReport, kinds } from '../modules/import/index.ts';

/** The report as the one stable document: per kind what became of its rows, and then the run as a whole. */
export function importAsJson(report: ImportReport): object {
  const byKind = Object.fromEntries(kinds.map((kind) => [kind, report.kinds[kind]]));
  const files = report.files.map(({ file, kind, rows, says }) => ({ file, kind, rows, says }));
  const { state, organiser, runId, students, weeks, period, checks, reconciliation, story } = report;
  const cancelled = report.cancelled !== undefined;
  const whole = { organiser, run: runId, students, weeks, period, checks, files, reconciliation };
  return { state, cancelled, ...byKind, ...whole, story };
}
