import type { LocalDate } from '../../../platform/local-date.ts';
import { type Identified, personFinder } from './find-persons.ts';
import { nameKey, nameParts } from './mentor-names.ts';
import { planEnrolment } from './plan-enrolment.ts';
import { newPerson, personsDiffer, updatedPerson } from './plan-person.ts';
import { planTies, type TiePlan } from './plan-ties.ts';
import type { EndedTie, RosterPlan } from './roster-plan.ts';
import type { RosterOutcome, RosterRefusal, RosterRow, RosterWarning } from './roster-row.ts';
import type {
  RosterSnapshot,
  StoredEnrolment,
  StoredGroup,
  StoredPerson,
  StoredTie,
} from './roster-snapshot.ts';

/**
 * Decides what a roster changes, without writing anything: holds each row against what is stored. Rows may be about the
 * same student at several units. Two rows about the same student and unit that differ are both refused.
 */
export function planRoster(rows: readonly RosterRow[], stored: RosterSnapshot, on: LocalDate): RosterPlan {
  const work = startWork(rows, stored, on);
  const find = personFinder(rows, stored.persons);
  const identified = rows.map(find);
  const twice = contradictingRows(rows, identified);
  const seen = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const who = identified[index]!;
    if ('refused' in who) work.refuse(row, who.refused);
    else if (twice.has(index)) work.refuse(row, 'student-twice');
    else if (seen.has(`${who.key}|${row.unitCode}`))
      work.outcomes.push({ row: row.row, became: 'unchanged' });
    else {
      seen.add(`${who.key}|${row.unitCode}`);
      planRow(work, row, who);
    }
  }
  return finished(work);
}

/** Everything under way: the plan so far, and what would be stored if it were carried out. */
interface Work {
  readonly on: LocalDate;
  readonly stored: RosterSnapshot;
  readonly persons: Map<string, StoredPerson>;
  readonly original: ReadonlyMap<number, StoredPerson>;
  readonly names: Map<string, number>;
  readonly enrolments: Map<number, StoredEnrolment[]>;
  readonly memberships: ReadonlyMap<number, readonly StoredTie[]>;
  readonly mentorships: ReadonlyMap<number, readonly StoredTie[]>;
  readonly groups: Map<string, StoredGroup>;
  readonly groupsById: Map<number, StoredGroup>;
  readonly mentors: Map<string, number>;
  readonly newMentors: Map<string, number>;
  readonly studentNames: { given: ReadonlySet<string>; family: ReadonlySet<string> };
  readonly newPersons: StoredPerson[];
  readonly changedPersons: Map<number, StoredPerson>;
  readonly newEnrolments: StoredEnrolment[];
  readonly changedEnrolments: StoredEnrolment[];
  readonly newGroups: StoredGroup[];
  readonly memberPlan: TiePlan[];
  readonly mentorPlan: TiePlan[];
  readonly newMentorDuties: { personId: number; unitId: number; starts: LocalDate }[];
  readonly outcomes: RosterOutcome[];
  readonly warnings: Map<RosterWarning['code'], number[]>;
  readonly weight: {
    changedClass: Set<number>;
    ended: Set<number>;
    changedName: Set<number>;
    unprotected: Set<number>;
  };
  refuse(row: RosterRow, code: RosterRefusal): void;
  nextId(): number;
}

function startWork(rows: readonly RosterRow[], stored: RosterSnapshot, on: LocalDate): Work {
  const outcomes: RosterOutcome[] = [];
  let next = 0;
  return {
    on,
    stored,
    persons: new Map(),
    original: new Map(stored.persons.map((person) => [person.personId, person])),
    names: new Map(
      stored.persons.flatMap((each) =>
        each.federatedName ? [[nameKey(each.federatedName), each.personId]] : [],
      ),
    ),
    enrolments: Map.groupBy(stored.enrolments, (each) => each.studentId),
    memberships: Map.groupBy(stored.memberships, (each) => each.studentId),
    mentorships: Map.groupBy(stored.mentorships, (each) => each.studentId),
    groups: new Map(stored.groups.map((group) => [groupKey(group), group])),
    groupsById: new Map(stored.groups.map((group) => [group.groupId, group])),
    mentors: new Map(),
    newMentors: new Map(),
    studentNames: {
      given: new Set(rows.map((row) => nameKey(row.givenName))),
      family: new Set(rows.map((row) => nameKey(row.familyName))),
    },
    newPersons: [],
    changedPersons: new Map(),
    newEnrolments: [],
    changedEnrolments: [],
    newGroups: [],
    memberPlan: [],
    mentorPlan: [],
    newMentorDuties: [],
    outcomes,
    warnings: new Map(),
    weight: { changedClass: new Set(), ended: new Set(), changedName: new Set(), unprotected: new Set() },
    refuse: (row, code) => void outcomes.push({ row: row.row, became: 'refused', code }),
    nextId: () => {
      next -= 1;
      return next;
    },
  };
}

function groupKey(group: Pick<StoredGroup, 'unitId' | 'kind' | 'name'>): string {
  return `${group.unitId}|${group.kind}|${group.name}`;
}

