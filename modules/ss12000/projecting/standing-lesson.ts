import type { IdentifiedLesson } from '../../attendance/index.ts';
import type { Slot } from './lesson.ts';
import type { Figures } from './lesson-rows.ts';
import type { StandingLesson } from './reconcile-event.ts';
import type { Ours } from './who-is-ours.ts';

/** A stored lesson in the source's words; null for a student that it has not told of. */
export function asStanding(ours: Ours, lesson: IdentifiedLesson): StandingLesson | null {
  const student = ours.found(lesson.civicNumber, lesson.sourceIds);
  if (student === undefined) return null;
  return { student, who: ours.cells(student), slot: slotOfLesson(lesson), figures: storedFigures(lesson) };
}

/** Where a stored lesson stands. */
export function slotOfLesson(lesson: IdentifiedLesson): Slot {
  const { day, startMinute, groupName, courseCode } = lesson;
  return { day, start: startMinute, group: groupName, course: courseCode };
}

function storedFigures(lesson: IdentifiedLesson): Figures {
  const { minutes, attended, valid, invalid, other, late, reported } = lesson;
  const figures = { minutes, attended, valid, invalid, other, late, reported };
  return { ...figures, reason: lesson.reason ?? '', ref: lesson.lessonRef ?? '' };
}
