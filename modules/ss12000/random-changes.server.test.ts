import { expect, onTestFinished, test } from 'vitest';
import { giveNewId, type SchoolObject } from '../../fixtures/ss12000-server/index.ts';
import type { SchoolData } from '../../fixtures/ss12000-server/school-data.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { undoRun } from '../import/index.ts';
import { refreshSignals } from '../signals/index.ts';
import { forgetCursors } from './mirror/store-cursor.ts';
import {
  difference,
  gradesByOracle,
  gradesHere,
  isUndecided,
  lessonsByOracle,
  lessonsHere,
} from './oracle-fixture.ts';
import { type Pulling, pullingSchool } from './ss12000-fixture.ts';

const { db } = await testDatabase();

type Fields = Readonly<Record<string, unknown>>;
const refOf = (value: unknown): string => (value as { id: string }).id;
const many = (value: unknown): Fields[] => (Array.isArray(value) ? [...value] : []);

function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296;
    return state / 4_294_967_296;
  };
}

let made = 0;
const newId = () => {
  made += 1;
  return `eeeeeeee-0000-4000-8000-${String(made).padStart(12, '0')}`;
};

/** Something that happens at the school, at a moment. Answers false when nobody and nothing was there for it. */
type Happening = (at: string, random: () => number) => void;

const one = <T>(all: Iterable<T>, random: () => number): T => {
  const list = [...all];
  return list[Math.floor(random() * list.length)]!;
};
const shifted = (time: unknown, minutes: number) =>
  new Date(Date.parse(String(time)) + minutes * 60_000).toISOString();