/** Rows about the same student and unit whose content is not the same. */
function contradictingRows(
  rows: readonly RosterRow[],
  identified: readonly Identified[],
): ReadonlySet<number> {
  const groups = Map.groupBy(rows.keys(), (index) => {
    const who = identified[index]!;
    return 'refused' in who ? `row ${index}` : `${who.key}|${rows[index]!.unitCode}`;
  });
  const content = (index: number): string => JSON.stringify({ ...rows[index]!, row: 0 });
  const contradicting = [...groups.values()].filter((group) => new Set(group.map(content)).size > 1);
  return new Set(contradicting.flat());
}

function planRow(work: Work, row: RosterRow, who: Extract<Identified, { key: string }>): void {
  const unitId = work.stored.units.get(row.unitCode)!;
  const before = work.persons.get(who.key) ?? who.person;
  const person = before ? updatedPerson(before, row) : newPerson(row, work.nextId());
  const taken = person.federatedName ? work.names.get(nameKey(person.federatedName)) : undefined;
  if (taken !== undefined && taken !== person.personId) return work.refuse(row, 'federated-name-taken');
  const ids = { studentId: person.personId, unitId };
  const own = (work.enrolments.get(person.personId) ?? []).filter((each) => each.unitId === unitId);
  const plan = planEnrolment(row, own, ids, work.on);
  if ('refused' in plan) return work.refuse(row, plan.refused);
  if (plan.enrolment === null) return void work.outcomes.push({ row: row.row, became: 'unchanged' });

  const personChanged = notePerson(work, who.key, before, person);
  noteEnrolment(work, plan.enrolment, plan.became);
  const tiesChanged = planTiesOf(work, row, plan.enrolment, plan.became === 'created');
  noteSeveralUnits(work, row, person.personId);
  const changed = personChanged || tiesChanged || plan.became === 'updated';
  work.outcomes.push({
    row: row.row,
    became: plan.became === 'created' ? 'created' : changed ? 'updated' : 'unchanged',
  });
}

function notePerson(work: Work, key: string, before: StoredPerson | null, person: StoredPerson): boolean {
  work.persons.set(key, person);
  if (person.federatedName) work.names.set(nameKey(person.federatedName), person.personId);
  if (!before) {
    work.newPersons.push(person);
    return true;
  }
  if (!personsDiffer(before, person)) return false;
  if (person.personId < 0)
    work.newPersons[work.newPersons.findIndex((each) => each.personId === person.personId)] = person;
  else work.changedPersons.set(person.personId, person);
  const nameChanged = before.givenName !== person.givenName || before.familyName !== person.familyName;
  if (nameChanged) work.weight.changedName.add(person.personId);
  if (before.protection !== 'none' && person.protection === 'none')
    work.weight.unprotected.add(person.personId);
  return true;
}

function noteEnrolment(
  work: Work,
  enrolment: StoredEnrolment,
  became: 'created' | 'updated' | 'unchanged',
): void {
  const own = work.enrolments.get(enrolment.studentId) ?? [];
  const before = own.find((each) => each.enrolmentId === enrolment.enrolmentId && each.enrolmentId !== 0);
  work.enrolments.set(enrolment.studentId, [...own.filter((each) => each !== before), enrolment]);
  if (became === 'created') work.newEnrolments.push(enrolment);
  if (became === 'updated') work.changedEnrolments.push(enrolment);
  if (became === 'updated' && before?.ends === null && enrolment.ends !== null)
    work.weight.ended.add(enrolment.studentId);
}

function planTiesOf(work: Work, row: RosterRow, enrolment: StoredEnrolment, isNew: boolean): boolean {
  const { studentId, unitId, starts, ends } = enrolment;
  const from = isNew || starts > work.on ? starts : work.on;
  const shared = { studentId, from, last: ends, on: work.on };
  const going = work.memberships.get(studentId) ?? [];
  const ofKind = (kind: StoredGroup['kind']): readonly StoredTie[] =>
    going.filter((tie) => {
      const group = work.groupsById.get(tie.otherId);
      return group?.unitId === unitId && group.kind === kind;
    });
  const classes = row.remove || row.className === null ? [] : [groupId(work, unitId, 'class', row.className)];
  const teaching = row.remove ? [] : row.groups.map((name) => groupId(work, unitId, 'teaching', name));
  const mentors = row.remove ? [] : mentorIds(work, row, unitId, from);
  const classPlan = planTies({ ...shared, wanted: classes, going: ofKind('class') });
  const plans = [
    classPlan,
    planTies({ ...shared, wanted: [...new Set(teaching)], going: ofKind('teaching') }),
  ];
  const mentorPlan = planTies({ ...shared, wanted: mentors, going: mentorsAt(work, studentId, unitId) });
  work.memberPlan.push(...plans);
  work.mentorPlan.push(mentorPlan);
  if (classPlan.begin.length > 0 && classPlan.end.length > 0) work.weight.changedClass.add(studentId);
  return [...plans, mentorPlan].some((plan) => plan.begin.length > 0 || plan.end.length > 0);
}

