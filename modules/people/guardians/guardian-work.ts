import type { LocalDate } from '../../../platform/local-date.ts';
import type { Protection } from '../person-name.ts';
import { nameKey } from '../roster/mentor-names.ts';
import { personsDiffer } from '../roster/plan-person.ts';
import type { StoredPerson, StoredTie } from '../roster/roster-snapshot.ts';
import type { GuardianReader } from './guardian-row.ts';
import type { GuardianPlan, GuardianSnapshot } from './guardian-snapshot.ts';

/** Everything under way: the plan so far, and what would be stored if it were carried out. */
export interface GuardianWork {
  readonly stored: GuardianSnapshot;
  readonly reader: GuardianReader;
  readonly on: LocalDate;
  readonly masks: ReadonlyMap<string, Protection>;
  readonly persons: Map<string, StoredPerson>;
  readonly logIns: Map<string, number>;
  readonly added: Map<number, StoredPerson>;
  readonly changed: Map<number, StoredPerson>;
  readonly begun: StoredTie[];
  readonly moved: GuardianPlan['moved'][number][];
  readonly kept: number[];
  ended: number;
  unprotected: number;
}

/** Work that has not begun. `masks` are the protections that students give, by the key of whom a row is about. */
export function startGuardianWork(
  stored: GuardianSnapshot,
  reader: GuardianReader,
  on: LocalDate,
  masks: GuardianWork['masks'],
): GuardianWork {
  const logIns = new Map(
    stored.persons.flatMap((each) =>
      each.federatedName ? [[nameKey(each.federatedName), each.personId]] : [],
    ),
  );
  return {
    ...{ stored, reader, on, masks, logIns },
    ...{ persons: new Map(), added: new Map(), changed: new Map() },
    ...{ begun: [], moved: [], kept: [], ended: 0, unprotected: 0 },
  };
}

/** Notes what a row makes of a person: new, changed or neither. Answers whether anything changed. */
export function notePerson(
  work: GuardianWork,
  key: string,
  before: StoredPerson | null,
  person: StoredPerson,
): boolean {
  work.persons.set(key, person);
  if (person.federatedName) work.logIns.set(nameKey(person.federatedName), person.personId);
  if (person.personId < 0) {
    work.added.set(person.personId, person);
    return true;
  }
  if (!before || !personsDiffer(before, person)) return false;
  work.changed.set(person.personId, person);
  if (before.protection !== 'none' && person.protection === 'none') work.unprotected += 1;
  return true;
}

/** Notes what a row makes of a guardianship. Answers whether anything changed. */
export function noteTie(work: GuardianWork, before: StoredTie | null, after: StoredTie): boolean {
  if (before === null) {
    work.begun.push(after);
    return true;
  }
  if (before.starts === after.starts && before.ends === after.ends) return false;
  if (before.ends === null && after.ends !== null) work.ended += 1;
  work.moved.push({ before, after });
  return true;
}
