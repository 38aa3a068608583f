import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, type Protection } from '../person-name.ts';
import type { DutyRole } from '../store.ts';

/** A duty that somebody holds or is about to hold. */
export interface DutyHeld {
  readonly personId: number;
  /** Masked for a protected identity. */
  readonly name: string;
  readonly role: DutyRole;
  readonly title: string | null;
  /** Null: the whole organiser. */
  readonly unitName: string | null;
  readonly starts: LocalDate;
  readonly ends: LocalDate | null;
  /** How many students have the person as mentor on the day. */
  readonly mentors: number;
}

/** A page of duties, and how many there are in all. */
export interface DutiesHeld {
  readonly duties: readonly DutyHeld[];
  readonly total: number;
}

type Row = Omit<DutyHeld, 'name'> & {
  readonly given_name: string;
  readonly family_name: string;
  readonly protection: Protection;
  readonly total: number;
};

/**
 * The duties that hold on the day or begin after it, by name; those at these units and those for the whole organiser, or all when no units
 * are told. `size` of them from the page `page` (from 1).
 */
export async function dutiesHeld(
  tx: Tx,
  on: LocalDate,
  asked: { readonly units: readonly number[] | 'every'; readonly page: number; readonly size: number },
): Promise<DutiesHeld> {
  const units = asked.units === 'every' ? null : [...asked.units];
  const { rows } = await sql<Row>`
    select d.person_id as "personId", p.given_name, p.family_name, p.protection, d.role, d.title, u.name as "unitName",
      d.starts, d.ends, count(*) over () as total,
      (select count(*) from people.mentorship m where m.organiser_id = d.organiser_id and m.mentor_id = d.person_id
        and d.role = 'mentor' and m.starts <= ${on} and (m.ends is null or m.ends >= ${on})) as mentors
    from people.duty d
    join people.person p on p.organiser_id = d.organiser_id and p.person_id = d.person_id
    left join organisation.school_unit u on u.organiser_id = d.organiser_id and u.unit_id = d.unit_id
    where d.organiser_id = ${tx.organiser} and (d.ends is null or d.ends >= ${on})
      and (${units}::integer[] is null or d.unit_id is null or d.unit_id = any(${units}::integer[]))
    order by p.protection <> 'none', p.family_name, p.given_name, d.starts, d.duty_id
    limit ${asked.size} offset ${(asked.page - 1) * asked.size}`.execute(tx.q);
  const duties = rows.map(({ given_name, family_name, protection, total: _, ...duty }) => ({
    ...duty,
    name: displayName({ givenName: given_name, familyName: family_name, protection }),
  }));
  return { duties, total: rows[0]?.total ?? 0 };
}
