import { dangerouslyLessonsAt, type IdentifiedLesson } from '../../attendance/index.ts';
import type { KeptEvent } from '../queries/read-mirror.ts';
import { hasBeen, isChanged, stands } from './event-state.ts';
import { type Slot, slotOf } from './lesson.ts';
import { unreportedFigures } from './lesson-rows.ts';
import type { LessonWriting } from './lesson-writing.ts';
import { reconcileEvent } from './reconcile-event.ts';
import { asStanding } from './standing-lesson.ts';

/** Some tens of thousands of lessons are held at once. */
const eventsAtATime = 500;

/** Holds the lessons that stand of each changed event against what it is now, and tells or takes back. */
export async function takeBackChanged(writing: LessonWriting): Promise<void> {
  const changed = [...writing.events].filter(([id, event]) =>
    isChanged(event, writing.lessons.get(id) ?? null),
  );
  for (let from = 0; from < changed.length; from += eventsAtATime) {
    const some = changed.slice(from, from + eventsAtATime);
    const places = some.flatMap(([, event]) => placesOf(event));
    const standing = Map.groupBy(await dangerouslyLessonsAt(writing.tx, places), placeKey);
    for (const [id, event] of some) {
      const lessons = placesOf(event).flatMap((place) => standing.get(placeKey(place)) ?? []);
      takeBack(writing, id, event, lessons);
    }
    await writing.file.breathe();
  }
}

function placesOf({ told }: KeptEvent) {
  const { day, start, slots } = told!;
  return slots.map(([groupName, courseCode]) => ({ day, startMinute: start, groupName, courseCode }));
}

function placeKey(place: ReturnType<typeof placesOf>[number]): string {
  return `${place.day}|${place.startMinute}|${place.groupName}|${place.courseCode}`;
}

function takeBack(
  writing: LessonWriting,
  id: string,
  event: KeptEvent,
  lessons: readonly IdentifiedLesson[],
): void {
  const lesson = stands(event) ? (writing.lessons.get(id) ?? null) : null;
  const inGroups = membersEver(writing, event);
  const standing = lessons
    .map((each) => asStanding(writing.ours, each))
    .filter((each) => each !== null)
    .filter(({ student }) => inGroups.has(student));
  const toldAnew = writing.toldAnew.get(id) ?? new Set();
  const expected = lesson && hasBeen(lesson, writing.now) ? writing.expected(lesson) : new Set<string>();
  const slotFor = (student: string): Slot => slotOf(lesson!, writing.memberships.get(student));
  const { told, removed } = reconcileEvent({ lesson, standing, toldAnew, expected, slotFor });
  for (const { who, slot, figures } of told) writing.tell(who, slot, figures);
  for (const { who, slot, minutes } of removed) writing.takeBack(who, slot, minutes);
  if (!lesson) return;
  const handled = new Set(standing.map((each) => each.student));
  for (const student of expected) {
    if (handled.has(student) || toldAnew.has(student)) continue;
    writing.tell(writing.ours.cells(student), slotFor(student), unreportedFigures(lesson, student));
  }
}

/**
 * Everybody who is or was in the event's groups. Two units may have a group of the same name at the same hour, and the
 * other's students are not to be touched.
 */
function membersEver({ model, toldAnew }: LessonWriting, event: KeptEvent): ReadonlySet<string> {
  const groups = model.activities.get(event.body.activity)?.body.groups ?? [];
  const members = groups.flatMap((id) => model.groups.get(id)?.body.members.map((each) => each.person) ?? []);
  return new Set([...members, ...(toldAnew.get(event.id) ?? [])]);
}
