import type { LocalDate } from '../../../platform/local-date.ts';

/** What is kept of an Organisation. */
export interface OrganisationBody {
  readonly name: string;
  readonly unitCode: string | null;
  readonly parent: string | null;
}

/** What is kept of an Enrolment, which has no id of its own. `form` and `programme` are the source's codes, raw. */
export interface EnrolmentBody {
  readonly at: string;
  readonly form: string;
  readonly starts: LocalDate | null;
  readonly ends: LocalDate | null;
  readonly year: number | null;
  readonly cancelled: boolean;
  readonly programme: string | null;
}

/** What is kept of a Person. */
export interface PersonBody {
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly federatedName: string | null;
  readonly civic: string | null;
  /** `Ingen`, `Sekretessmarkering`, `Skyddad folkbokföring`, or what the source wrote; null when it said nothing. */
  readonly protection: string | null;
  readonly status: string | null;
  readonly email: string | null;
  readonly municipality: string | null;
  readonly enrolments: readonly EnrolmentBody[];
  readonly responsibles: readonly { readonly person: string; readonly relation: string }[];
}

/** Somebody who goes to another school form: that they are there, and nothing else. */
export interface ElsewhereBody {
  readonly elsewhere: true;
}

/** Days that something holds. */
interface Dated {
  readonly starts: LocalDate | null;
  readonly ends: LocalDate | null;
}

/** What is kept of a Group. */
export interface GroupBody extends Dated {
  readonly name: string;
  /** `Undervisning`, `Klass`, `Mentor` …, raw. */
  readonly type: string;
  readonly organisation: string | null;
  readonly members: readonly (Dated & { readonly person: string })[];
}

/** What is kept of a Duty. */
export interface DutyBody extends Dated {
  readonly person: string;
  readonly at: string;
  readonly role: string;
  readonly signature: string | null;
  readonly assignments: readonly (Dated & { readonly group: string; readonly type: string })[];
}

/** What is kept of an Activity. */
export interface ActivityBody {
  readonly name: string;
  readonly type: string | null;
  readonly groups: readonly string[];
  readonly teachers: readonly { readonly duty: string }[];
  readonly syllabus: string | null;
}

/** What is kept of a CalendarEvent. Instants as the source wrote them. */
export interface EventBody {
  readonly activity: string;
  readonly start: string;
  readonly end: string;
  readonly cancelled: boolean;
  /** teachingLengthStudent, minutes. */
  readonly minutes: number | null;
  readonly exceptions: readonly {
    readonly student: string;
    readonly participates: boolean;
    readonly minutes: number | null;
  }[];
}

/** What is kept of an Attendance until it is imported: minutes, null where the source said nothing. */
export interface AttendanceBody {
  readonly student: string;
  readonly event: string;
  readonly reported: boolean;
  readonly attended: number | null;
  readonly valid: number | null;
  readonly invalid: number | null;
  readonly other: number | null;
  readonly reason: string | null;
}

/** What is kept of an AggregatedAttendance until it is imported: minutes. */
export interface AggregatedBody {
  readonly student: string;
  readonly activity: string;
  /** The activity's name, where the source sent it with the reference. */
  readonly activityName: string | null;
  readonly starts: LocalDate;
  readonly ends: LocalDate;
  readonly attended: number;
  readonly valid: number;
  readonly invalid: number;
  readonly other: number;
  readonly reported: number | null;
  readonly offered: number | null;
}

/** What is kept of an Absence: leave that was granted, or absence that was told beforehand. */
export interface AbsenceBody {
  readonly student: string;
  readonly start: string;
  readonly end: string;
  readonly type: string;
}

/** What is kept of a Grade. */
export interface GradeBody {
  readonly student: string;
  readonly syllabus: string | null;
  readonly value: string;
  readonly registered: LocalDate | null;
  readonly final: boolean;
  readonly term: string | null;
  readonly trial: boolean;
  readonly adaptedPlan: string | null;
  readonly remark: string | null;
  readonly teacher: string | null;
  readonly organisation: string | null;
}

/** What is kept of a Syllabus. */
export interface SyllabusBody {
  readonly courseCode: string | null;
  readonly courseName: string | null;
  readonly points: number | null;
  readonly subject: string | null;
}

/** What is kept of a Programme. */
export interface ProgrammeBody {
  readonly code: string | null;
  readonly name: string;
}

/** What is kept of a StudyPlan until there are study plans to put it in; its notes in free text are not. */
export interface StudyPlanBody extends Dated {
  readonly student: string;
  readonly content: readonly unknown[];
}
