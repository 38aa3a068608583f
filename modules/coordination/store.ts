import { isDeepStrictEqual } from 'node:util';
import type { Tx } from '../../platform/server/db.ts';
import type { CheckedTalk } from './talk.ts';

/**
 * Writes a talk once: the same request key again answers the talk that is already there (`repeated`), so that a second
 * click or a resent request records nothing twice. `differs` when that one says something else: what was sent is then
 * written nowhere.
 */
export async function insertTalk(
  tx: Tx,
  talk: CheckedTalk & { readonly studentId: number; readonly heldBy: number },
): Promise<{ talkId: number; repeated: boolean; differs: boolean }> {
  const values = {
    student_id: talk.studentId,
    held_on: talk.heldOn,
    held_by: talk.heldBy,
    outcome: talk.outcome,
    note: talk.note,
    next_step: talk.nextStep,
    next_on: talk.nextOn,
  };
  const inserted = await tx.q
    .insertInto('coordination.talk')
    .values({ organiser_id: tx.organiser, request_key: talk.requestKey, ...values })
    .onConflict((conflict) => conflict.columns(['organiser_id', 'request_key']).doNothing())
    .returning('talk_id')
    .executeTakeFirst();
  if (inserted) return { talkId: inserted.talk_id, repeated: false, differs: false };
  const { talk_id, ...known } = await tx.q
    .selectFrom('coordination.talk')
    .select(['talk_id', 'student_id', 'held_on', 'held_by', 'outcome', 'note', 'next_step', 'next_on'])
    .where('organiser_id', '=', tx.organiser)
    .where('request_key', '=', talk.requestKey)
    .executeTakeFirstOrThrow();
  return { talkId: talk_id, repeated: true, differs: !isDeepStrictEqual({ ...known }, values) };
}
