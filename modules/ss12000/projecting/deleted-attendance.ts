import { dangerouslyLessonsByRef } from '../../attendance/index.ts';
import { attendanceInMotion, eventsToldOn } from '../queries/read-mirror.ts';
import { hasBeen, stands } from './event-state.ts';
import { expectedStudents } from './expected-students.ts';
import { type Lesson, lessonOf, type Slot, standsWhereTold } from './lesson.ts';
import { type Figures, unreportedFigures } from './lesson-rows.ts';
import type { LessonParts } from './lesson-writing.ts';
import { sameSlot } from './reconcile-event.ts';
import { slotOfLesson } from './standing-lesson.ts';

/** Attendance that the source has deleted, or that has become another student's or lesson's, and that stands here. */
export interface DeletedAttendance {
  readonly id: string;
  readonly who: string;
  readonly slot: Slot;
  readonly minutes: number;
  /** The lesson is held all the same and the student is to be there: nobody has reported it. Null: nothing is left. */
  readonly stays: Figures | null;
}

/** Where attendance that waits belongs; undefined when that is not known yet. */
export type PlaceNow = (attendance: {
  readonly student: string;
  readonly event: string;
}) => { readonly who: string; readonly slot: Slot } | 'nowhere' | undefined;

/** Finds what stands of such attendance by the ids that were written with the lessons. */
export async function deletedAttendance(
  parts: LessonParts,
  placeNow: PlaceNow,
): Promise<readonly DeletedAttendance[]> {
  const { tx, source, model, ours, yearStarts, now } = parts;
  const moving = new Map((await attendanceInMotion(tx, source)).map((each) => [each.id, each]));
  const all = await dangerouslyLessonsByRef(tx, [...moving.keys()], yearStarts);
  const lessons = all.filter((lesson) => {
    const attendance = moving.get(lesson.lessonRef!)!;
    if (attendance.deleted) return true;
    const place = placeNow(attendance);
    if (place === undefined || place === 'nowhere') return false;
    const student = ours.found(lesson.civicNumber, lesson.sourceIds);
    return student !== undefined && ours.cells(student) !== place.who
      ? true
      : !sameSlot(place.slot, slotOfLesson(lesson));
  });
  if (lessons.length === 0) return [];
  const days = [...new Set(lessons.map((each) => each.day))];
  const held = (await eventsToldOn(tx, source, days)).flatMap((event) => {
    const lesson = stands(event) ? lessonOf(model, event.body) : null;
    const isHeld = lesson && event.told && standsWhereTold(lesson, event.told) && hasBeen(lesson, now);
    return isHeld ? [lesson] : [];
  });
  const expected = expectedStudents(model, ours);
  return lessons.flatMap((each) => {
    const student = ours.found(each.civicNumber, each.sourceIds);
    if (student === undefined) return [];
    const slot = slotOfLesson(each);
    const lesson = held.find(
      (other) => isAt(other, slot) && expected(other, new Set([student])).has(student),
    );
    const stays = lesson ? unreportedFigures(lesson, student) : null;
    return [{ id: each.lessonRef!, who: ours.cells(student), slot, minutes: each.minutes, stays }];
  });
}

function isAt(lesson: Lesson, slot: Slot): boolean {
  if (lesson.day !== slot.day || lesson.start !== slot.start || lesson.course !== slot.course) return false;
  const names = lesson.groups.length === 0 ? [lesson.named] : lesson.groups.map(({ name }) => name);
  return names.includes(slot.group);
}
