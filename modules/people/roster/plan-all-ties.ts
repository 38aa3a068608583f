import { noteDifferences } from './note-changes.ts';
import { mentorIds, mentorsAt } from './plan-mentors.ts';
import { planTies } from './plan-ties.ts';
import { tieDifference } from './roster-difference.ts';
import type { RosterRow } from './roster-row.ts';
import type { StoredEnrolment, StoredGroup, StoredTie } from './roster-snapshot.ts';
import { groupKey, type Work } from './roster-work.ts';

/** Plans class, teaching groups and mentors of one row. Answers whether anything changed. */
export function planAllTies(work: Work, row: RosterRow, enrolment: StoredEnrolment, isNew: boolean): boolean {
  const { studentId, unitId, starts, ends } = enrolment;
  const from = isNew || starts > work.on ? starts : work.on;
  const shared = { studentId, from, last: ends, on: work.on };
  const wanted = row.remove ? { classes: [], teaching: [], mentors: [] } : wantedBy(work, row, unitId, from);
  const inClass = planTies({
    ...shared,
    wanted: wanted.classes,
    none: row.none?.includes('class') ?? false,
    going: groupsAt(work, studentId, unitId, 'class'),
  });
  const teaching = planTies({
    ...shared,
    wanted: wanted.teaching,
    none: row.none?.includes('groups') ?? false,
    going: groupsAt(work, studentId, unitId, 'teaching'),
  });
  const mentors = planTies({
    ...shared,
    wanted: wanted.mentors,
    none: row.none?.includes('mentors') ?? false,
    going: mentorsAt(work, studentId, unitId),
  });
  work.memberPlan.push(inClass, teaching);
  work.mentorPlan.push(mentors);
  noteDifferences(work, row, studentId, unitId, [
    ...tieDifference('class', inClass, (id) => work.groupsById.get(id)?.name ?? ''),
    ...tieDifference('mentor', mentors, String),
  ]);
  return [inClass, teaching, mentors].some((plan) => plan.begin.length > 0 || plan.end.length > 0);
}

function wantedBy(work: Work, row: RosterRow, unitId: number, from: string) {
  return {
    classes: row.className === null ? [] : [groupId(work, unitId, 'class', row.className)],
    teaching: [...new Set(row.groups.map((name) => groupId(work, unitId, 'teaching', name)))],
    mentors: mentorIds(work, row, unitId, from),
  };
}

function groupsAt(
  work: Work,
  studentId: number,
  unitId: number,
  kind: StoredGroup['kind'],
): readonly StoredTie[] {
  return (work.memberships.get(studentId) ?? []).filter((tie) => {
    const group = work.groupsById.get(tie.otherId);
    return group?.unitId === unitId && group.kind === kind;
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
