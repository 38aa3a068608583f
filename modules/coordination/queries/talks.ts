import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { prepared } from '../../../platform/server/prepared.ts';
import { displayName, type Protection } from '../../people/index.ts';
import type { NextStep, Outcome, Talk } from '../talk.ts';

/** The talks of some students held on or before `on`, newest first, at most `most` rows in all. */
export async function talksOf(
  tx: Tx,
  studentIds: readonly number[],
  on: LocalDate,
  most = 10_000,
): Promise<readonly Talk[]> {
  const rows = await talks(tx, tx.organiser, studentIds, on, most);
  return rows.map((row) => ({
    talkId: row.talk_id,
    studentId: row.student_id,
    heldOn: row.held_on,
    heldBy: row.held_by,
    heldByName: displayName({
      givenName: row.given_name,
      familyName: row.family_name,
      protection: row.protection as Protection,
    }),
    outcome: row.outcome as Outcome,
    note: row.note,
    nextStep: row.next_step as NextStep,
    nextOn: row.next_on,
  }));
}

const talks = prepared((q, organiser: number, students: readonly number[], on: LocalDate, most: number) =>
  q
    .selectFrom('coordination.talk as t')
    .innerJoin('people.person as p', (join) =>
      join.onRef('p.organiser_id', '=', 't.organiser_id').onRef('p.person_id', '=', 't.held_by'),
    )
    .select([
      't.talk_id',
      't.student_id',
      't.held_on',
      't.held_by',
      't.outcome',
      't.note',
      't.next_step',
      't.next_on',
    ])
    .select(['p.given_name', 'p.family_name', 'p.protection'])
    .where('t.organiser_id', '=', organiser)
    .where((where) => where('t.student_id', '=', where.fn.any(where.val(students as number[]))))
    .where('t.held_on', '<=', on)
    .orderBy('t.held_on', 'desc')
    .orderBy('t.talk_id', 'desc')
    .limit(most),
);
