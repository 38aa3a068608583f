import { describe, expect, test } from 'vitest';
import type { AttendanceBody, EventBody } from '../mirror/bodies.ts';
import { trimAttendance, trimEvent } from '../mirror/trim-teaching.ts';
import { lessonOf, slotOf, standsWhereTold, toldOf } from './lesson.ts';
import { figuresOf, lessonRow, unreportedFigures } from './lesson-rows.ts';
import { modelOf } from './model-fixture.ts';
import { membershipsBy } from './ties.ts';

const model = modelOf({
  groups: [
    { id: 'g1', displayName: 'MA 1', groupType: 'Undervisning', groupMemberships: [{ person: { id: 'a' } }] },
    {
      id: 'g2',
      displayName: 'MA 2',
      groupType: 'Undervisning',
      groupMemberships: [{ person: { id: 'b' }, startDate: '2026-11-01' }],
    },
  ],
  syllabuses: [{ id: 'kurs', subjectName: 'Matematik', courseCode: 'MATE1000X' }],
  activities: [
    {
      id: 'u',
      displayName: 'Matematik',
      activityType: 'Undervisning',
      groups: [{ id: 'g1' }, { id: 'g2' }],
      syllabus: { id: 'kurs' },
    },
    { id: 'm', displayName: 'Möte', activityType: 'Läraraktivitet', groups: [{ id: 'g1' }] },
  ],
});
const event = (more: Record<string, unknown> = {}): EventBody =>
  trimEvent({
    activity: { id: 'u' },
    startTime: '2026-11-16T07:10:00Z',
    endTime: '2026-11-16T08:10:00Z',
    ...more,
  });
const lesson = (more: Record<string, unknown> = {}) => lessonOf(model, event(more))!;
const attendance = (more: Record<string, unknown> = {}): AttendanceBody =>
  trimAttendance({ student: { id: 'a' }, calendarEvent: { id: 'e' }, isReported: true, ...more });
const memberships = membershipsBy(model);

describe('a lesson from a calendar event', () => {
  test('stands at a Swedish day and minute, with the course of its syllabus', () => {
    expect(lesson()).toMatchObject({
      day: '2026-11-16',
      start: 490,
      minutes: 60,
      course: 'MATE1000X',
      isTaught: true,
    });
  });

  test('has the length that is taught, if one is told', () => {
    expect(lesson({ teachingLengthStudent: 50 }).minutes).toBe(50);
    expect(lesson({ teachingLengthStudent: 0 }).minutes).toBe(60);
  });

  test('is none when it ends before it begins', () => {
    expect(lessonOf(model, event({ endTime: '2026-11-16T07:10:00Z' }))).toBeNull();
    expect(lessonOf(model, event({ startTime: 'sen' }))).toBeNull();
  });

  test('is not one that attendance is reported at when only teachers are there', () => {
    expect(lesson({ activity: { id: 'm' } }).isTaught).toBe(false);
    expect(lesson({ activity: { id: 'okänd' } }).isTaught).toBe(false);
  });

  test('stands for each student in her own group of those that read together', () => {
    expect(slotOf(lesson(), memberships.get('a')).group).toBe('MA 1');
    expect(slotOf(lesson(), memberships.get('b')).group).toBe('MA 2');
    expect(slotOf(lesson(), memberships.get('okänd')).group).toBe('MA 1');
  });

  test('stands where it was told until day, start, group or course is another', () => {
    const told = toldOf(lesson());
    expect(standsWhereTold(lesson({ teachingLengthStudent: 50 }), told)).toBe(true);
    expect(standsWhereTold(lesson({ startTime: '2026-11-16T07:15:00Z' }), told)).toBe(false);
    expect(standsWhereTold(lesson({ activity: { id: 'm' } }), told)).toBe(false);
  });
});

describe('attendance in minutes', () => {
  const figures = (more: Record<string, unknown>, of: Record<string, unknown> = {}, reason = '') =>
    figuresOf(lesson(of), 'id', attendance(more), reason);

  test('is told as it is reported, and what the source leaves out is left out', () => {
    expect(figures({ attendanceMinutes: 40, validAbsenceMinutes: 20 })).toMatchObject({
      minutes: 60,
      attended: 40,
      valid: 20,
      invalid: null,
      reported: true,
    });
  });

  test('that nobody has reported is neither presence nor absence, whatever minutes stand there', () => {
    const row = lessonRow(
      'x;',
      slotOf(lesson(), undefined),
      figures({ isReported: false, attendanceMinutes: 60 }),
    );
    expect(row).toBe('x;;2026-11-16;08:10;MA 1;MATE1000X;60;;;;;;;Nej;id;');
  });

  test('longer than planned makes the lesson as long, up to the time it took', () => {
    const whole = { attendanceMinutes: 60 };
    expect(figures(whole, { teachingLengthStudent: 50 }).minutes).toBe(60);
    expect(figures({ attendanceMinutes: 61 }, { teachingLengthStudent: 50 }).minutes).toBe(50);
  });

  test('has the reason that is told, else that of the absence told beforehand, and none when nobody was away', () => {
    expect(figures({ validAbsenceMinutes: 60, absenceReason: 'Sjuk' }, {}, 'Ledighet').reason).toBe('Sjuk');
    expect(figures({ validAbsenceMinutes: 60 }, {}, 'Ledighet').reason).toBe('Ledighet');
    expect(figures({ attendanceMinutes: 60, absenceReason: 'Sjuk' }).reason).toBe('');
  });

  test('a student’s own length counts, also where nothing is reported', () => {
    const own = { studentExceptions: [{ student: { id: 'a' }, participates: true, teachingLength: 30 }] };
    expect(unreportedFigures(lesson(own), 'a').minutes).toBe(30);
    expect(unreportedFigures(lesson(own), 'b').minutes).toBe(60);
  });
});
