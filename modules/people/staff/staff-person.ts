import { newPerson, personsDiffer, updatedPerson } from '../roster/plan-person.ts';
import type { StoredPerson } from '../roster/roster-snapshot.ts';
import { type StaffRow, wideDuties } from './staff-row.ts';
import type { StoredDuty } from './staff-snapshot.ts';
import type { StaffWork } from './staff-work.ts';

/** Duties that are given by a person, never by a file: nor may a file change how such a person logs in. */
const reserved: ReadonlySet<string> = new Set([
  'administrator',
  'head-of-education',
  'data-protection-officer',
]);

/**
 * The person as the row tells it. Whoever holds a reserved duty, works at a unit that is not the reader's, or is the
 * reader, keeps name, numbers and log-in: whoever changes a log-in can take the duties over.
 */
export function personAfter(
  work: StaffWork,
  row: StaffRow,
  before: StoredPerson | null,
): { readonly person: StoredPerson; readonly isKept: boolean } {
  if (!before) return { person: newPerson(row, work.nextId()), isKept: false };
  const told = updatedPerson(before, row, work.stored.known);
  if (!personsDiffer(before, told)) return { person: before, isKept: false };
  const { onlyUnits, personId } = work.reader;
  const going = (work.duties.get(before.personId) ?? []).filter(
    (duty) => duty.ends === null || duty.ends >= work.on,
  );
  const isElsewhere = (duty: StoredDuty): boolean =>
    onlyUnits !== null && (duty.unitId === null || !onlyUnits.includes(duty.unitId));
  const keep =
    before.personId === personId ||
    going.some((duty) => reserved.has(duty.role) || isElsewhere(duty) || isAbove(work, duty));
  return keep ? { person: before, isKept: true } : { person: told, isKept: false };
}

/** A reader of some units gives no wide duty, and takes none over by its holder's log-in. */
function isAbove(work: StaffWork, duty: StoredDuty): boolean {
  return work.reader.onlyUnits !== null && wideDuties.has(duty.role);
}
