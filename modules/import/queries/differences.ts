import type { Tx } from '../../../platform/server/db.ts';
import { displayName, masked, namesOf, type Protection, protectedWords } from '../../people/index.ts';
import type { DifferenceKind } from '../rules/telling-differences.ts';

/** A difference as it is shown. Of a protected person nothing but that something changes. */
export interface ShownDifference {
  readonly kind: DifferenceKind;
  /** Whose it is; null for somebody who is not there. */
  readonly studentId: number | null;
  /** The person is or was protected: nothing is told but that something changes. */
  readonly masked: boolean;
  /** The name to show; null for somebody who came with the run and is not there (in a preview). */
  readonly name: string | null;
  /** The class that the student is in today; null without one, or where it may not be told. */
  readonly className: string | null;
  readonly unit: string | null;
  readonly what: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly file: string | null;
  readonly row: number | null;
}

interface Row extends Omit<ShownDifference, 'name'> {
  readonly givenName: string | null;
  readonly familyName: string | null;
  readonly protection: Protection | null;
}

/** The differences kept of a run, most serious first; of the units told only (null is all). */
export async function differencesOf(
  tx: Tx,
  runId: number,
  units: readonly number[] | null,
): Promise<readonly ShownDifference[]> {
  const { rows } = await tx.client.query<Row>(
    `select d.kind, p.person_id as "studentId", d.masked, p.given_name as "givenName", p.family_name as "familyName", p.protection,
       nullif(l.class_name, '') as "className", u.name as unit, d.what, d.before, d.after, d.file, d."row"
     from imports.difference d
     left join people.person p on p.organiser_id = d.organiser_id and p.person_id = d.student_id
     left join people.placement l on l.organiser_id = d.organiser_id and l.student_id = d.student_id
     left join organisation.school_unit u on u.organiser_id = d.organiser_id and u.unit_id = d.unit_id
     where d.organiser_id = $1 and d.run_id = $2 and ($3::int[] is null or d.unit_id = any($3))
     order by d.number`,
    [tx.organiser, runId, units],
  );
  const mentors = rows.filter((row) => row.kind === 'mentor').flatMap(({ before, after }) => [before, after]);
  const names = await namesOf(tx, mentors.filter((id) => id !== null).map(Number));
  return rows.map((row) => shown(row, names));
}

function shown(row: Row, mentors: ReadonlyMap<number, string>): ShownDifference {
  const { kind, studentId, file, row: number, className, unit, what } = row;
  const protection = row.protection ?? 'none';
  const isMasked = row.masked || masked({ protection });
  const place = { kind, studentId, masked: isMasked, file, row: number };
  if (isMasked)
    return {
      ...place,
      name: protectedWords,
      className: null,
      unit: null,
      what: null,
      before: null,
      after: null,
    };
  const name =
    studentId === null
      ? null
      : displayName({ givenName: row.givenName!, familyName: row.familyName!, protection });
  const told = (value: string | null): string | null =>
    kind === 'mentor' && value !== null ? (mentors.get(Number(value)) ?? null) : value;
  return { ...place, name, className, unit, what, before: told(row.before), after: told(row.after) };
}