/** A student's mentors go by unit through the mentor's duty; a mentor without a duty anywhere counts at every unit. */
function mentorsAt(work: Work, studentId: number, unitId: number): readonly StoredTie[] {
  const going = work.mentorships.get(studentId) ?? [];
  if (going.length === 0) return going;
  const dutiesOf = (personId: number) => work.stored.staff.filter((each) => each.personId === personId);
  return going.filter((tie) => {
    const duties = dutiesOf(tie.otherId);
    return duties.length === 0 || duties.some((duty) => duty.unitId === null || duty.unitId === unitId);
  });
}

function groupId(work: Work, unitId: number, kind: StoredGroup['kind'], name: string): number {
  const known = work.groups.get(groupKey({ unitId, kind, name }));
  if (known) return known.groupId;
  const group: StoredGroup = { groupId: work.nextId(), unitId, kind, name };
  work.groups.set(groupKey(group), group);
  work.groupsById.set(group.groupId, group);
  work.newGroups.push(group);
  return group.groupId;
}

function mentorIds(work: Work, row: RosterRow, unitId: number, from: LocalDate): readonly number[] {
  const ids = row.mentors.map((name) => mentorId(work, row, name, unitId, from));
  return [...new Set(ids.filter((id) => id !== undefined))];
}

/** A member of staff at the unit by that name, in either order; otherwise a new person with the duty of mentor. */
function mentorId(
  work: Work,
  row: RosterRow,
  name: string,
  unitId: number,
  from: LocalDate,
): number | undefined {
  const key = `${unitId}|${nameKey(name)}`;
  const known = work.mentors.get(key) ?? staffByName(work, name, unitId);
  if (known === 'ambiguous') {
    warn(work, 'mentor-ambiguous', row);
    return undefined;
  }
  const id = known ?? newMentor(work, row, name);
  work.mentors.set(key, id);
  giveMentorDuty(work, id, unitId, from);
  return id;
}

function staffByName(work: Work, name: string, unitId: number): number | 'ambiguous' | undefined {
  const wanted = nameKey(name);
  const called = work.stored.staff.filter(
    (each) =>
      nameKey(each.givenName, each.familyName) === wanted ||
      nameKey(each.familyName, each.givenName) === wanted,
  );
  const here = new Set(called.filter((each) => each.unitId === unitId).map((each) => each.personId));
  if (here.size > 1) return 'ambiguous';
  return [...here][0];
}

function newMentor(work: Work, row: RosterRow, name: string): number {
  const madeElsewhere = work.newMentors.get(nameKey(name));
  if (madeElsewhere !== undefined) return madeElsewhere;
  const parts = nameParts(name, work.studentNames);
  const person: StoredPerson = {
    personId: work.nextId(),
    civicNumber: null,
    sourceId: null,
    federatedName: null,
    ...parts,
    middleName: null,
    protection: 'none',
    email: null,
    homeMunicipality: null,
  };
  work.newPersons.push(person);
  work.newMentors.set(nameKey(name), person.personId);
  warn(work, 'mentor-made', row);
  return person.personId;
}

function giveMentorDuty(work: Work, personId: number, unitId: number, from: LocalDate): void {
  const has = work.stored.staff.some(
    (each) => each.personId === personId && each.unitId === unitId && each.isMentor,
  );
  if (has) return;
  const planned = work.newMentorDuties.find((each) => each.personId === personId && each.unitId === unitId);
  if (!planned) work.newMentorDuties.push({ personId, unitId, starts: from });
  else if (from < planned.starts) planned.starts = from;
}

function noteSeveralUnits(work: Work, row: RosterRow, studentId: number): void {
  const going = (work.enrolments.get(studentId) ?? []).filter(
    (each) => each.ends === null || each.ends >= work.on,
  );
  if (new Set(going.map((each) => each.unitId)).size > 1) warn(work, 'several-units', row);
}

function warn(work: Work, code: RosterWarning['code'], row: RosterRow): void {
  const rows = work.warnings.get(code);
  if (rows) rows.push(row.row);
  else work.warnings.set(code, [row.row]);
}

function finished(work: Work): RosterPlan {
  const size = ({ changedClass, ended, changedName, unprotected }: Work['weight']) => ({
    before: work.stored.enrolledBefore,
    changedClass: changedClass.size,
    ended: ended.size,
    changedName: changedName.size,
    unprotected: unprotected.size,
  });
  const ends = (plans: readonly TiePlan[]): readonly EndedTie[] => plans.flatMap((plan) => plan.end);
  return {
    newPersons: work.newPersons,
    changedPersons: [...work.changedPersons.values()],
    newEnrolments: work.newEnrolments,
    changedEnrolments: work.changedEnrolments,
    newGroups: work.newGroups,
    newMemberships: work.memberPlan.flatMap((plan) => plan.begin),
    endedMemberships: ends(work.memberPlan),
    newMentorDuties: work.newMentorDuties,
    newMentorships: work.mentorPlan.flatMap((plan) => plan.begin),
    endedMentorships: ends(work.mentorPlan),
    outcomes: work.outcomes,
    warnings: [...work.warnings].map(([code, rows]) => ({ code, rows })),
    weight: size(work.weight),
  };
}