function happeningsAt(data: SchoolData): Readonly<Record<string, Happening>> {
  const event = (random: () => number) => one(data.lists.calendarEvents, random);
  const attendance = (random: () => number) => one(data.lists.attendances, random);
  const teaching = (random: () => number) =>
    one(
      [...data.lists.groups].filter((each) => each.groupType === 'Undervisning'),
      random,
    );
  const student = (random: () => number) =>
    one(
      [...data.lists.persons].filter((each) => many(each.enrolments).length > 0),
      random,
    );
  return {
    'attendance corrected'(at, random) {
      const { id, calendarEvent } = attendance(random);
      const lesson = data.lists.calendarEvents.get(refOf(calendarEvent));
      if (!lesson) return;
      const minutes = Number(lesson.teachingLengthStudent);
      const valid = Math.floor(random() * minutes);
      const invalid = Math.floor(random() * (minutes - valid));
      const change = {
        isReported: true,
        attendanceMinutes: minutes - valid - invalid,
        validAbsenceMinutes: valid,
        invalidAbsenceMinutes: invalid,
        otherAttendanceMinutes: 0,
      };
      data.change('attendances', id, change, at);
    },
    'attendance not reported any more'(at, random) {
      data.change('attendances', attendance(random).id, { isReported: false }, at);
    },
    'attendance deleted'(at, random) {
      data.remove('attendances', [attendance(random).id], at);
    },
    'attendance of another student'(at, random) {
      const each = attendance(random);
      const others = [...data.lists.attendances].filter(
        ({ calendarEvent }) => refOf(calendarEvent) === refOf(each.calendarEvent),
      );
      const there = new Set(others.map((other) => refOf(other.student)));
      const free = [...data.lists.persons].filter(
        (person) => many(person.enrolments).length > 0 && !there.has(person.id),
      );
      if (free.length > 0) data.change('attendances', each.id, { student: { id: one(free, random).id } }, at);
    },
    'lesson moved'(at, random) {
      const { id, startTime, endTime } = event(random);
      const by = one([-1440, -35, 35, 1440, 3], random);
      data.change(
        'calendarEvents',
        id,
        { startTime: shifted(startTime, by), endTime: shifted(endTime, by) },
        at,
      );
    },
    'lesson moved and one of its reports deleted'(at, random) {
      const each = attendance(random);
      const lesson = data.lists.calendarEvents.get(refOf(each.calendarEvent));
      if (!lesson) return;
      const times = { startTime: shifted(lesson.startTime, 7), endTime: shifted(lesson.endTime, 7) };
      data.change('calendarEvents', lesson.id, times, at);
      data.remove('attendances', [each.id], at);
    },
    'lesson cancelled'(at, random) {
      data.change('calendarEvents', event(random).id, { cancelled: true }, at);
    },
    'lessons held after all'(at) {
      for (const each of [...data.lists.calendarEvents])
        if (each.cancelled === true) data.change('calendarEvents', each.id, { cancelled: false }, at);
    },
    'lesson deleted with its attendance'(at, random) {
      const { id } = event(random);
      const gone = [...data.lists.attendances].filter((each) => refOf(each.calendarEvent) === id);
      data.remove(
        'attendances',
        gone.map((each) => each.id),
        at,
      );
      data.remove('calendarEvents', [id], at);
    },
    'lesson made anew'(at, random) {
      const { id, ...rest } = event(random);
      const old = [...data.lists.attendances].filter((each) => refOf(each.calendarEvent) === id);
      const anew = newId();
      const meta = { created: at, modified: at };
      data.put('calendarEvents', [{ ...rest, id: anew, meta }]);
      data.put(
        'attendances',
        old.map((each) => ({ ...each, id: newId(), calendarEvent: { id: anew }, meta }) as SchoolObject),
      );
      data.remove(
        'attendances',
        old.map((each) => each.id),
        at,
      );
      data.remove('calendarEvents', [id], at);
    },
    'group renamed'(at, random) {
      made += 1;
      data.change('groups', teaching(random).id, { displayName: `Grupp ${made}` }, at);
    },
    'membership ended back in time'(at, random) {
      const group = teaching(random);
      const members = many(group.groupMemberships);
      const place = Math.floor(random() * members.length);
      members[place] = { ...members[place], endDate: '2026-08-25' };
      data.change('groups', group.id, { groupMemberships: members }, at);
    },
    'membership gone'(at, random) {
      const group = teaching(random);
      const members = many(group.groupMemberships);
      members.splice(Math.floor(random() * members.length), 1);
      data.change('groups', group.id, { groupMemberships: members }, at);
    },
    'membership that begins back in time'(at, random) {
      const group = teaching(random);
      const members = many(group.groupMemberships);
      const { id } = student(random);
      if (members.some((each) => refOf(each.person) === id)) return;
      members.push({ id: newId(), person: { id }, startDate: '2026-08-20' });
      data.change('groups', group.id, { groupMemberships: members }, at);
    },
    'enrolment ended'(at, random) {
      const { id, enrolments } = student(random);
      const [first] = many(enrolments);
      data.change('persons', id, { enrolments: [{ ...first, endDate: '2026-08-28' }] }, at);
    },
    'enrolment cancelled'(at, random) {
      const { id, enrolments } = student(random);
      const [first] = many(enrolments);
      data.change('persons', id, { enrolments: [{ ...first, cancelled: true, endDate: undefined }] }, at);
    },
    'enrolments resumed'(at) {
      for (const { id, enrolments } of [...data.lists.persons]) {
        const [first] = many(enrolments);
        if (first && (first.cancelled === true || first.endDate === '2026-08-28'))
          data.change(
            'persons',
            id,
            { enrolments: [{ ...first, cancelled: false, endDate: undefined }] },
            at,
          );
      }
    },
    'student with another id'(at, random) {
      const { id } = student(random);
      if (data.lists.persons.get(id)!.civicNo) giveNewId(data, id, newId(), at);
    },
    'student takes no part'(at, random) {
      const each = attendance(random);
      if (!data.lists.calendarEvents.get(refOf(each.calendarEvent))) return;
      const studentExceptions = [{ student: each.student, participates: false }];
      data.change('calendarEvents', refOf(each.calendarEvent), { studentExceptions }, at);
    },
    'no exceptions any more'(at) {
      for (const each of [...data.lists.calendarEvents])
        if (many(each.studentExceptions).length > 0)
          data.change('calendarEvents', each.id, { studentExceptions: [] }, at);
    },
    'grade another'(at, random) {
      data.change(
        'grades',
        one(data.lists.grades, random).id,
        { gradeValue: one(['A', 'C', 'F'], random) },
        at,
      );
    },
    'grade of another day'(at, random) {
      made += 1;
      const registeredDate = `2026-05-${String((made % 28) + 1).padStart(2, '0')}`;
      data.change('grades', one(data.lists.grades, random).id, { registeredDate }, at);
    },
    'grade deleted'(at, random) {
      data.remove('grades', [one(data.lists.grades, random).id], at);
    },
    'grade put right by another'(at, random) {
      const old = one(data.lists.grades, random);
      const meta = { created: at, modified: at };
      data.put('grades', [{ ...old, id: newId(), gradeValue: 'B', correctionType: 'Rättelse', meta }]);
      if (random() < 0.7) data.remove('grades', [old.id], at);
    },
  };
}

