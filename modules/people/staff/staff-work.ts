import type { LocalDate } from '../../../platform/local-date.ts';
import { numbersGivenUp } from '../roster/former-numbers.ts';
import { nameKey } from '../roster/mentor-names.ts';
import type { EndedTie } from '../roster/roster-plan.ts';
import type { StoredGroup, StoredPerson, StoredTie } from '../roster/roster-snapshot.ts';
import { groupKey } from '../roster/roster-work.ts';
import type { StaffPlan, StaffWeight } from './staff-plan.ts';
import type { StaffOutcome, StaffReader, StaffWarning } from './staff-row.ts';
import type { StaffSnapshot, StoredDuty } from './staff-snapshot.ts';

/** Everything under way: the plan so far, and what would be stored if it were carried out. */
export interface StaffWork {
  readonly on: LocalDate;
  readonly stored: StaffSnapshot;
  readonly reader: StaffReader;
  /** By the key of whom a row is about. */
  readonly persons: Map<string, StoredPerson>;
  readonly logIns: Map<string, number>;
  readonly duties: Map<number, StoredDuty[]>;
  readonly groups: Map<string, StoredGroup>;
  readonly groupsById: Map<number, StoredGroup>;
  readonly teaching: ReadonlyMap<number, readonly StoredTie[]>;
  readonly newPersons: Map<number, StoredPerson>;
  readonly changedPersons: Map<number, StoredPerson>;
  readonly changedDuties: Map<number, StoredDuty>;
  readonly newDuties: StoredDuty[];
  readonly newGroups: StoredGroup[];
  readonly newTeaching: StoredTie[];
  readonly endedTeaching: EndedTie[];
  readonly outcomes: StaffOutcome[];
  readonly warnings: Map<StaffWarning['code'], number[]>;
  readonly ended: Set<number>;
  readonly unprotected: Set<number>;
  readonly opened: StaffWeight['opened'][number][];
  nextId(): number;
}

/** Work that has not begun: what is stored, found quickly. */
export function startStaffWork(stored: StaffSnapshot, reader: StaffReader, on: LocalDate): StaffWork {
  let next = 0;
  return {
    on,
    stored,
    reader,
    persons: new Map(),
    logIns: new Map(
      stored.persons.flatMap((each) =>
        each.federatedName ? [[nameKey(each.federatedName), each.personId]] : [],
      ),
    ),
    duties: Map.groupBy(stored.duties, (duty) => duty.personId),
    groups: new Map(stored.groups.map((group) => [groupKey(group), group])),
    groupsById: new Map(stored.groups.map((group) => [group.groupId, group])),
    teaching: Map.groupBy(stored.teaching, (tie) => tie.studentId),
    newPersons: new Map(),
    changedPersons: new Map(),
    changedDuties: new Map(),
    newDuties: [],
    newGroups: [],
    newTeaching: [],
    endedTeaching: [],
    outcomes: [],
    warnings: new Map(),
    ended: new Set(),
    unprotected: new Set(),
    opened: [],
    nextId: () => {
      next -= 1;
      return next;
    },
  };
}

/** Notes a row that the reader should know about. */
export function warnStaff(work: StaffWork, code: StaffWarning['code'], row: number): void {
  const rows = work.warnings.get(code);
  if (rows) rows.push(row);
  else work.warnings.set(code, [row]);
}

/** The plan, when every row has been held against what is stored. */
export function finishedStaff(work: StaffWork): StaffPlan {
  return {
    newPersons: [...work.newPersons.values()],
    changedPersons: [...work.changedPersons.values()],
    formerNumbers: numbersGivenUp(work.changedPersons.values(), work.stored.persons),
    newDuties: work.newDuties,
    changedDuties: [...work.changedDuties.values()],
    newGroups: work.newGroups,
    newTeaching: work.newTeaching,
    endedTeaching: work.endedTeaching,
    outcomes: work.outcomes,
    warnings: [...work.warnings].map(([code, rows]) => ({ code, rows })),
    weight: {
      before: work.stored.dutiesBefore,
      ended: work.ended.size,
      unprotected: work.unprotected.size,
      opened: work.opened,
    },
  };
}
