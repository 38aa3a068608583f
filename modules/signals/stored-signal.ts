import type { LocalDate } from '../../platform/local-date.ts';
import type { Signal, SignalState } from './engine/types.ts';
import type { Evidence, SignalId } from './rules/types.ts';

/** A signal as it is kept: one row for each time it was on. `until` is null while it lasts. */
export interface StoredSignal {
  readonly studentId: number;
  readonly signal: SignalId;
  readonly since: LocalDate;
  readonly until: LocalDate | null;
  readonly level: 0 | 1 | 2 | 3;
  readonly state: SignalState;
  /** The day it came to the mentor's list; null while it waits in the queue. */
  readonly shownFrom: LocalDate | null;
  /** Null for an earlier time whose evidence was never kept. */
  readonly evidence: Evidence | null;
  readonly rest: Signal['rest'];
}

/** What the evidence column holds. */
export interface StoredEvidence {
  readonly evidence: Evidence | null;
  readonly rest: Signal['rest'];
}
