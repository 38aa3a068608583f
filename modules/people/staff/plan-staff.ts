import type { LocalDate } from '../../../platform/local-date.ts';
import { nameKey } from '../roster/mentor-names.ts';
import { type StaffIdentified, staffFinder } from './find-staff.ts';
import { isMore, noteDuty, notePerson } from './note-staff.ts';
import { planDuty } from './plan-duty.ts';
import { noteTeaching, planTeaching } from './plan-teaching.ts';
import { personAfter } from './staff-person.ts';
import type { StaffPlan } from './staff-plan.ts';
import {
  type StaffOutcome,
  type StaffReader,
  type StaffRefusal,
  type StaffRow,
  wideDuties,
} from './staff-row.ts';
import type { StaffSnapshot } from './staff-snapshot.ts';
import { finishedStaff, type StaffWork, startStaffWork, warnStaff } from './staff-work.ts';

/**
 * Decides what a file of staff changes, without writing anything. A person may have several duties at a unit; rows about
 * the same duty that differ in more than title and groups are all refused. A duty that opens every student of a unit is
 * given only by a reader of the whole organiser, and nobody gives herself anything.
 */
export function planStaff(
  rows: readonly StaffRow[],
  stored: StaffSnapshot,
  reader: StaffReader,
  on: LocalDate,
): StaffPlan {
  const work = startStaffWork(stored, reader, on);
  const find = staffFinder(rows, stored);
  const identified = rows.map(find);
  const groups = Map.groupBy(rows.keys(), (index) => dutyKey(rows[index]!, identified[index]!, index));
  const taught = groupsTaught(rows, identified);
  const planned = new Set<string>();
  for (const [index, row] of rows.entries()) {
    const who = identified[index]!;
    const key = dutyKey(row, who, index);
    const alike = groups.get(key)!;
    if ('refused' in who) work.outcomes.push(refused(row, who.refused));
    else if (new Set(alike.map((each) => contentOf(rows[each]!))).size > 1)
      work.outcomes.push(refused(row, 'staff-twice'));
    else if (planned.has(key)) work.outcomes.push({ row: row.row, became: 'unchanged' });
    else {
      planned.add(key);
      work.outcomes.push(planRow(work, row, who, taught.get(unitKey(row, who.key)) ?? 'all-end'));
    }
  }
  return finishedStaff(work);
}

type Known = Extract<StaffIdentified, { key: string }>;

const unitKey = (row: StaffRow, who: string): string => `${who}|${row.unitCode}`;

function dutyKey(row: StaffRow, who: StaffIdentified, index: number): string {
  return 'refused' in who ? `row ${index}` : `${unitKey(row, who.key)}|${row.role}`;
}

/** What a person teaches at a unit by all rows about it; `all-end` when every row says that the duty ends. */
type Taught = readonly string[] | 'all-end';

/** Two posts of the same role at a unit (lärare and förstelärare) are one duty with all their groups. */
function contentOf(row: StaffRow): string {
  return JSON.stringify({ ...row, row: 0, title: null, groups: [] });
}

function groupsTaught(
  rows: readonly StaffRow[],
  identified: readonly StaffIdentified[],
): ReadonlyMap<string, readonly string[]> {
  const taught = new Map<string, readonly string[]>();
  for (const [index, row] of rows.entries()) {
    const who = identified[index]!;
    if ('refused' in who || row.remove) continue;
    const key = unitKey(row, who.key);
    taught.set(key, [...new Set([...(taught.get(key) ?? []), ...row.groups])]);
  }
  return taught;
}

function refused(row: StaffRow, code: StaffRefusal): StaffOutcome {
  return { row: row.row, became: 'refused', code };
}

function planRow(work: StaffWork, row: StaffRow, who: Known, taught: Taught): StaffOutcome {
  const before = work.persons.get(who.key) ?? who.person;
  if (before && work.stored.students.has(before.personId)) return refused(row, 'staff-is-student');
  const { person, isKept } = personAfter(work, row, before);
  const holder = person.federatedName ? work.logIns.get(nameKey(person.federatedName)) : undefined;
  if (holder !== undefined && holder !== person.personId) return refused(row, 'federated-name-taken');

  const unitId = work.stored.units.get(row.unitCode)!;
  const own = work.duties.get(person.personId) ?? [];
  const there = own.filter((duty) => duty.unitId === unitId && duty.role === row.role);
  const plan = planDuty(row, there, { personId: person.personId, unitId }, work.on);
  if ('refused' in plan) return refused(row, plan.refused);
  const earlier = there.find((duty) => duty.dutyId !== 0 && duty.dutyId === plan.duty?.dutyId);
  const gives = plan.duty !== null && isMore(plan.duty, earlier);
  if (gives && wideDuties.has(plan.duty.role) && work.reader.onlyUnits !== null)
    return refused(row, 'duty-not-yours');
  const teaching = planTeaching(work, row, taught, { unitId, personId: person.personId });
  const isOwn = person.personId === work.reader.personId;
  if (isOwn && (gives || teaching.begin.length > 0)) return refused(row, 'own-duty');

  const personChanged = notePerson(work, who.key, before, person);
  if (isKept) warnStaff(work, 'kept', row.row);
  if (who.adopted && !before?.civicNumber && !before?.sourceId) warnStaff(work, 'adopted', row.row);
  if (plan.duty) noteDuty(work, plan.duty, earlier, plan.became);
  if (row.remove && work.stored.mentors.has(person.personId)) warnStaff(work, 'still-mentor', row.row);
  noteTeaching(work, teaching);
  if (!before) return { row: row.row, became: 'created' };
  const changed =
    personChanged || plan.became !== 'unchanged' || teaching.begin.length > 0 || teaching.end.length > 0;
  return { row: row.row, became: changed ? 'updated' : 'unchanged' };
}
