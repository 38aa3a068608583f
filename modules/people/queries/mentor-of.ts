import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, type Protection } from '../person-name.ts';

/** The mentor that a student has, and since when. */
export interface MentorOfStudent {
  readonly personId: number;
  /** Masked when the mentor's own identity is protected. */
  readonly name: string;
  readonly since: LocalDate;
}

/**
 * The student's mentor on the day; null when nobody is appointed. Every student shall have one (15 kap. 19 a §
 * skollagen); if the files say two, the one appointed last.
 */
export async function mentorOf(tx: Tx, studentId: number, on: LocalDate): Promise<MentorOfStudent | null> {
  const row = await tx.q
    .selectFrom('people.mentorship as m')
    .innerJoin('people.person as p', (join) =>
      join.onRef('p.organiser_id', '=', 'm.organiser_id').onRef('p.person_id', '=', 'm.mentor_id'),
    )
    .select(['m.mentor_id', 'm.starts', 'p.given_name', 'p.family_name', 'p.protection'])
    .where('m.organiser_id', '=', tx.organiser)
    .where('m.student_id', '=', studentId)
    .where('m.starts', '<=', on)
    .where((eb) => eb.or([eb('m.ends', 'is', null), eb('m.ends', '>=', on)]))
    .orderBy('m.starts', 'desc')
    .orderBy('m.mentor_id')
    .executeTakeFirst();
  return row ? { personId: row.mentor_id, name: shown(row), since: row.starts } : null;
}

function shown(row: { given_name: string; family_name: string; protection: string }): string {
  return displayName({
    givenName: row.given_name,
    familyName: row.family_name,
    protection: row.protection as Protection,
  });
}
