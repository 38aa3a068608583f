import type { AttendanceBody } from '../mirror/bodies.ts';
import { plainCell } from './identity.ts';
import type { Lesson, Slot } from './lesson.ts';

/** The headings of the rows below, in the words of `narvaro`; `Ta bort` last, where the import takes it. */
export const lessonHeadings = [
  'Personnummer',
  'Person-ID',
  'Datum',
  'Starttid',
  'Ämnesgrupp',
  'Kurskod',
  'Lektionsminuter',
  'Närvaro (min)',
  'Giltig frånvaro (min)',
  'Ogiltig frånvaro (min)',
  'Annan aktivitet (min)',
  'Sen ankomst (min)',
  'Frånvaroanledning',
  'Rapporterad',
  'Lektions-ID',
  'Ta bort',
] as const;

/** A lesson's figures for one student; null where the source said nothing. */
export interface Figures {
  readonly minutes: number;
  readonly attended: number | null;
  readonly valid: number | null;
  readonly invalid: number | null;
  readonly other: number | null;
  readonly late: number | null;
  readonly reported: boolean;
  readonly reason: string;
  /** The attendance's id at the source; empty for a lesson that nobody has reported. */
  readonly ref: string;
}

/** A student's figures at a lesson as the source reports them. `reason` is used where the attendance tells none. */
export function figuresOf(lesson: Lesson, id: string, attendance: AttendanceBody, reason: string): Figures {
  const { attended, valid, invalid, other, reported } = attendance;
  const planned = minutesFor(lesson, attendance.student);
  const sum = (attended ?? 0) + (valid ?? 0) + (invalid ?? 0) + (other ?? 0);
  // A lesson that ran its whole time although less was planned: the longer of the two holds the minutes.
  const minutes = reported && sum > planned && sum <= lesson.span ? sum : planned;
  const absent = (valid ?? 0) + (invalid ?? 0) > 0;
  const said = reported && absent ? (attendance.reason ?? reason) : '';
  return { minutes, attended, valid, invalid, other, late: null, reported, reason: said, ref: id };
}

/**
 * A lesson that a student was to have and that nobody has reported: neither presence nor absence. `minutes` is how long one
 * was that is held no more (`lesson` null).
 */
export function unreportedFigures(lesson: Lesson | null, student: string, minutes = 0): Figures {
  return { ...nothing, minutes: lesson ? minutesFor(lesson, student) : minutes };
}

const nothing = {
  attended: null,
  valid: null,
  invalid: null,
  other: null,
  late: null,
  reported: false,
  reason: '',
  ref: '',
};

/** A student's own length of the lesson, where one is told. */
export function minutesFor({ minutes, exceptions }: Lesson, student: string): number {
  const own = exceptions.get(student)?.minutes;
  return own !== null && own !== undefined && own > 0 ? own : minutes;
}

/** A student's row at a lesson. `who` is the two first cells. */
export function lessonRow(who: string, slot: Slot, figures: Figures): string {
  const { minutes, attended, valid, invalid, other, late, reported, reason, ref } = figures;
  const amounts = reported
    ? [attended, valid, invalid, other, late].map((each) => each ?? '').join(';')
    : ';;;;';
  const said = reason === '' ? '' : plainCell(reason);
  return `${who};${slotCells(slot)};${minutes};${amounts};${said};${reported ? 'Ja' : 'Nej'};${ref};`;
}

/** A row that takes a student's lesson away: it was cancelled, moved or deleted at the source. */
export function removalRow(who: string, slot: Slot, minutes: number): string {
  return `${who};${slotCells(slot)};${minutes};;;;;;;Nej;;Ja`;
}

/** A key of a student's lesson: two rows with the same would contradict each other. */
export function rowKey(who: string, slot: Slot): string {
  return `${who};${slotCells(slot)}`;
}

function slotCells({ day, start, group, course }: Slot): string {
  return `${day};${clock(start)};${plainCell(group)};${plainCell(course)}`;
}

function clock(minute: number): string {
  const hours = Math.floor(minute / 60);
  return `${hours < 10 ? '0' : ''}${hours}:${String(minute % 60).padStart(2, '0')}`;
}
