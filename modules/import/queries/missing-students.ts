import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, masked, type Protection } from '../../people/index.ts';

/** A student whom a run's files left out, as the page shows it. */
export interface ShownMissing {
  readonly studentId: number;
  /** The name to show. */
  readonly name: string;
  /** The class and the unit are null for a protected identity. */
  readonly className: string | null;
  readonly unit: string | null;
}

const missing = `from imports.missing_student m
  join people.person p on p.organiser_id = m.organiser_id and p.person_id = m.student_id
  join organisation.school_unit u on u.organiser_id = m.organiser_id and u.unit_id = m.unit_id
  left join people.placement l on l.organiser_id = m.organiser_id and l.student_id = m.student_id and l.unit_id = m.unit_id`;
const ofRun = `m.organiser_id = $1 and m.run_id = $2 and ($3::int[] is null or m.unit_id = any($3))`;
const inOrder = `order by u.name, l.class_name nulls last, l.sort_name, m.student_id`;

/** The first of those whom a run's files left out, by unit and class; of the units told only (null is all). */
export async function missingOf(
  tx: Tx,
  runId: number,
  units: readonly number[] | null,
  most: number,
): Promise<readonly ShownMissing[]> {
  const { rows } = await tx.client.query<{
    studentId: number;
    unit: string;
    className: string | null;
    givenName: string;
    familyName: string;
    protection: Protection;
  }>(
    `select m.student_id as "studentId", u.name as unit, nullif(l.class_name, '') as "className", p.given_name as "givenName", p.family_name as "familyName",
       p.protection ${missing} where ${ofRun} ${inOrder} limit $4`,
    [tx.organiser, runId, units, most],
  );
  return rows.map(({ studentId, unit, className, ...person }) => ({
    studentId,
    name: displayName(person),
    ...(masked(person) ? { className: null, unit: null } : { className, unit }),
  }));
}

/** A student who was left out, as a row of our own `elever` format. */
export interface MissingRow {
  readonly studentId: number;
  readonly sourceId: string | null;
  readonly civicNumber: string | null;
  readonly givenName: string;
  readonly familyName: string;
  readonly schoolForm: string;
  readonly unitCode: string;
  readonly year: number | null;
  readonly programme: string | null;
  readonly className: string | null;
  readonly starts: LocalDate;
}

/**
 * Those whom a run's files left out and who are still enrolled at the unit, to be put in a file: never a protected
 * identity. For somebody who may see these persons' numbers.
 */
export async function missingRows(
  tx: Tx,
  runId: number,
  units: readonly number[] | null,
  on: LocalDate,
): Promise<readonly MissingRow[]> {
  const { rows } = await tx.client.query<MissingRow>(
    `select m.student_id as "studentId", p.source_id as "sourceId", p.civic_number as "civicNumber", p.given_name as "givenName", p.family_name as "familyName",
       e.school_form as "schoolForm", u.code as "unitCode", e.year_of_study as year, e.programme_code as programme,
       nullif(l.class_name, '') as "className", e.starts
     ${missing}
     join people.enrolment e on e.organiser_id = m.organiser_id and e.student_id = m.student_id and e.unit_id = m.unit_id
       and e.starts <= $4 and (e.ends is null or e.ends >= $4)
     where ${ofRun} and p.protection = 'none' ${inOrder}`,
    [tx.organiser, runId, units, on],
  );
  return rows;
}
