import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';

/** The dated row of this alias holds on the day, first and last day included. */
export function holdsOn(alias: string, on: LocalDate): RawBuilder<boolean> {
  const starts = sql.ref(`${alias}.starts`);
  const ends = sql.ref(`${alias}.ends`);
  return sql<boolean>`${starts} <= ${on} and (${ends} is null or ${ends} >= ${on})`;
}

/** The person is enrolled somewhere at the organiser on the day. */
export function enrolledOn(
  organiser: number,
  student: RawBuilder<unknown>,
  on: LocalDate,
): RawBuilder<boolean> {
  return sql<boolean>`exists (select from people.enrolment en
    where en.organiser_id = ${organiser} and en.student_id = ${student} and ${holdsOn('en', on)})`;
}

/**
 * The person with this civic number has not turned 18 on the day; 60 is taken from the day of a samordningsnummer.
 * False when no civic number is known: a guardian's right is not guessed.
 */
export function under18(civicNumber: RawBuilder<unknown>, on: LocalDate): RawBuilder<boolean> {
  const bornAfter = `${Number(on.slice(0, 4)) - 18}${on.slice(5, 7)}${on.slice(8)}`;
  const day = sql`lpad((((substr(${civicNumber}, 7, 2))::integer - 1) % 60 + 1)::text, 2, '0')`;
  return sql<boolean>`coalesce(substr(${civicNumber}, 1, 6) || ${day} > ${bornAfter}, false)`;
}
