import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Actor } from '../actor.ts';
import type { RelationFact } from '../relation.ts';

/** A student as access sees one: who, and what the actor is to them on the day. */
export interface StudentSubject {
  readonly organiser: number;
  readonly studentId: number;
  /** For sentences; null for a protected identity. */
  readonly givenName: string | null;
  readonly relations: readonly RelationFact[];
}

/** What the actor is to the student on the day, from the dated rows. A student unknown here has no relations. One round trip. */
export async function relationsTo(
  _tx: Tx,
  _actor: Actor,
  _studentId: number,
  _on: LocalDate,
): Promise<StudentSubject> {
  throw new Error('not written yet');
}
