import type { KeptEvent } from '../queries/read-mirror.ts';
import { type Lesson, standsWhereTold } from './lesson.ts';
import { swedishTime } from './local-time.ts';

/** Whether an event is held as far as is known. */
export function stands({ deleted, body }: KeptEvent): boolean {
  return !deleted && !body.cancelled;
}

/** Whether what was told of an event may not hold any more. */
export function isChanged(event: KeptEvent, lesson: Lesson | null): boolean {
  if (!event.told) return false;
  return !event.applied || lesson === null || !standsWhereTold(lesson, event.told);
}

/** Whether a lesson is over. */
export function hasBeen({ day, start, span }: Lesson, now: Date): boolean {
  const at = swedishTime(now.toISOString())!;
  return day < at.day || (day === at.day && start + span <= at.minute);
}
