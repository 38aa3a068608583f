import type { LocalDate } from '../../platform/local-date.ts';
import type { UnitWeekSums } from './queries/stored-sums.ts';
import type { Kind } from './reading/file-kinds.ts';
import type { RefusedRow, Warning } from './reading/refusal.ts';

/** What became of one kind's rows. Every row of its files is counted once: created, updated, unchanged or refused. */
export interface KindReport {
  readonly created: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly refused: readonly RefusedRow[];
  readonly warnings: readonly Warning[];
}

/** One column of a file that is read, for the person to check: its heading, what it becomes, and an example. */
export interface ColumnReport {
  readonly heading: string;
  readonly becomes: string;
  readonly example: string;
}

/** One file of a run. `kind` null: not read, and `says` tells why. */
export interface FileReport {
  readonly file: string;
  readonly kind: Kind | null;
  /** Rows under the headings, blank ones left out. */
  readonly rows: number;
  readonly says: string | null;
  readonly columns: readonly ColumnReport[];
  /** All headings as they stand in the file: refused rows are sent back under them. */
  readonly headings: readonly string[];
}

/** One answer to "does it look reasonable?". `stops`: so improbable that a person has to say yes first. */
export interface Check {
  readonly code: string;
  readonly title: string;
  readonly says: string;
  readonly stops: boolean;
  readonly holds: boolean;
  /** The comparison as a share of the usual (0.008 is 0.8 % more); absent where there is none. */
  readonly change?: number;
}

/** `preview` and `stopped` have changed nothing. */
export type RunState = 'done' | 'preview' | 'stopped' | 'failed';

/** What a run came to. */
export interface ImportReport {
  readonly state: RunState;
  readonly runId: number | null;
  readonly organiser: string;
  readonly on: LocalDate;
  readonly kinds: Readonly<Record<Kind, KindReport>>;
  readonly files: readonly FileReport[];
  readonly checks: readonly Check[];
  /** How many students have something new, and for how many of their weeks attendance was computed anew. */
  readonly students: number;
  readonly weeks: number;
  /** The first and last day of the lessons read; null without lessons. */
  readonly period: { readonly from: LocalDate; readonly to: LocalDate } | null;
  /** The minutes of the lessons read, per unit and week, beside what stands here afterwards. */
  readonly reconciliation: readonly UnitWeekSums[];
}

/** A kind that no file was about. */
export const nothingRead: KindReport = { created: 0, updated: 0, unchanged: 0, refused: [], warnings: [] };
