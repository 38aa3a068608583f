import type { SchoolData, SchoolObject } from '../../fixtures/ss12000-server/index.ts';
import type { Pulling } from './ss12000-fixture.ts';

type Fields = Readonly<Record<string, unknown>>;

const refOf = (value: unknown): string => (value as { id: string }).id;
const many = (value: unknown): readonly Fields[] => (Array.isArray(value) ? value : []);
const holds = ({ startDate, endDate }: Fields, day: string): boolean =>
  String(startDate ?? '').slice(0, 10) <= day && day <= String(endDate ?? '9999').slice(0, 10);
const onClock = (time: unknown): string =>
  new Date(String(time)).toLocaleString('sv-SE', { timeZone: 'Europe/Stockholm' });

/**
 * What attendance should hold of a school, said by its objects alone and in other words than the product's: one line a
 * student and lesson, `student|day|time|group|course|minutes|figures`. It knows nothing of what was told before.
 */
export function lessonsByOracle(data: SchoolData, now: string): readonly string[] {
  const lines: string[] = [];
  const said = Map.groupBy(data.lists.attendances, (each) => refOf(each.calendarEvent));
  for (const event of data.lists.calendarEvents) {
    if (event.cancelled === true) continue;
    const activity = data.lists.activities.get(refOf(event.activity))!;
    const syllabus = activity.syllabus ? data.lists.syllabuses.get(refOf(activity.syllabus)) : undefined;
    const groups = many(activity.groups).map((each) => data.lists.groups.get(refOf(each))!);
    const [day = '', clock = ''] = onClock(event.startTime).split(' ');
    const length = (Date.parse(String(event.endTime)) - Date.parse(String(event.startTime))) / 60_000;
    const own = new Map(many(event.studentExceptions).map((each) => [refOf(each.student), each]));
    const line = (student: string, figures: string, least = 0): void => {
      if (own.get(student)?.participates === false) return;
      const minutes = Math.max(
        Number(own.get(student)?.teachingLength ?? event.teachingLengthStudent ?? length),
        least,
      );
      const at = `${day}|${clock.slice(0, 5)}|${groups[0]!.displayName}|${syllabus?.courseCode ?? ''}`;
      lines.push(`${student}|${at}|${minutes}|${figures}`);
    };
    const reported = new Set<string>();
    for (const each of said.get(event.id) ?? []) {
      const figures = [
        each.attendanceMinutes,
        each.validAbsenceMinutes,
        each.invalidAbsenceMinutes,
        each.otherAttendanceMinutes,
      ].map(Number);
      const sum = figures.reduce((a, b) => a + b, 0);
      reported.add(refOf(each.student));
      if (each.isReported === true) line(refOf(each.student), figures.join('+'), sum <= length ? sum : 0);
      else line(refOf(each.student), 'nobody');
    }
    if (String(event.endTime) && Date.parse(String(event.endTime)) > Date.parse(now)) continue;
    for (const group of groups)
      for (const member of many(group.groupMemberships)) {
        const student = refOf(member.person);
        const person = data.lists.persons.get(student);
        if (!person || reported.has(student) || !holds(member, day)) continue;
        if (!many(person.enrolments).some((each) => holds(each, day))) continue;
        reported.add(student);
        line(student, 'nobody');
      }
  }
  return lines.toSorted();
}

/** What attendance holds, in the oracle's lines. Students by the id that the source has for them now. */
export async function lessonsHere({ ask }: Pulling): Promise<readonly string[]> {
  const rows = await ask<{ line: string; source: string }>(
    `select p.source_id as source, concat_ws('|', to_char(l.day, 'YYYY-MM-DD'),
       to_char(make_time(l.start_minute / 60, l.start_minute % 60, 0), 'HH24:MI'), a.group_name, a.course_code, l.minutes,
       case when l.reported then concat_ws('+', l.attended, l.valid, l.invalid, l.other) else 'nobody' end) as line
     from attendance.lesson l join people.person p on p.organiser_id = l.organiser_id and p.person_id = l.student_id
     join attendance.activity a on a.organiser_id = l.organiser_id and a.activity_id = l.activity_id`,
  );
  return rows.map(({ line, source }) => `${source}|${line}`).toSorted();
}

/**
 * Whether nobody can tell that a line belongs there: an unreported lesson of somebody whose enrolment was broken off
 * without a day.
 */
export function isUndecided(data: SchoolData, line: string): boolean {
  const person = data.lists.persons.get(line.split('|')[0]!);
  const isBroken = many(person?.enrolments).some((each) => each.cancelled === true && !each.endDate);
  return isBroken && line.endsWith('|nobody');
}

/** What stands in one list and not in the other, the first few of each: empty when they are the same. */
export function difference(right: readonly string[], here: readonly string[]): object {
  const [a, b] = [new Set(right), new Set(here)];
  const [missing, tooMuch] = [right.filter((each) => !b.has(each)), here.filter((each) => !a.has(each))];
  if (missing.length + tooMuch.length === 0 && right.length === here.length) return {};
  return { missing: missing.slice(0, 6), tooMuch: tooMuch.slice(0, 6), counts: [right.length, here.length] };
}

/** The grades a school has, by the oracle: `student|course|day|trial|value`; of two about the same, the one changed last. */
export function gradesByOracle(data: SchoolData): readonly string[] {
  const byKey = new Map<string, SchoolObject>();
  for (const grade of data.lists.grades) {
    if (grade.finalGrade === false) continue;
    const course = data.lists.syllabuses.get(refOf(grade.syllabus))?.courseCode ?? '';
    const key = [refOf(grade.student), course, grade.registeredDate, grade.trial === true].join('|');
    const other = byKey.get(key);
    if (!other || modifiedOf(other) < modifiedOf(grade)) byKey.set(key, grade);
  }
  return [...byKey].map(([key, grade]) => `${key}|${grade.gradeValue}`).toSorted();
}

function modifiedOf(object: SchoolObject): number {
  return Date.parse(String((object.meta as { modified: string }).modified));
}

/** The grades here, in the oracle's lines. */
export async function gradesHere({ ask }: Pulling): Promise<readonly string[]> {
  const rows = await ask<{ line: string; source: string }>(
    `select p.source_id as source, concat_ws('|', g.course_code, to_char(g.graded_on, 'YYYY-MM-DD'),
       case when g.trial then 'true' else 'false' end, g.value) as line
     from grades.grade g join people.person p on p.organiser_id = g.organiser_id and p.person_id = g.student_id`,
  );
  return rows.map(({ line, source }) => `${source}|${line}`).toSorted();
}
