import type { LocalDate } from '../../../platform/local-date.ts';
import type { EventBody } from '../mirror/bodies.ts';
import { groupName } from './identity.ts';
import { minutesBetween, swedishTime } from './local-time.ts';
import type { Model } from './mirror-model.ts';
import { holdsOn, type Membership } from './ties.ts';

/** Where a lesson stands in attendance, the student apart. */
export interface Slot {
  readonly day: LocalDate;
  /** Minutes since midnight. */
  readonly start: number;
  readonly group: string;
  readonly course: string;
}

/** A lesson as a calendar event tells it. */
export interface Lesson {
  readonly day: LocalDate;
  readonly start: number;
  /** What a student is taught, minutes; somebody may have another figure of their own. */
  readonly minutes: number;
  /** From start to end. */
  readonly span: number;
  readonly course: string;
  /** Its groups by id, each with the name to write. Empty: the activity's own name is written. */
  readonly groups: readonly { readonly id: string; readonly name: string }[];
  readonly named: string;
  /** Whether teachers report attendance at such an activity. */
  readonly isTaught: boolean;
  readonly exceptions: ReadonlyMap<string, EventBody['exceptions'][number]>;
}

/** What was told of an event last: enough to take it back. */
export interface ToldEvent {
  readonly day: LocalDate;
  readonly start: number;
  /** Group and course, of each group that students were told in. */
  readonly slots: readonly (readonly [group: string, course: string])[];
}

/** The standard's two kinds of activity where nobody reports attendance. */
const notTaught = new Set(['läraraktivitet', 'övrigt']);

/** The lesson of an event; null when its times cannot be read or it ends before it begins. */
export function lessonOf(
  model: Pick<Model, 'activities' | 'groups' | 'syllabuses'>,
  event: EventBody,
): Lesson | null {
  const at = swedishTime(event.start);
  const span = minutesBetween(event.start, event.end);
  if (!at || span === null || span <= 0) return null;
  const activity = model.activities.get(event.activity)?.body;
  const syllabus = activity?.syllabus ? model.syllabuses.get(activity.syllabus)?.body : undefined;
  const groups = (activity?.groups ?? []).map((id) => {
    const name = groupName(model.groups.get(id)?.body.name ?? '');
    return { id, name: name || groupName(activity?.name ?? '') };
  });
  return {
    day: at.day,
    start: at.minute,
    minutes: event.minutes !== null && event.minutes > 0 ? event.minutes : span,
    span,
    course: syllabus?.courseCode ?? '',
    groups,
    named: groupName(activity?.name ?? ''),
    isTaught: activity !== undefined && !notTaught.has(activity.type?.toLowerCase() ?? ''),
    exceptions: new Map(event.exceptions.map((each) => [each.student, each])),
  };
}

/** Where a student's lesson stands: in the first of the lesson's groups that she is in that day, else was in, else the first. */
export function slotOf(lesson: Lesson, memberships: readonly Membership[] | undefined): Slot {
  const { day, start, course, groups } = lesson;
  const own = groups.length > 1 ? groupOf(lesson, memberships ?? []) : groups[0];
  return { day, start, group: own?.name ?? lesson.named, course };
}

function groupOf({ groups, day }: Lesson, memberships: readonly Membership[]) {
  const of = (held: boolean) =>
    groups.find(({ id }) => memberships.some((each) => each.groupId === id && (!held || holdsOn(each, day))));
  return of(true) ?? of(false) ?? groups[0];
}

/** What is kept of a lesson that has been told, to take it back from. */
export function toldOf(lesson: Lesson): ToldEvent {
  const names = lesson.groups.length === 0 ? [lesson.named] : lesson.groups.map(({ name }) => name);
  const slots = [...new Set(names)].map((name) => [name, lesson.course] as const);
  return { day: lesson.day, start: lesson.start, slots };
}

/** Whether a lesson stands where it was told. */
export function standsWhereTold(lesson: Lesson, told: ToldEvent): boolean {
  const now = toldOf(lesson);
  const slots = (event: ToldEvent) =>
    event.slots
      .map((slot) => slot.join('|'))
      .toSorted()
      .join('\n');
  return now.day === told.day && now.start === told.start && slots(now) === slots(told);
}
