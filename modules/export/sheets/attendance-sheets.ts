import { addDays, epochDay, type LocalDate } from '../../../platform/local-date.ts';
import type { Scope } from '../scope.ts';
import { decimal, free, plain, type Sheet, word, yesNo } from '../sheet.ts';

const student = [plain('Personnummer', 's.civic'), free('Person-ID', 's.source')] as const;
const activity = [free('Ämnesgrupp', 'a.group_name'), free('Kurskod', 'a.course_code')] as const;

/** Of units only the days that they answer for; of the whole organiser every day. */
export function inSpan({ units }: Scope, day: string): string {
  return units === null ? 'true' : `s.span @> ${day}`;
}

/** The days of a month, or every day when none is told. */
export function inMonth(month: LocalDate | null, day: string): string {
  return month === null ? 'true' : `${day} >= '${month}' and ${day} < '${firstOfNext(month)}'`;
}

/** The first day of the month after. */
export function firstOfNext(month: LocalDate): LocalDate {
  return `${addDays(month, 31).slice(0, 7)}-01`;
}

const time = (minute: string): string => `to_char(make_interval(mins => ${minute}), 'HH24:MI')`;

/** A row a student and lesson; of one month (its first day), or of all time. */
export function narvaro(month: LocalDate | null): Sheet {
  if (month !== null) epochDay(month);
  return {
    file: month === null ? 'narvaro' : `narvaro-${month.slice(0, 7)}`,
    columns: [
      ...student,
      plain('Datum', 'l.day'),
      plain('Starttid', time('l.start_minute')),
      plain(
        'Sluttid',
        `case when l.start_minute + l.minutes < 1440 then ${time('l.start_minute + l.minutes')} end`,
      ),
      ...activity,
      plain('Lektionsminuter', 'l.minutes'),
      plain('Närvaro (min)', 'l.attended'),
      plain('Giltig frånvaro (min)', 'l.valid'),
      plain('Ogiltig frånvaro (min)', 'l.invalid'),
      plain('Annan aktivitet (min)', 'l.other'),
      plain('Sen ankomst (min)', 'l.late'),
      free('Frånvaroanledning', 'r.name'),
      yesNo('Rapporterad', 'l.reported'),
      free('Lektions-ID', 'l.lesson_ref'),
    ],
    from: (scope) => `attendance.lesson l
      join taken_student s on s.person_id = l.student_id
      join attendance.activity a on a.organiser_id = l.organiser_id and a.activity_id = l.activity_id
      left join attendance.reason r on r.organiser_id = l.organiser_id and r.reason_id = l.reason_id
      where l.organiser_id = ${scope.organiser} and ${inMonth(month, 'l.day')} and ${inSpan(scope, 'l.day')}`,
    order: 's.n, l.day, l.start_minute, a.group_name collate "C", a.course_code collate "C"',
  };
}

/** A row a student, period and group, with the headings of Vklass; the unreported share is exact enough for its minutes. */
export const narvaroSumma: Sheet = {
  file: 'narvaro_summa',
  columns: [
    ...student,
    plain('Från', 't.starts'),
    plain('Till', 't.ends'),
    ...activity,
    plain('Lekt.', 't.lessons'),
    plain('Undv. tid', 't.offered'),
    plain('N min', 't.attended'),
    plain('GF min', 't.valid'),
    plain('F min', 't.invalid'),
    plain('Annan aktivitet (min)', 't.other'),
    decimal(
      'Ej reg tid',
      'case when t.offered = 0 then 0 else round(100 - 100.0 * t.reported / t.offered, 6) end',
    ),
  ],
  from: (scope) => `attendance.period_total t
    join taken_student s on s.person_id = t.student_id
    join attendance.activity a on a.organiser_id = t.organiser_id and a.activity_id = t.activity_id
    where t.organiser_id = ${scope.organiser} and ${inSpan(scope, 't.starts')}`,
  order: 's.n, t.starts, t.ends, a.group_name collate "C", a.course_code collate "C"',
};

/** A row a student, course and day of grading; no grade to set is written by SCB's codes, which are read in again. */
export const betyg: Sheet = {
  file: 'betyg',
  columns: [
    ...student,
    free('Kurskod', 'g.course_code'),
    free('Kurs/nivå', 'g.course_name'),
    plain('Poäng', 'g.points'),
    word('Betyg', 'g.value', { 'ej läst': '3', 'ej betygssatt': '2' }),
    plain('Betygsdatum', 'g.graded_on'),
    free('Termin', 'g.term'),
    yesNo('Prövning', 'g.trial'),
    yesNo('Utökad', 'g.extended'),
    free('Anpassad studieplan', 'g.adapted_study_plan'),
    free('Lärarsignatur', 'g.teacher_signature'),
    free('Anmärkning', 'g.remark'),
  ],
  from: (scope) => `grades.grade g
    join taken_student s on s.person_id = g.student_id
    where g.organiser_id = ${scope.organiser} and ${inSpan(scope, 'g.graded_on')}`,
  order: 's.n, g.graded_on, g.course_code collate "C", g.trial',
};
