import type { Lesson, Slot } from './lesson.ts';
import { type Figures, minutesFor, unreportedFigures } from './lesson-rows.ts';

/** A lesson of a student as it stands in attendance now. */
export interface StandingLesson {
  /** The student's two cells. */
  readonly who: string;
  /** The student's id at the source. */
  readonly student: string;
  readonly slot: Slot;
  readonly figures: Figures;
}

/** An event that was told before and is not what it was. */
export interface ChangedEvent {
  /** Null: it is cancelled, deleted, or cannot be read any more. */
  readonly lesson: Lesson | null;
  readonly standing: readonly StandingLesson[];
  /** Those whose attendance the source sends this time: that is told in the ordinary way. */
  readonly toldAnew: ReadonlySet<string>;
  /** Those who are to be at the lesson and of whom nothing has been reported. */
  readonly expected: ReadonlySet<string>;
  slotFor(student: string): Slot;
}

/** What becomes of the lessons that stand: told where they are now, or taken away. */
export interface Reconciled {
  readonly told: readonly { readonly who: string; readonly slot: Slot; readonly figures: Figures }[];
  readonly removed: readonly { readonly who: string; readonly slot: Slot; readonly minutes: number }[];
}

/**
 * What a changed event makes of the lessons that were told of it. Reported attendance goes with a lesson that is moved:
 * the source does not send it again. One that is cancelled leaves nothing, and neither does one that a student does not
 * take part in. Pure.
 */
export function reconcileEvent(event: ChangedEvent): Reconciled {
  const told: Reconciled['told'][number][] = [];
  const removed: Reconciled['removed'][number][] = [];
  for (const standing of event.standing) {
    const { who, student, slot } = standing;
    const now = event.lesson ? event.slotFor(student) : slot;
    const figures = event.lesson ? nextFigures(event, event.lesson, standing) : null;
    const stays = figures !== null && sameSlot(now, slot);
    if (!stays) removed.push({ who, slot, minutes: standing.figures.minutes });
    if (figures !== null && figures !== 'told anew') told.push({ who, slot: now, figures });
  }
  return { told, removed };
}

/** What is to stand for a student; null for nothing. */
function nextFigures(
  { toldAnew, expected }: ChangedEvent,
  lesson: Lesson,
  { student, figures }: StandingLesson,
): Figures | 'told anew' | null {
  if (toldAnew.has(student)) return 'told anew';
  if (lesson.exceptions.get(student)?.participates === false) return null;
  if (figures.reported) return movedFigures(lesson, student, figures);
  // The source has an attendance of somebody who is not in the groups, and says that nobody has reported it.
  if (figures.ref !== '') return { ...unreportedFigures(lesson, student), ref: figures.ref };
  return expected.has(student) ? unreportedFigures(lesson, student) : null;
}

/** The same minutes, in a lesson of another length as long as they go into it. */
function movedFigures(lesson: Lesson, student: string, figures: Figures): Figures {
  const sum = (figures.attended ?? 0) + (figures.valid ?? 0) + (figures.invalid ?? 0) + (figures.other ?? 0);
  return { ...figures, minutes: Math.max(minutesFor(lesson, student), sum) };
}

/** Whether two slots are the same. */
export function sameSlot(a: Slot, b: Slot): boolean {
  return a.day === b.day && a.start === b.start && a.group === b.group && a.course === b.course;
}
