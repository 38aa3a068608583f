import type { LocalDate } from '../../platform/local-date.ts';
import { type KeptTable, keeping, writeKept } from '../../platform/server/change-set.ts';
import type { Tx } from '../../platform/server/db.ts';
import type { EndedTie, RosterPlan } from './roster/roster-plan.ts';
import type { StoredEnrolment, StoredGroup, StoredPerson, StoredTie } from './roster/roster-snapshot.ts';
import { keptKnown, noteFormerNumbers, noteSourceIds } from './store-known.ts';

/** The real ids of what a plan numbered negatively. */
export type RealId = (planned: number) => number;

const person: KeptTable = { name: 'people.person', key: ['person_id'] };
const enrolment: KeptTable = { name: 'people.enrolment', key: ['enrolment_id'] };
const group: KeptTable = { name: 'people.student_group', key: ['group_id'] };
const membership: KeptTable = {
  name: 'people.group_membership',
  key: ['student_id', 'group_id', 'starts'],
};
/** Duties, for those who write them. */
export const duty: KeptTable = { name: 'people.duty', key: ['duty_id'] };
const mentorship: KeptTable = { name: 'people.mentorship', key: ['student_id', 'mentor_id', 'starts'] };
/** Guardianships, for those who write them. */
export const guardianship: KeptTable = {
  name: 'people.guardianship',
  key: ['student_id', 'guardian_id', 'starts'],
};
const teaching: KeptTable = { name: 'people.teaching', key: ['group_id', 'teacher_id', 'starts'] };

/** The tables of people whose changes are kept, in an order in which rows may be inserted. */
export const keptPeople: readonly KeptTable[] = [
  person,
  ...keptKnown,
  enrolment,
  group,
  membership,
  duty,
  mentorship,
  guardianship,
  teaching,
];

/** Inserts the plan's new persons. Answers how to find their ids. */
export async function insertPersons(tx: Tx, persons: readonly StoredPerson[]): Promise<RealId> {
  const kept = keeping(tx, person);
  const { rows } = await tx.client.query<{ id: number }>(
    `with written as (insert into people.person (organiser_id, civic_number, source_id, federated_name, given_name, middle_name, family_name,
       protection, email, home_municipality)
     select $1, "civicNumber", "sourceId", "federatedName", "givenName", "middleName", "familyName", protection, email,
       "homeMunicipality"
     from (select * from rows from (${personRows('$2')}) with ordinality) p order by ordinality
     ${kept.returning('person_id as id')}) ${kept.from('written')}
     select id from written`,
    [tx.organiser, JSON.stringify(persons)],
  );
  // Identities are given in the order of the rows, whatever order they come back in.
  const ids = rows.map((row) => row.id).toSorted((a, b) => a - b);
  const real = new Map(persons.map((person, index) => [person.personId, ids[index]!]));
  return (planned) => (planned < 0 ? real.get(planned)! : planned);
}

const personRows = (parameter: string): string =>
  `jsonb_to_recordset(${parameter}::jsonb) as ("personId" int, "civicNumber" text, "sourceId" text, "federatedName" text,
     "givenName" text, "middleName" text, "familyName" text, protection text, email text, "homeMunicipality" text)`;

/** Writes changed persons over what is stored and counts their version up. */
export async function updatePersons(tx: Tx, persons: readonly StoredPerson[]): Promise<void> {
  await writeKept(
    tx,
    person,
    `update people.person p set civic_number = n."civicNumber", source_id = n."sourceId", federated_name = n."federatedName",
       given_name = n."givenName", middle_name = n."middleName", family_name = n."familyName", protection = n.protection,
       email = n.email, home_municipality = n."homeMunicipality", version = p.version + 1, updated_at = now()
     from ${personRows('$2').replace(') as (', ') as n(')}
     where p.organiser_id = $1 and p.person_id = n."personId"`,
    [tx.organiser, JSON.stringify(persons)],
  );
}

const enrolmentRows = `jsonb_to_recordset($2::jsonb) as n("enrolmentId" int, "studentId" int, "unitId" int,
  "schoolForm" text, "programmeCode" text, "yearOfStudy" smallint, starts date, ends date)`;

/** Inserts new enrolments. */
export async function insertEnrolments(tx: Tx, enrolments: readonly StoredEnrolment[]): Promise<void> {
  await writeKept(
    tx,
    enrolment,
    `insert into people.enrolment (organiser_id, student_id, unit_id, school_form, programme_code, year_of_study, starts, ends)
     select $1, "studentId", "unitId", "schoolForm", "programmeCode", "yearOfStudy", starts, ends from ${enrolmentRows}`,
    [tx.organiser, JSON.stringify(enrolments)],
  );
}

/** Writes changed enrolments over what is stored. */
export async function updateEnrolments(tx: Tx, enrolments: readonly StoredEnrolment[]): Promise<void> {
  await writeKept(
    tx,
    enrolment,
    `update people.enrolment e set school_form = n."schoolForm", programme_code = n."programmeCode",
       year_of_study = n."yearOfStudy", starts = n.starts, ends = n.ends
     from ${enrolmentRows} where e.organiser_id = $1 and e.enrolment_id = n."enrolmentId"`,
    [tx.organiser, JSON.stringify(enrolments)],
  );
}

