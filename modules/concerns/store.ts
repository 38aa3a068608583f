import { isDeepStrictEqual } from 'node:util';
import type { LocalDate } from '../../platform/local-date.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { CheckedConcern } from './concern.ts';

/** Writes a concern once per request key; `repeated` when it was already there, `differs` when that one says something else. */
export async function insertConcern(
  tx: Tx,
  concern: CheckedConcern & {
    readonly studentId: number;
    readonly raisedBy: number;
    readonly raisedOn: LocalDate;
  },
): Promise<{ repeated: boolean; differs: boolean }> {
  const values = {
    student_id: concern.studentId,
    kind: concern.kind,
    area: concern.area,
    chosen_adult: concern.chosenAdult,
    raised_by: concern.raisedBy,
  };
  const inserted = await tx.q
    .insertInto('concerns.concern')
    .values({
      organiser_id: tx.organiser,
      request_key: concern.requestKey,
      raised_on: concern.raisedOn,
      ...values,
    })
    .onConflict((conflict) => conflict.columns(['organiser_id', 'request_key']).doNothing())
    .returning('concern_id')
    .executeTakeFirst();
  if (inserted) return { repeated: false, differs: false };
  const known = await tx.q
    .selectFrom('concerns.concern')
    .select(['student_id', 'kind', 'area', 'chosen_adult', 'raised_by'])
    .where('organiser_id', '=', tx.organiser)
    .where('request_key', '=', concern.requestKey)
    .executeTakeFirstOrThrow();
  return { repeated: true, differs: !isDeepStrictEqual({ ...known }, values) };
}

/** Marks the open concerns of a student raised on or before `heldOn` as handled by a talk (S17: talk held and documented). */
export async function handleConcerns(
  tx: Tx,
  studentId: number,
  talkId: number,
  heldOn: LocalDate,
): Promise<void> {
  await tx.q
    .updateTable('concerns.concern')
    .set({ handled_on: heldOn, handled_by_talk: talkId })
    .where('organiser_id', '=', tx.organiser)
    .where('student_id', '=', studentId)
    .where('raised_on', '<=', heldOn)
    .where('handled_on', 'is', null)
    .execute();
}
