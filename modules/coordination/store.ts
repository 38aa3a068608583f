import type { Tx } from '../../platform/server/db.ts';
import type { CheckedTalk } from './talk.ts';

/**
 * Writes a talk once: the same request key again answers the talk that is already there (`repeated`), so that a second
 * click or a resent request records nothing twice.
 */
export async function insertTalk(
  tx: Tx,
  talk: CheckedTalk & { readonly studentId: number; readonly heldBy: number },
): Promise<{ talkId: number; repeated: boolean }> {
  const inserted = await tx.q
    .insertInto('coordination.talk')
    .values({
      organiser_id: tx.organiser,
      request_key: talk.requestKey,
      student_id: talk.studentId,
      held_on: talk.heldOn,
      held_by: talk.heldBy,
      outcome: talk.outcome,
      note: talk.note,
      next_step: talk.nextStep,
      next_on: talk.nextOn,
    })
    .onConflict((conflict) => conflict.columns(['organiser_id', 'request_key']).doNothing())
    .returning('talk_id')
    .executeTakeFirst();
  if (inserted) return { talkId: inserted.talk_id, repeated: false };
  const known = await tx.q
    .selectFrom('coordination.talk')
    .select('talk_id')
    .where('organiser_id', '=', tx.organiser)
    .where('request_key', '=', talk.requestKey)
    .executeTakeFirstOrThrow();
  return { talkId: known.talk_id, repeated: true };
}
