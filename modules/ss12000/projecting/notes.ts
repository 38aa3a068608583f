import { sourceWords as words } from '../../../messages/sv/sources.ts';
import type { Warning } from '../../import/index.ts';
import type { Model } from './mirror-model.ts';
import type { StudentRows } from './student-rows.ts';
import { unknownCodes } from './unknown-codes.ts';
import type { ToldLessons } from './write-lessons.ts';

/** What to know about what a source sent. */
export function notesOf(of: {
  readonly model: Model;
  readonly roster: StudentRows;
  readonly lessons: ToldLessons;
}): readonly Warning[] {
  const { model, roster, lessons } = of;
  const codes = unknownCodes(model);
  const notes: readonly Warning[] = [
    { code: 'unknown-codes', says: words.notes.unknownCodes(codes), rows: codes.length },
    { code: 'without-unit', says: words.notes.withoutUnit, rows: roster.withoutUnit.length },
    { code: 'without-lesson', says: words.notes.withoutLesson, rows: lessons.withoutLesson },
    { code: 'lesson-waits', says: words.notes.lessonWaits, rows: lessons.awaited },
    { code: 'unreadable-time', says: words.notes.unreadableTime, rows: lessons.unreadable },
  ];
  return notes.filter((note) => note.rows > 0);
}
