import type { LocalDate } from '../../platform/local-date.ts';
import type { UnitWeekSums } from './queries/stored-sums.ts';
import type { Kind } from './reading/file-kinds.ts';
import type { WholeFile } from './reading/how-to-read.ts';
import type { RefusedRow, Warning } from './reading/refusal.ts';
import type { MissingWeek } from './rules/missing-lessons.ts';
import type { MissingAtUnit } from './rules/missing-students.ts';
import type { DifferenceCounts } from './rules/telling-differences.ts';

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
  /** The field it is read as; absent in runs written down before a heading could be said to be any field. */
  readonly field?: string;
}

/** The remembered mapping that a file was read by. */
export interface MappingReport {
  readonly id: number;
  /** The system that the file comes from; empty when nobody has told. */
  readonly source: string;
  /** What was said of the whole file in place of a column. */
  readonly wholeFile: WholeFile;
  /** The name of the unit that was said. */
  readonly unitName?: string;
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
  /** What a person has said of its columns, now or another time. */
  readonly mapping?: MappingReport;
  /** It is a table, so a person can say what its columns are. */
  readonly isTable?: boolean;
  /** It looks like a kind of file that is known but not read yet. */
  readonly parked?: boolean;
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

/** What a run has to tell, in counts. */
export interface StoryReport {
  /** Nobody was there before: there is nothing to hold it against. */
  readonly isFirst: boolean;
  /** How many differences there are of each kind. */
  readonly counts: DifferenceCounts;
  /** How many students are missing at each unit that the files speak of, and against what that was decided. */
  readonly missing: readonly MissingReport[];
  /** Weeks of which the files hold far less than stands here. */
  readonly weeks: readonly MissingWeek[];
}

/** A unit's missing students as a count. */
export interface MissingReport extends Omit<MissingAtUnit, 'missing'> {
  readonly unit: string;
  readonly missing: number;
}

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
  readonly story: StoryReport;
  /** Somebody cut the run off; null is the operator. Absent when nobody did. */
  readonly cancelled?: { readonly by: number | null };
}

/** A kind that no file was about. */
export const nothingRead: KindReport = { created: 0, updated: 0, unchanged: 0, refused: [], warnings: [] };
