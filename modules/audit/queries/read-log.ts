import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { AuditDetail } from '../record.ts';

/** Which lines are wanted; everything that is told must hold. */
export interface LogFilter {
  /** Lines about this person. */
  readonly subject?: number;
  /** Lines by this person. */
  readonly actor?: number;
  readonly action?: string;
  /** The first and the last day, Swedish time, both included. */
  readonly from?: LocalDate;
  readonly to?: LocalDate;
  /** Only lines about any of these persons: what a principal may see of the log. */
  readonly among?: readonly number[];
}

/** A line of the log, with names to show (masked for protected identities). */
export interface LogEntry {
  /** Its place: chain and number. */
  readonly chain: number;
  readonly seq: number;
  readonly at: Date;
  readonly actorId: number | null;
  /** "Systemet" when nobody did it. */
  readonly actorName: string;
  readonly action: string;
  readonly what: string;
  readonly because: string;
  readonly subjects: readonly number[];
  readonly detail: AuditDetail;
}

/** One page of the log, the newest first. */
export interface LogPage {
  readonly entries: readonly LogEntry[];
  /** All lines that the filter finds. */
  readonly total: number;
}

/** Reads the log, the newest first: `size` lines from the page `page` (from 1). Who may is asked by the caller. */
export async function readLog(
  _tx: Tx,
  _filter: LogFilter,
  _page: { readonly page: number; readonly size: number },
): Promise<LogPage> {
  throw new Error('not written yet');
}
