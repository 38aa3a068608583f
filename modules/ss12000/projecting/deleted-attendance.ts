import { dangerouslyLessonsByRef } from '../../attendance/index.ts';
import { eventsToldOn } from '../queries/read-mirror.ts';
import { stands } from './event-state.ts';
import { expectedStudents } from './expected-students.ts';
import { type Lesson, lessonOf, type Slot, standsWhereTold } from './lesson.ts';
import { type Figures, unreportedFigures } from './lesson-rows.ts';
import type { LessonParts } from './lesson-writing.ts';
import { slotOfLesson } from './standing-lesson.ts';

/** Attendance that the source has deleted and that stands here. */
export interface DeletedAttendance {
  readonly who: string;
  readonly slot: Slot;
  readonly minutes: number;
  /** The lesson is held all the same and the student is to be there: nobody has reported it. Null: nothing is left. */
  readonly stays: Figures | null;
}

/** Finds what stands of deleted attendance by the ids that were written with the lessons. */
export async function deletedAttendance(parts: LessonParts): Promise<readonly DeletedAttendance[]> {
  const { tx, source, model, ours, yearStarts } = parts;
  const { rows } = await tx.client.query<{ id: string }>(
    `select object_id as id from ss12000.object
     where organiser_id = $1 and source_id = $2 and resource = 'attendances' and deleted and not applied`,
    [tx.organiser, source],
  );
  const lessons = await dangerouslyLessonsByRef(
    tx,
    rows.map((row) => row.id),
    yearStarts,
  );
  if (lessons.length === 0) return [];
  const days = [...new Set(lessons.map((each) => each.day))];
  const held = (await eventsToldOn(tx, source, days)).flatMap((event) => {
    const lesson = stands(event) ? lessonOf(model, event.body) : null;
    return lesson && event.told && standsWhereTold(lesson, event.told) ? [lesson] : [];
  });
  const expected = expectedStudents(model, ours);
  return lessons.flatMap((each) => {
    const student = ours.found(each.civicNumber, each.sourceIds);
    if (student === undefined) return [];
    const slot = slotOfLesson(each);
    const lesson = held.find((other) => isAt(other, slot) && expected(other).has(student));
    const stays = lesson ? unreportedFigures(lesson, student) : null;
    return [{ who: ours.cells(student), slot, minutes: each.minutes, stays }];
  });
}

function isAt(lesson: Lesson, slot: Slot): boolean {
  if (lesson.day !== slot.day || lesson.start !== slot.start || lesson.course !== slot.course) return false;
  const names = lesson.groups.length === 0 ? [lesson.named] : lesson.groups.map(({ name }) => name);
  return names.includes(slot.group);
}
