import type { RawObject } from '../client/index.ts';
import type {
  AbsenceBody,
  ActivityBody,
  AggregatedBody,
  AttendanceBody,
  EventBody,
  GradeBody,
  ProgrammeBody,
  StudyPlanBody,
  SyllabusBody,
} from './bodies.ts';
import { dayOf, idOf, idsOf, isYes, nameOf, objectsOf, textOf, wholeOf } from './read-raw.ts';

/** What is kept of an Activity. */
export function trimActivity(raw: RawObject): ActivityBody {
  return {
    name: textOf(raw.displayName) ?? '',
    type: textOf(raw.activityType),
    groups: idsOf(raw.groups),
    teachers: objectsOf(raw.teachers).flatMap((each) => {
      const duty = idOf(each.duty ?? each);
      return duty === null ? [] : [{ duty }];
    }),
    syllabus: idOf(raw.syllabus),
  };
}

/** What is kept of a CalendarEvent. */
export function trimEvent(raw: RawObject): EventBody {
  return {
    activity: idOf(raw.activity) ?? '',
    start: textOf(raw.startTime) ?? '',
    end: textOf(raw.endTime) ?? '',
    cancelled: isYes(raw.cancelled),
    minutes: wholeOf(raw.teachingLengthStudent),
    exceptions: objectsOf(raw.studentExceptions).flatMap((each) => {
      const student = idOf(each.student);
      const participates = each.participates !== false;
      return student === null ? [] : [{ student, participates, minutes: wholeOf(each.teachingLength) }];
    }),
  };
}

/** What is kept of an Attendance. */
export function trimAttendance(raw: RawObject): AttendanceBody {
  return {
    student: idOf(raw.student) ?? '',
    event: idOf(raw.calendarEvent) ?? '',
    reported: isYes(raw.isReported),
    attended: wholeOf(raw.attendanceMinutes),
    valid: wholeOf(raw.validAbsenceMinutes),
    invalid: wholeOf(raw.invalidAbsenceMinutes),
    other: wholeOf(raw.otherAttendanceMinutes),
    reason: textOf(raw.absenceReason),
  };
}

/** What is kept of an AggregatedAttendance. */
export function trimAggregated(raw: RawObject): AggregatedBody {
  return {
    student: idOf(raw.student) ?? '',
    activity: idOf(raw.activity) ?? '',
    activityName: nameOf(raw.activity),
    starts: dayOf(raw.startDate) ?? '',
    ends: dayOf(raw.endDate) ?? '',
    attended: wholeOf(raw.attendanceSum) ?? 0,
    valid: wholeOf(raw.validAbsenceSum) ?? 0,
    invalid: wholeOf(raw.invalidAbsenceSum) ?? 0,
    other: wholeOf(raw.otherAttendanceSum) ?? 0,
    reported: wholeOf(raw.reportedSum),
    offered: wholeOf(raw.offeredSum),
  };
}

/** What is kept of an Absence. */
export function trimAbsence(raw: RawObject): AbsenceBody {
  return {
    student: idOf(raw.student) ?? '',
    start: textOf(raw.startTime) ?? '',
    end: textOf(raw.endTime) ?? '',
    type: textOf(raw.type) ?? '',
  };
}

/** What is kept of a Grade. `finalGrade` that is not said counts as final. */
export function trimGrade(raw: RawObject): GradeBody {
  const semester = textOf(raw.semester);
  const year = wholeOf(raw.year);
  return {
    student: idOf(raw.student) ?? '',
    syllabus: idOf(raw.syllabus),
    value: textOf(raw.gradeValue) ?? '',
    registered: dayOf(raw.registeredDate),
    final: raw.finalGrade !== false,
    term: semester !== null && year !== null ? `${semester}${year}` : null,
    trial: isYes(raw.trial),
    adaptedPlan: adaptedOf(raw.adaptedStudyPlan),
    remark: textOf(raw.remark),
    teacher: idOf(raw.gradingTeacher),
    organisation: idOf(raw.organisation),
  };
}

/** A text by the standard; sources send `false`, `Nej` and `Ingen` for none. */
function adaptedOf(value: unknown): string | null {
  if (value === true) return 'Ja';
  const text = textOf(value);
  return text === null || /^(nej|ingen|false|none)$/i.test(text) ? null : text;
}

/** What is kept of a Syllabus. */
export function trimSyllabus(raw: RawObject): SyllabusBody {
  return {
    courseCode: textOf(raw.courseCode),
    courseName: textOf(raw.courseName),
    points: wholeOf(raw.points),
    subject: textOf(raw.subjectDesignation ?? raw.subjectCode),
  };
}

/** What is kept of a Programme. */
export function trimProgramme(raw: RawObject): ProgrammeBody {
  return { code: textOf(raw.code), name: textOf(raw.name) ?? '' };
}

/** What is kept of a StudyPlan. */
export function trimStudyPlan(raw: RawObject): StudyPlanBody {
  const content = Array.isArray(raw.content) ? raw.content : [];
  return {
    student: idOf(raw.student) ?? '',
    starts: dayOf(raw.startDate),
    ends: dayOf(raw.endDate),
    content,
  };
}
