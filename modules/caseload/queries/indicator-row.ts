import type { LocalDate } from '../../../platform/local-date.ts';
import { displayName, masked, type Protection } from '../../people/index.ts';

/** One student as lists show: where, how much absence, what is on, when somebody last talked. Names are masked already. */
export interface CaseloadRow {
  readonly studentId: number;
  readonly name: string;
  readonly isProtected: boolean;
  readonly className: string;
  readonly programmeCode: string | null;
  readonly unitName: string;
  readonly mentorName: string | null;
  /** Absent lessons of reported lessons in the last four teaching weeks, 0–1; null when the data does not suffice. */
  readonly absentShare: number | null;
  readonly absentLessons: number;
  readonly reportedLessons: number;
  /** Percent for each of the last eight calendar weeks, null for a week without reported lessons; oldest first. */
  readonly weekShares: readonly (number | null)[];
  readonly weeksFrom: LocalDate | null;
  readonly topLevel: number;
  readonly openSignals: readonly string[];
  readonly headline: string;
  readonly strengths: readonly string[];
  readonly lastTalkOn: LocalDate | null;
}

/** The columns of `CaseloadRow` as `students p`, `people.person s`, `signals.indicator i`, mentor `m` and unit `u` are joined. */
export const caseloadColumns = `
  p.student_id, s.given_name, s.family_name, s.protection, p.class_name, p.programme_code, u.name as unit_name,
  m.given_name as mentor_given, m.family_name as mentor_family, m.protection as mentor_protection,
  i.absent_share, i.absent_lessons, i.reported_lessons, i.week_shares, i.weeks_from, i.top_level, i.open_signals,
  i.headline, i.strengths, i.last_talk_on`;

/** The joins that go with `caseloadColumns`. A student that was never evaluated has no indicator yet, and still a row. */
export const caseloadJoins = `
  from people.placement p
  join people.person s on s.organiser_id = p.organiser_id and s.person_id = p.student_id
  join organisation.school_unit u on u.organiser_id = p.organiser_id and u.unit_id = p.unit_id
  left join people.person m on m.organiser_id = p.organiser_id and m.person_id = p.mentor_id
  left join signals.indicator i on i.organiser_id = p.organiser_id and i.student_id = p.student_id`;

/** A row as the database gives it. */
export interface CaseloadRecord {
  student_id: number;
  given_name: string;
  family_name: string;
  protection: Protection;
  class_name: string;
  programme_code: string | null;
  unit_name: string;
  mentor_given: string | null;
  mentor_family: string | null;
  mentor_protection: Protection | null;
  absent_share: number | null;
  absent_lessons: number | null;
  reported_lessons: number | null;
  week_shares: number[] | null;
  weeks_from: LocalDate | null;
  top_level: number | null;
  open_signals: string[] | null;
  headline: string | null;
  strengths: string[] | null;
  last_talk_on: LocalDate | null;
}

/** Turns a record into what a list shows; the name of a protected person never passes. */
export function caseloadRow(record: CaseloadRecord): CaseloadRow {
  return {
    studentId: record.student_id,
    name: displayName({
      givenName: record.given_name,
      familyName: record.family_name,
      protection: record.protection,
    }),
    isProtected: masked(record),
    className: record.class_name,
    programmeCode: record.programme_code,
    unitName: record.unit_name,
    mentorName: mentorName(record),
    absentShare: record.absent_share,
    absentLessons: record.absent_lessons ?? 0,
    reportedLessons: record.reported_lessons ?? 0,
    weekShares: (record.week_shares ?? []).map((tenths) => (tenths < 0 ? null : tenths / 10)),
    weeksFrom: record.weeks_from,
    topLevel: record.top_level ?? 0,
    openSignals: record.open_signals ?? [],
    headline: record.headline ?? '',
    strengths: record.strengths ?? [],
    lastTalkOn: record.last_talk_on,
  };
}

function mentorName(record: CaseloadRecord): string | null {
  const { mentor_given: givenName, mentor_family: familyName, mentor_protection: protection } = record;
  if (givenName === null || familyName === null || protection === null) return null;
  return displayName({ givenName, familyName, protection });
}