const days = 12;
const perDay = 3;

/** What else happens between two pulls: nothing, mostly. */
const between = ['undo', 'cut off', 'everything anew', '', '', '', ''] as const;

test.each([1, 2, 3])(
  'after every pull the lessons and grades are those of the source (%d)',
  async (seed) => {
    const random = randomFrom(seed);
    const school = await pullingSchool(db, `Slump ${seed}`, { students: 14 });
    onTestFinished(() => school.server.close());
    const { data } = school.generated;
    const happenings = happeningsAt(data);
    const decided = (lines: readonly string[]) => lines.filter((line) => !isUndecided(data, line));
    const compare = async (now: string) => ({
      lessons: difference(decided(lessonsByOracle(data, now)), decided(await lessonsHere(school))),
      grades: difference(gradesByOracle(data), await gradesHere(school)),
    });
    const first = await school.pull();
    const runs = [first.report!.runId!];
    expect(await compare('2026-09-05T07:00:00Z')).toEqual({ lessons: {}, grades: {} });
    const names = Object.keys(happenings);
    for (let step = 0; step < days; step++) {
      const day = new Date(Date.UTC(2026, 8, 6 + step)).toISOString().slice(0, 10);
      const today: string[] = [];
      for (let count = 0; count < perDay; count++) {
        const name = one(names, random);
        today.push(name);
        happenings[name]!(`${day}T06:${String(10 + count)}:00Z`, random);
      }
      const also = one(between, random);
      if (also === 'undo' && runs.length > 0) await undo(school, runs.pop()!, `${day}T06:30:00Z`);
      if (also === 'everything anew')
        await withOrganiser(db, school.organiser.id, (tx) => forgetCursors(tx, school.source));
      if (also === 'cut off') await cutOff(school, day, Math.floor(random() * 12));
      const { report } = await school.pull({ on: day });
      if (report) runs.push(report.runId!);
      const refused = Object.values(report?.kinds ?? {}).flatMap((kind) =>
        kind.refused.map(({ code }) => code),
      );
      const found = await compare(`${day}T07:00:00Z`);
      const where = { step, today, also };
      expect({ ...where, refused, ...found }).toEqual({ ...where, refused: [], lessons: {}, grades: {} });
    }
  },
  120_000,
);

/** A pull that ends after so many pages. */
async function cutOff(school: Pulling, on: string, pages: number): Promise<void> {
  const stop = new AbortController();
  let seen = 0;
  const onPulled = () => {
    seen += 1;
    if (seen > pages) stop.abort(new Error('strömmen gick'));
  };
  await school.pull({ on, signal: stop.signal, onPulled }).catch(() => undefined);
}

async function undo(school: Pulling, runId: number, at: string): Promise<void> {
  const on = at.slice(0, 10);
  const now = () => new Date(at);
  const what = { organiser: school.organiser.id, runId, actor: null, on, now, refreshSignals };
  expect(await undoRun(db, what)).toMatchObject({ undone: true });
}
