import type { AuditDetail } from '../record.ts';

/** What the log says somebody did who is no person: the system itself, or whoever runs its commands. */
export const systemName = 'Systemet';

/** A row of the log with the name of its actor. */
export interface LogRow {
  readonly chain: number;
  readonly seq: number;
  readonly at: Date;
  readonly actor_id: number | null;
  readonly action: string;
  readonly what: string;
  readonly because: string;
  readonly subjects: readonly number[];
  readonly detail: AuditDetail;
}
