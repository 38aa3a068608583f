import type { Tx } from '../../../platform/server/db.ts';

/** Somebody who has read about a student: the last time they did so. */
export interface Reader {
  readonly actorId: number | null;
  readonly name: string;
  readonly action: string;
  readonly what: string;
  /** The code of the reason; `becauseWords` of access makes words of it. */
  readonly because: string;
  readonly at: Date;
}

/** Who has read, written or exported about the student, one line a person and reason, the last first; at most `limit`. */
export async function readersOf(
  _tx: Tx,
  _studentId: number,
  _options: { readonly limit: number },
): Promise<readonly Reader[]> {
  throw new Error('not written yet');
}
