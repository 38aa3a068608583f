/** The door of import: one run of files into the database. */
export { forgetOldRuns } from './commands/forget-old-runs.ts';
export type { ForOrganiser, ImportOptions, RefreshSignals } from './commands/import-options.ts';
export { movedByMerge } from './commands/move-person.ts';
export { runImport } from './commands/run-import.ts';
export type { Progress } from './commands/step.ts';
export { type UndoneRun, type UndoOptions, undoRun } from './commands/undo-run.ts';
export { removeOldFolders } from './commands/with-unpacked.ts';
export { type Kind, kindSpecs, kinds } from './reading/file-kinds.ts';
export type { ImportFile } from './reading/opened-file.ts';
export type { Warning } from './reading/refusal.ts';
export type { Check, FileReport, ImportReport, KindReport, RunState } from './report.ts';
export { agreementOf, summed } from './rules/reconcile.ts';
export { beginRun, failRun } from './store.ts';
export { countsInWords, missingInWords, missingWeeksInWords } from './story-in-words.ts';
export { removeOldUploads } from './uploads.ts';
