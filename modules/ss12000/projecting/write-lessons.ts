import type { AttendanceBody } from '../mirror/bodies.ts';
import { eventsToTell, isAttendanceWhole, waitingAttendance } from '../queries/read-mirror.ts';
import { absenceReasons } from './absence-reason.ts';
import { deletedAttendance } from './deleted-attendance.ts';
import { hasBeen, isChanged, stands } from './event-state.ts';
import { expectedStudents } from './expected-students.ts';
import { lessonOf, type Slot, slotOf, type ToldEvent, toldOf } from './lesson.ts';
import { type Figures, lessonRow, removalRow, rowKey, unreportedFigures } from './lesson-rows.ts';
import type { LessonParts, LessonWriting } from './lesson-writing.ts';
import { takeBackChanged } from './take-back-changed.ts';
import { isOnItsWay, tellAttendance } from './tell-attendance.ts';
import { membershipsBy } from './ties.ts';
import { changedActivities, touchedEvents } from './touched-events.ts';

/** What was told of lessons, to be remembered when it is imported. */
export interface ToldLessons {
  /** Event id → what was told of it (null: nothing stands), and whether all of it is. */
  readonly events: ReadonlyMap<string, { readonly told: ToldEvent | null; readonly applied: boolean }>;
  /** Attendance that goes on waiting: its student or lesson is not known yet, or its lesson is cancelled. */
  readonly waiting: readonly string[];
  /** How many of them wait for a student or a lesson. */
  readonly awaited: number;
  /** Attendance of a lesson that is not known and will not be: it is old news. */
  readonly withoutLesson: number;
  /** Lessons whose times cannot be read. */
  readonly unreadable: number;
  /** Lessons taken away, or told in another place. */
  readonly takenBack: number;
  /** Attendance that is kept although it was taken back, for its lesson may be held after all. */
  readonly heldBack: ReadonlyMap<string, AttendanceBody>;
  /** Ids of attendance that was deleted: what still bears them tells of nothing. */
  readonly deleted: readonly string[];
}

/**
 * Writes the rows of `narvaro`: attendance as it was reported, lessons that have been and that nobody has reported, and
 * what takes back lessons that were told and are moved, cancelled or deleted.
 */
export async function writeLessons(parts: LessonParts): Promise<ToldLessons> {
  const writing = await begin(parts);
  const waiting: string[] = [];
  const deleted: string[] = [];
  let [withoutLesson, awaited] = [0, 0];
  for await (const batch of waitingAttendance(parts.tx, parts.source)) {
    for (const attendance of batch) {
      if (attendance.deleted) deleted.push(attendance.id);
      else if (isOnItsWay(writing, attendance)) {
        waiting.push(attendance.id);
        if (!writing.events.has(attendance.event) || parts.ours.mayCome(attendance.student)) awaited += 1;
      } else if (!tellAttendance(writing, attendance)) withoutLesson += 1;
    }
    await parts.file.breathe();
  }
  tellUnreported(writing);
  await takeBackChanged(writing);
  const takenBack = await writing.end();
  const unreadable = [...writing.lessons].filter(
    ([id, lesson]) => lesson === null && stands(writing.events.get(id)!),
  ).length;
  const { heldBack } = writing;
  return {
    events: marksOf(writing),
    waiting,
    awaited,
    withoutLesson,
    unreadable,
    takenBack,
    heldBack,
    deleted,
  };
}

async function begin(parts: LessonParts): Promise<LessonWriting & { end(): Promise<number> }> {
  const { tx, source, model, file, now, ours } = parts;
  const activities = changedActivities(model);
  const events = await eventsToTell(tx, source, now, [...activities]);
  const lessons = new Map([...events].map(([id, { body }]) => [id, lessonOf(model, body)]));
  const memberships = membershipsBy(model);
  const isWhole = await isAttendanceWhole(tx, source);
  const deleted = await deletedAttendance(parts, ({ student, event: id }) => {
    const event = events.get(id);
    if (!event || ours.mayCome(student)) return undefined;
    const lesson = lessons.get(id);
    if (!lesson || !stands(event)) return 'nowhere';
    return { who: ours.cells(student), slot: slotOf(lesson, memberships.get(student)) };
  });
  const touchedByGroups = touchedEvents(events, activities);
  // Only where something may be taken back does it matter what else is told in the same place.
  const touched = new Set(deleted.map((each) => slotKey(each.slot)));
  for (const [id, event] of events) {
    if (!event.told || !(isChanged(event, lessons.get(id)!) || touchedByGroups.has(id))) continue;
    const { day, start, slots } = event.told;
    for (const [group, course] of slots) touched.add(slotKey({ day, start, group, course }));
  }
  const gone = new Set(deleted.map(({ id }) => id));
  const told = new Set<string>();
  const back = new Map<string, string>();
  const tell = (who: string, slot: Slot, figures: Figures): void => {
    if (touched.size > 0 && touched.has(slotKey(slot))) {
      const key = rowKey(who, slot);
      if (told.has(key)) return;
      told.add(key);
    }
    file.add(lessonRow(who, slot, figures));
  };
  const takeBack = (who: string, slot: Slot, minutes: number): void =>
    void back.set(rowKey(who, slot), removalRow(who, slot, minutes));
  return {
    ...parts,
    events,
    lessons,
    memberships,
    touched: touchedByGroups,
    heldBack: new Map(),
    // Everything that the source has is here: what does not come is no more.
    isGone: (ref) => ref !== '' && (isWhole || gone.has(ref)),
    keep: (who, slot) => void told.add(rowKey(who, slot)),
    expected: expectedStudents(model, ours),
    reasonFor: absenceReasons(model.absences),
    toldAnew: new Map(),
    tell,
    takeBack,
    async end() {
      for (const each of deleted) {
        if (each.stays) tell(each.who, each.slot, each.stays);
        else takeBack(each.who, each.slot, each.minutes);
      }
      const gone = parts.canTakeBack ? [...back].filter(([key]) => !told.has(key)) : [];
      for (const [, row] of gone) file.add(row);
      await file.breathe();
      return gone.length;
    },
  };
}

const slotKey = ({ day, start, group, course }: Slot): string => `${day}|${start}|${group}|${course}`;

/** Lessons that have been, that are told for the first time, and that nobody has reported for somebody who was to be there. */
function tellUnreported(writing: LessonWriting): void {
  for (const [id, event] of writing.events) {
    const lesson = writing.lessons.get(id);
    if (event.told || !lesson || !stands(event) || !hasBeen(lesson, writing.now)) continue;
    for (const student of writing.expected(lesson)) {
      if (writing.toldAnew.get(id)?.has(student)) continue;
      const slot = slotOf(lesson, writing.memberships.get(student));
      writing.tell(writing.ours.cells(student), slot, unreportedFigures(lesson, student));
    }
  }
}

function marksOf({ events, lessons, toldAnew, now }: LessonWriting): ToldLessons['events'] {
  const marks = new Map<string, { told: ToldEvent | null; applied: boolean }>();
  for (const [id, event] of events) {
    const lesson = lessons.get(id);
    if (!lesson || !stands(event)) marks.set(id, { told: null, applied: true });
    else if (hasBeen(lesson, now)) marks.set(id, { told: toldOf(lesson), applied: true });
    else if (event.told || toldAnew.has(id)) marks.set(id, { told: toldOf(lesson), applied: false });
  }
  return marks;
}
