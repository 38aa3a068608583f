import { planTies, type TiePlan } from '../roster/plan-ties.ts';
import type { StoredGroup } from '../roster/roster-snapshot.ts';
import { groupKey } from '../roster/roster-work.ts';
import type { StaffRow } from './staff-row.ts';
import type { StaffWork } from './staff-work.ts';

/** What a row makes of the groups that somebody teaches at a unit, and the groups that have to be made for it. */
export interface TeachingPlan extends TiePlan {
  readonly newGroups: readonly StoredGroup[];
}

/**
 * The groups listed are taught from the row's first day or today, and those of the unit that are not listed end the day
 * before; an empty list says nothing. When every row about the person at the unit ends, so do all groups there.
 */
export function planTeaching(
  work: StaffWork,
  row: StaffRow,
  taught: readonly string[] | 'all-end',
  { personId, unitId }: { readonly personId: number; readonly unitId: number },
): TeachingPlan {
  const { on } = work;
  if (row.remove && taught !== 'all-end') return { begin: [], end: [], newGroups: [] };
  const going = (work.teaching.get(personId) ?? []).filter(
    (tie) => work.groupsById.get(tie.otherId)?.unitId === unitId,
  );
  const newGroups: StoredGroup[] = [];
  const idOf = (name: string): number => {
    const known =
      work.groups.get(groupKey({ unitId, kind: 'teaching', name })) ??
      newGroups.find((group) => group.name === name);
    if (known) return known.groupId;
    newGroups.push({ groupId: work.nextId(), unitId, kind: 'teaching', name });
    return newGroups.at(-1)!.groupId;
  };
  const wanted = taught === 'all-end' ? [] : taught.map(idOf);
  const last = row.remove ? (row.ends ?? on) : (row.ends ?? null);
  const from = row.starts && row.starts > on ? row.starts : on;
  return { ...planTies({ studentId: personId, wanted, going, from, last, on }), newGroups };
}

/** Notes what is taught, and the groups made for it, when the row stands. */
export function noteTeaching(work: StaffWork, plan: TeachingPlan): void {
  for (const group of plan.newGroups) {
    work.groups.set(groupKey(group), group);
    work.groupsById.set(group.groupId, group);
    work.newGroups.push(group);
  }
  work.newTeaching.push(...plan.begin);
  work.endedTeaching.push(...plan.end);
}
