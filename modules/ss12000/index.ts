/** The door of ss12000: what other systems tell over SS 12000, mirrored and imported. */
export {
  type Certificate,
  clientCredentials,
  noToken,
  type Resource,
  resources,
  type SourceAddress,
  SourceProblem,
  ss12000Client,
  staticToken,
} from './client/index.ts';
export {
  type PullAndImportOptions,
  type PulledAndImported,
  pullAndImport,
} from './commands/pull-and-import.ts';
export { runDueSources } from './commands/run-due-sources.ts';
export type { SubscriptionParts } from './commands/subscription.ts';
export type { PullProgress } from './pulling/pull-source.ts';
export { type Source, sourceAt } from './queries/sources.ts';
export { SourceIsBusy, withSourceLock } from './source-lock.ts';
export { addSource, noteOutcome, noteStarted } from './store-sources.ts';
