import { createHash } from 'node:crypto';
import type { AuditDetail } from './record.ts';

/** What is sealed of a log line: everything but its place, which the database gives it. */
export interface SealedLine {
  readonly organiser: number;
  readonly chain: number;
  /** ISO 8601 with milliseconds, UTC. */
  readonly at: string;
  readonly actor: number | null;
  readonly action: string;
  readonly what: string;
  readonly because: string;
  readonly subjects: readonly number[];
  readonly detail: AuditDetail;
}

/** A line as it stands in the database. */
export interface StoredLine extends SealedLine {
  readonly seq: number;
  readonly hash: Buffer;
}

/** How many chains an organiser has, so that readers do not queue behind one last row. */
export const chains = 16;

/** The chain that a person's lines stand in; the system's own in the first. */
export function chainOf(personId: number | null): number {
  return (personId ?? 0) % chains;
}

/**
 * The line as canonical JSON: keys in order at every depth, no spaces, so that a stored line gives the text that was sealed. Only
 * `detail` has keys of its own; the rest is written out, since a whole log is sealed again when it is verified.
 */
export function sealed({
  action,
  actor,
  at,
  because,
  chain,
  detail,
  organiser,
  subjects,
  what,
}: SealedLine): string {
  return `{"action":${JSON.stringify(action)},"actor":${actor},"at":"${at}","because":${JSON.stringify(because)},"chain":${chain},"detail":${canonical(detail)},"organiser":${organiser},"subjects":[${subjects.join(',')}],"what":${JSON.stringify(what)}}`;
}

/** The hash of a line: SHA-256 over the hash before it (nothing before the first), its number and its sealed text. */
export function linkHash(previous: Buffer | null, seq: number, line: SealedLine): Buffer {
  const hash = createHash('sha256');
  if (previous) hash.update(previous);
  return hash.update(`${seq} ${sealed(line)}`).digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const pairs = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${pairs.map(([key, item]) => `${JSON.stringify(key)}:${canonical(item)}`).join(',')}}`;
}
