import type { LocalDate } from '../../../platform/local-date.ts';
import { nameKey } from './mentor-names.ts';
import type { TiePlan } from './plan-ties.ts';
import type { RosterDifference } from './roster-difference.ts';
import type { EndedTie, RosterPlan } from './roster-plan.ts';
import type { RosterOutcome, RosterRow, RosterWarning } from './roster-row.ts';
import type {
  RosterSnapshot,
  StoredEnrolment,
  StoredGroup,
  StoredPerson,
  StoredTie,
} from './roster-snapshot.ts';

/** Everything under way: the plan so far, and what would be stored if it were carried out. */
export interface Work {
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
  /** Who has a duty here: a list of students changes nothing of who they are or how they log in. */
  readonly staff: ReadonlySet<number>;
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
  /** The students of the rows as they would be. */
  readonly students: Map<number, StoredPerson>;
  readonly differences: RosterDifference[];
  readonly named: { studentId: number; unitId: number }[];
  nextId(): number;
}

/** Work that has not begun: what is stored, found quickly. */
export function startWork(rows: readonly RosterRow[], stored: RosterSnapshot, on: LocalDate): Work {
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
    staff: new Set(stored.staff.map((each) => each.personId)),
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
    students: new Map(),
    differences: [],
    named: [],
    nextId: () => {
      next -= 1;
      return next;
    },
  };
}

/** A group by unit, kind and name. */
export function groupKey(group: Pick<StoredGroup, 'unitId' | 'kind' | 'name'>): string {
  return `${group.unitId}|${group.kind}|${group.name}`;
}

/** Notes a row that the reader should know about. */
export function warn(work: Work, code: RosterWarning['code'], row: RosterRow): void {
  const rows = work.warnings.get(code);
  if (rows) rows.push(row.row);
  else work.warnings.set(code, [row.row]);
}

function formerNumbers(work: Work): RosterPlan['formerNumbers'] {
  return [...work.changedPersons.values()].flatMap(({ personId, civicNumber }) => {
    const before = work.original.get(personId)?.civicNumber;
    return before && before !== civicNumber ? [{ personId, civicNumber: before }] : [];
  });
}

/** The plan, when every row has been held against what is stored. */
export function finished(work: Work): RosterPlan {
  const ends = (plans: readonly TiePlan[]): readonly EndedTie[] => plans.flatMap((plan) => plan.end);
  return {
    newPersons: work.newPersons,
    changedPersons: [...work.changedPersons.values()],
    formerNumbers: formerNumbers(work),
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
    differences: work.differences,
    named: work.named,
  };
}