/** Inserts new classes and teaching groups. Answers how to find their ids. */
export async function insertGroups(tx: Tx, groups: readonly StoredGroup[]): Promise<RealId> {
  const keyOf = (group: Omit<StoredGroup, 'groupId'>): string =>
    `${group.unitId}|${group.kind}|${group.name}`;
  const kept = keeping(tx, group);
  const { rows } = await tx.client.query<StoredGroup>(
    `with written as (insert into people.student_group (organiser_id, unit_id, kind, name)
     select $1, "unitId", kind, name from jsonb_to_recordset($2::jsonb) as n("unitId" int, kind text, name text)
     ${kept.returning('group_id', 'unit_id', 'kind', 'name')}) ${kept.from('written')}
     select group_id as "groupId", unit_id as "unitId", kind, name from written`,
    [tx.organiser, JSON.stringify(groups)],
  );
  const byKey = new Map(rows.map((row) => [keyOf(row), row.groupId]));
  const real = new Map(groups.map((group) => [group.groupId, byKey.get(keyOf(group))!]));
  return (planned) => (planned < 0 ? real.get(planned)! : planned);
}

/** The tables of dated ties, each with its two columns: `studentId` and `otherId` of a tie. */
export type TieTable = keyof typeof tieColumns;

const tieColumns = {
  group_membership: ['student_id', 'group_id'],
  mentorship: ['student_id', 'mentor_id'],
  guardianship: ['student_id', 'guardian_id'],
  teaching: ['teacher_id', 'group_id'],
} as const;
const tieTables: Readonly<Record<TieTable, KeptTable>> = {
  group_membership: membership,
  mentorship,
  guardianship,
  teaching,
};
const tieRows = `jsonb_to_recordset($2::jsonb) as n("studentId" int, "otherId" int, starts date, ends date)`;

/** Begins ties; the same tie with the same first day gets the new last day. */
export async function beginTies(tx: Tx, table: TieTable, ties: readonly StoredTie[]): Promise<void> {
  const [one, other] = tieColumns[table];
  await writeKept(
    tx,
    tieTables[table],
    `insert into people.${table} (organiser_id, ${one}, ${other}, starts, ends)
     select distinct on ("studentId", "otherId", starts) $1::int, "studentId", "otherId", starts, ends from ${tieRows}
     order by "studentId", "otherId", starts, ends nulls first
     on conflict (organiser_id, ${one}, ${other}, starts) do update set ends = excluded.ends`,
    [tx.organiser, JSON.stringify(ties)],
  );
}

/** Sets the last day of ties; those that never held (last day before the first) are taken away. */
export async function endTies(tx: Tx, table: TieTable, ties: readonly EndedTie[]): Promise<void> {
  const [one, other] = tieColumns[table];
  const same = `t.organiser_id = $1 and t.${one} = n."studentId" and t.${other} = n."otherId" and t.starts = n.starts`;
  const values = [tx.organiser, JSON.stringify(ties)];
  await writeKept(
    tx,
    tieTables[table],
    `delete from people.${table} t using ${tieRows} where ${same} and n.ends < n.starts`,
    values,
  );
  await writeKept(
    tx,
    tieTables[table],
    `update people.${table} t set ends = n.ends from ${tieRows} where ${same} and (n.ends is null or n.ends >= n.starts)`,
    values,
  );
}

/** Gives persons the duty of mentor at a unit. */
export async function insertMentorDuties(
  tx: Tx,
  duties: readonly { readonly personId: number; readonly unitId: number; readonly starts: LocalDate }[],
): Promise<void> {
  await writeKept(
    tx,
    duty,
    `insert into people.duty (organiser_id, person_id, unit_id, role, title, starts)
     select $1, "personId", "unitId", 'mentor', 'mentor', starts
     from jsonb_to_recordset($2::jsonb) as n("personId" int, "unitId" int, starts date)`,
    [tx.organiser, JSON.stringify(duties)],
  );
}

/** Notes what a plan's persons are and have been known by. */
export async function noteKnown(
  tx: Tx,
  plan: Pick<RosterPlan, 'newPersons' | 'changedPersons' | 'formerNumbers'>,
  personOf: RealId,
): Promise<void> {
  const told = [...plan.newPersons, ...plan.changedPersons];
  await noteSourceIds(
    tx,
    told.map(({ personId, sourceId }) => ({ personId: personOf(personId), sourceId })),
  );
  await noteFormerNumbers(tx, plan.formerNumbers);
}

/** Carries a plan out, in the order that its ids need. Answers the real ids of its persons. */
export async function carryOut(tx: Tx, plan: RosterPlan): Promise<RealId> {
  const personOf = await insertPersons(tx, plan.newPersons);
  const ofStudent = <T extends { readonly studentId: number }>(row: T): T => ({
    ...row,
    studentId: personOf(row.studentId),
  });
  await updatePersons(tx, plan.changedPersons);
  await noteKnown(tx, plan, personOf);
  await insertEnrolments(tx, plan.newEnrolments.map(ofStudent));
  await updateEnrolments(tx, plan.changedEnrolments);
  const groupOf = await insertGroups(tx, plan.newGroups);
  await endTies(tx, 'group_membership', plan.endedMemberships);
  const memberships = plan.newMemberships.map((tie) => ({
    ...ofStudent(tie),
    otherId: groupOf(tie.otherId),
  }));
  await beginTies(tx, 'group_membership', memberships);
  await endTies(tx, 'mentorship', plan.endedMentorships);
  const mentorships = plan.newMentorships.map((tie) => ({
    ...ofStudent(tie),
    otherId: personOf(tie.otherId),
  }));
  await beginTies(tx, 'mentorship', mentorships);
  await insertMentorDuties(
    tx,
    plan.newMentorDuties.map((each) => ({ ...each, personId: personOf(each.personId) })),
  );
  return personOf;
}
