import { isDeepStrictEqual } from 'node:util';
import { dangerouslyLessonsAt, type IdentifiedLesson } from '../../attendance/index.ts';
import { eventsToldOn, type KeptEvent } from '../queries/read-mirror.ts';
import { hasBeen, isChanged, stands } from './event-state.ts';
import { type Lesson, type Slot, slotOf } from './lesson.ts';
import { rowKey, unreportedFigures } from './lesson-rows.ts';
import type { LessonWriting } from './lesson-writing.ts';
import { reconcileEvent, type StandingLesson } from './reconcile-event.ts';
import { asStanding } from './standing-lesson.ts';

/** Some tens of thousands of lessons are held at once. */
const eventsAtATime = 500;

/** Holds the lessons that stand of each changed event against what it is now, and tells or takes back. */
export async function takeBackChanged(writing: LessonWriting): Promise<void> {
  const changed = [...writing.events].filter(
    ([id, event]) => writing.touched.has(id) || isChanged(event, writing.lessons.get(id) ?? null),
  );
  for (let from = 0; from < changed.length; from += eventsAtATime) {
    const some = changed.slice(from, from + eventsAtATime);
    const places = some.flatMap(([, event]) => placesOf(event));
    const standing = Map.groupBy(await dangerouslyLessonsAt(writing.tx, places), placeKey);
    const days = [...new Set(places.map(({ day }) => day))];
    const told = await eventsToldOn(writing.tx, writing.source, days);
    const at = Map.groupBy(
      told.flatMap((event) => placesOf(event).map((place) => ({ event, key: placeKey(place) }))),
      ({ key }) => key,
    );
    for (const [id, event] of some) {
      const keys = placesOf(event).map(placeKey);
      const lessons = keys.flatMap((key) => standing.get(key) ?? []);
      const isAlone = keys.every((key) => at.get(key)?.every((other) => other.event.id === id) ?? true);
      takeBack(writing, id, event, lessons, isAlone);
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
  isAlone: boolean,
): void {
  const lesson = stands(event) ? (writing.lessons.get(id) ?? null) : null;
  const inGroups = membersEver(writing, event);
  const all = lessons
    .map((each) => asStanding(writing.ours, each))
    .filter((each) => each !== null)
    .filter(({ student }) => isAlone || inGroups.has(student));
  const toldAnew = writing.toldAnew.get(id) ?? new Set();
  const stood = new Set(all.map(({ student }) => student));
  const expected =
    lesson && hasBeen(lesson, writing.now) ? writing.expected(lesson, stood) : new Set<string>();
  const slotFor = (student: string): Slot => slotOf(lesson!, writing.memberships.get(student));
  const standing = all.map((each) => {
    const { student, figures } = each;
    const isGone = !toldAnew.has(student) && writing.isGone(figures.ref);
    return isGone ? { ...each, figures: unreportedFigures(lesson, student, figures.minutes) } : each;
  });
  if (!event.deleted) holdBack(writing, id, lesson, standing);
  const { told, removed } = reconcileEvent({ lesson, standing, toldAnew, expected, slotFor });
  const before = new Map(all.map(({ who, slot, figures }) => [rowKey(who, slot), figures]));
  for (const { who, slot, figures } of told) {
    const stood = before.get(rowKey(who, slot));
    if (stood && isDeepStrictEqual(stood, figures)) writing.keep(who, slot);
    else writing.tell(who, slot, figures);
  }
  for (const { who, slot, minutes } of removed) writing.takeBack(who, slot, minutes);
  if (!lesson) return;
  const handled = new Set(standing.map((each) => each.student));
  for (const student of expected) {
    if (handled.has(student) || toldAnew.has(student)) continue;
    writing.tell(writing.ours.cells(student), slotFor(student), unreportedFigures(lesson, student));
  }
}

/** The attendance of a lesson that is cancelled, or in which its student takes no part, is kept. */
function holdBack(
  { heldBack, toldAnew }: LessonWriting,
  event: string,
  lesson: Lesson | null,
  standing: readonly StandingLesson[],
): void {
  for (const { student, figures } of standing) {
    const { ref, reported, attended, valid, invalid, other, reason } = figures;
    const isHeld = lesson !== null && lesson.exceptions.get(student)?.participates !== false;
    if (isHeld || ref === '' || toldAnew.get(event)?.has(student)) continue;
    const minutes = { attended, valid, invalid, other };
    heldBack.set(ref, { student, event, reported, ...minutes, reason: reason === '' ? null : reason });
  }
}

/**
 * Everybody who is or was in the event's groups. Two units may have a group of the same name at the same hour, and the
 * other's students are not to be touched. Where no other lesson is told, whoever stands there is this one's: sources take
 * memberships away as well as end them.
 */
function membersEver({ model, toldAnew }: LessonWriting, event: KeptEvent): ReadonlySet<string> {
  const groups = model.activities.get(event.body.activity)?.body.groups ?? [];
  const members = groups.flatMap((id) => model.groups.get(id)?.body.members.map((each) => each.person) ?? []);
  return new Set([...members, ...(toldAnew.get(event.id) ?? [])]);
}
