import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { parseCivicNumber } from '../../people/index.ts';

/** A student that a personal number or an id of the source's names. */
export interface FoundStudent {
  readonly studentId: number;
  readonly isProtected: boolean;
}

/** The student with this personal number, in any of its spellings, or this Person-ID; those who have left too. Undefined when there is none here. */
export async function findStudent(
  tx: Tx,
  identifier: string,
  today: LocalDate,
): Promise<FoundStudent | undefined> {
  const text = identifier.trim();
  const civic = parseCivicNumber(text, today);
  const own = /^fullfolj-([1-9]\d{0,8})$/.exec(text)?.[1];
  const { rows } = await tx.client.query<FoundStudent>(
    `select p.person_id as "studentId", p.protection <> 'none' as "isProtected" from people.person p
     where p.organiser_id = $1 and (p.civic_number = $2 or p.source_id = $3
         or p.person_id in (select person_id from people.former_civic_number where organiser_id = $1 and civic_number = $2)
         or p.person_id in (select person_id from people.known_source_id where organiser_id = $1 and source_id = $3)
         or (p.person_id = $4 and p.civic_number is null and p.source_id is null))
       and exists (select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id)`,
    [tx.organiser, civic.ok ? civic.civicNumber : null, text, own ? Number(own) : null],
  );
  return rows.length === 1 ? rows[0] : undefined;
}
