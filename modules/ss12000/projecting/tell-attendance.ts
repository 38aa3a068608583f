import type { WaitingAttendance } from '../queries/read-mirror.ts';
import { stands } from './event-state.ts';
import { slotOf } from './lesson.ts';
import { figuresOf } from './lesson-rows.ts';
import type { LessonWriting } from './lesson-writing.ts';

/**
 * Whether attendance is to be told later: its student may become one of ours, its lesson is not known yet (leave is granted
 * for lessons that lie further ahead than is mirrored), or it is cancelled and may be held after all. Attendance of earlier
 * years whose lesson nobody knows is not coming.
 */
export function isOnItsWay(
  writing: LessonWriting,
  { student, event: id, modified }: WaitingAttendance,
): boolean {
  const { ours, events, yearStarts, lessons } = writing;
  if (ours.mayCome(student)) return true;
  if (!ours.has(student)) return false;
  const event = events.get(id);
  if (!event) return modified === null || modified >= new Date(`${yearStarts}T00:00:00Z`);
  if (event.deleted) return false;
  return event.body.cancelled || lessons.get(id)?.exceptions.get(student)?.participates === false;
}

/** Tells attendance as it was reported, or nothing where it is not ours to tell. False when the lesson of it is not known. */
export function tellAttendance(writing: LessonWriting, attendance: WaitingAttendance): boolean {
  const { student, event: id } = attendance;
  if (!writing.ours.has(student)) return true;
  const event = writing.events.get(id);
  if (!event) return false;
  const lesson = writing.lessons.get(id);
  if (!lesson || !stands(event)) return true;
  const anew = writing.toldAnew.get(id);
  if (anew) anew.add(student);
  else writing.toldAnew.set(id, new Set([student]));
  const needsReason = attendance.reason === null && (attendance.valid ?? 0) > 0;
  const reason = needsReason ? writing.reasonFor(student, lesson.day, lesson.start) : '';
  const slot = slotOf(lesson, writing.memberships.get(student));
  writing.tell(writing.ours.cells(student), slot, figuresOf(lesson, attendance.id, attendance, reason));
  return true;
}
