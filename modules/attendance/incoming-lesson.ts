import type { LocalDate } from '../../platform/local-date.ts';

/**
 * One student at one lesson as a source system tells it, checked and in minutes. `reported: false` is neither presence
 * nor absence, and then all five minute figures are 0. Empty texts mean "not said".
 */
export interface IncomingLesson {
  studentId: number;
  day: LocalDate;
  /** Minutes since midnight. */
  startMinute: number;
  groupName: string;
  courseCode: string;
  minutes: number;
  attended: number;
  valid: number;
  invalid: number;
  other: number;
  late: number;
  reported: boolean;
  reason: string;
  lessonRef: string;
  /** The lesson is to be taken away. */
  remove: boolean;
}

/** An empty lesson to read rows into: two million rows a file are read into the same one. */
export function blankLesson(): IncomingLesson {
  return {
    studentId: 0,
    day: '',
    startMinute: 0,
    groupName: '',
    courseCode: '',
    minutes: 0,
    attended: 0,
    valid: 0,
    invalid: 0,
    other: 0,
    late: 0,
    reported: false,
    reason: '',
    lessonRef: '',
    remove: false,
  };
}
