import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { prepared } from '../../../platform/server/prepared.ts';
import { displayName, type Protection } from '../../people/index.ts';
import type { Concern, ConcernArea, ConcernKind } from '../concern.ts';

/** The concerns of some students raised on or before `on`, newest first. */
export async function concernsOf(
  tx: Tx,
  studentIds: readonly number[],
  on: LocalDate,
): Promise<readonly Concern[]> {
  const rows = await concerns(tx, tx.organiser, studentIds, on);
  return rows.map((row) => ({
    concernId: row.concern_id,
    studentId: row.student_id,
    kind: row.kind as ConcernKind,
    area: row.area as ConcernArea,
    raisedBy: row.raised_by,
    raisedByName: shown(row.given_name, row.family_name, row.protection),
    raisedOn: row.raised_on,
    chosenAdult:
      row.chosen_adult === null
        ? null
        : {
            personId: row.chosen_adult,
            name: shown(row.adult_given ?? '', row.adult_family ?? '', row.adult_protection ?? 'none'),
          },
    handledOn: row.handled_on !== null && row.handled_on <= on ? row.handled_on : null,
  }));
}

/** A member of staff, or a student, by name; masked when the identity is protected. */
function shown(givenName: string, familyName: string, protection: string): string {
  return displayName({ givenName, familyName, protection: protection as Protection });
}

const concerns = prepared((q, organiser: number, students: readonly number[], on: LocalDate) =>
  q
    .selectFrom('concerns.concern as c')
    .innerJoin('people.person as by', (join) =>
      join.onRef('by.organiser_id', '=', 'c.organiser_id').onRef('by.person_id', '=', 'c.raised_by'),
    )
    .leftJoin('people.person as adult', (join) =>
      join.onRef('adult.organiser_id', '=', 'c.organiser_id').onRef('adult.person_id', '=', 'c.chosen_adult'),
    )
    .select([
      'c.concern_id',
      'c.student_id',
      'c.kind',
      'c.area',
      'c.raised_by',
      'c.raised_on',
      'c.handled_on',
    ])
    .select(['by.given_name', 'by.family_name', 'by.protection', 'c.chosen_adult'])
    .select([
      'adult.given_name as adult_given',
      'adult.family_name as adult_family',
      'adult.protection as adult_protection',
    ])
    .where('c.organiser_id', '=', organiser)
    .where((where) => where('c.student_id', '=', where.fn.any(where.val(students as number[]))))
    .where('c.raised_on', '<=', on)
    .orderBy('c.raised_on', 'desc')
    .orderBy('c.concern_id', 'desc'),
);
