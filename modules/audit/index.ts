/** The door of audit: who read, wrote or exported what about whom, and why they could. Append-only and chained. */
export type { BrokenLink } from './broken-links.ts';
export { countedTo, type LogEntry, type LogFilter, type LogPage, readLog } from './queries/read-log.ts';
export { type Reader, readersOf } from './queries/readers-of.ts';
export { type ChainReport, verifyChain } from './queries/verify-chain.ts';
export { type AuditDetail, type AuditEntry, record } from './record.ts';
