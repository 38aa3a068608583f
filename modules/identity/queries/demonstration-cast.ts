import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import { type Database, dangerouslyAcrossOrganisers, withOrganiser } from '../../../platform/server/db.ts';
import { listOrganisers } from '../../organisation/index.ts';
import { displayName, type Protection } from '../../people/index.ts';
import { dutiesInWords, type HeldDuty } from '../duties-in-words.ts';

/** Somebody who may be entered as in the demonstration. */
export interface CastMember {
  readonly personId: number;
  readonly name: string;
  /** Duties on the day, "mentor och lärare i svenska, Ekdalagymnasiet"; for a student the class. */
  readonly as: string;
  /** One line: what one sees as this person. */
  readonly sees: string;
  readonly isStudent: boolean;
}

/** A demonstration organiser and those of its people that may be entered as. */
export interface DemonstrationOrganiser {
  readonly organiser: number;
  readonly name: string;
  readonly members: readonly CastMember[];
}

/** What one sees as each of the cast, by federated name. */
export type CastNotes = ReadonlyMap<string, string>;

/** A file with a thousand mentors does not make a page of a thousand lines. */
const mostShown = 120;

/** The demonstration organisers with their cast and with the mentors of files that were read in there, those who work there first. Organisers that are real are never here. */
export async function demonstrationCast(
  db: Database,
  notes: CastNotes,
  on: LocalDate,
): Promise<readonly DemonstrationOrganiser[]> {
  const all = await dangerouslyAcrossOrganisers(db, listOrganisers);
  const shown = all.filter(({ isDemonstration }) => isDemonstration);
  return Promise.all(
    shown.map(async ({ organiserId, name }) => ({
      organiser: organiserId,
      name,
      members: await membersOf(db, organiserId, notes, on),
    })),
  );
}

interface Row {
  readonly person_id: number;
  readonly given_name: string;
  readonly family_name: string;
  readonly protection: Protection;
  readonly federated_name: string | null;
  readonly duties: readonly HeldDuty[];
  readonly class_name: string | null;
}

async function membersOf(
  db: Database,
  organiser: number,
  notes: CastNotes,
  on: LocalDate,
): Promise<readonly CastMember[]> {
  const names = [...notes.keys()];
  const { rows } = await withOrganiser(db, organiser, (tx) =>
    sql<Row>`
      select p.person_id, p.given_name, p.family_name, p.protection, p.federated_name, l.class_name,
        (select coalesce(json_agg(json_build_object('title', coalesce(d.title, d.role), 'unit', u.name) order by d.duty_id), '[]')
          from people.duty d
          left join organisation.school_unit u on u.organiser_id = d.organiser_id and u.unit_id = d.unit_id
          where d.organiser_id = p.organiser_id and d.person_id = p.person_id
            and d.starts <= ${on} and (d.ends is null or d.ends >= ${on})) as duties
      from people.person p
      left join people.placement l on l.organiser_id = p.organiser_id and l.student_id = p.person_id
      where p.organiser_id = ${organiser} and (p.federated_name = any(${names}::text[])
        or p.person_id in (select l.mentor_id from people.placement l
          where l.organiser_id = p.organiser_id and p.federated_name is null order by l.mentor_id))
      order by p.family_name, p.given_name limit ${mostShown}`.execute(tx.q),
  );
  const order = new Map(names.map((name, index) => [name, index]));
  const placeOf = (row: Row) => order.get(row.federated_name ?? '') ?? names.length;
  return rows.toSorted((a, b) => placeOf(a) - placeOf(b)).map((row) => present(row, notes));
}

function present(row: Row, notes: CastNotes): CastMember {
  const { given_name: givenName, family_name: familyName, protection, class_name: className } = row;
  return {
    personId: row.person_id,
    name: displayName({ givenName, familyName, protection }),
    as: className ?? dutiesInWords(row.duties),
    sees: notes.get(row.federated_name ?? '') ?? 'Mentor i en fil som har lästs in här.',
    isStudent: className !== null,
  };
}
