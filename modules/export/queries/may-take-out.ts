import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Action, type Actor, coveredUnits, relationsTo, type Why, whyMay } from '../../access/index.ts';

/**
 * May the actor do this to the student, who may have left? Nobody is anything to somebody who goes nowhere today, but the
 * right to an extract does not end with school: whoever answers for the whole organiser answers for them too.
 */
export async function mayTakeOut(
  tx: Tx,
  actor: Actor,
  action: Extract<Action, 'export.student' | 'export.protected'>,
  studentId: number,
  today: LocalDate,
): Promise<Why> {
  const subject = await relationsTo(tx, actor, studentId, today);
  const why = whyMay(actor, action, subject);
  if (why.allowed || coveredUnits(actor, action) !== 'every') return why;
  return whyMay(actor, action, 'organiser');
}
