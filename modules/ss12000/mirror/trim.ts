import type { RawObject, Resource } from '../client/index.ts';
import { isObject, textOf } from './read-raw.ts';
import { trimDuty, trimGroup, trimOrganisation, trimPerson } from './trim-people.ts';
import {
  trimAbsence,
  trimActivity,
  trimAggregated,
  trimAttendance,
  trimEvent,
  trimGrade,
  trimProgramme,
  trimStudyPlan,
  trimSyllabus,
} from './trim-teaching.ts';

/** An object as it is kept: its id, when the source last changed it, and the fields that are used. */
export interface MirroredObject {
  readonly id: string;
  /** An instant as the source wrote it; null when it is none. */
  readonly modified: string | null;
  readonly body: object;
}

const trims: Readonly<Record<Resource, (raw: RawObject) => object>> = {
  organisations: trimOrganisation,
  persons: trimPerson,
  groups: trimGroup,
  duties: trimDuty,
  activities: trimActivity,
  syllabuses: trimSyllabus,
  programmes: trimProgramme,
  studyplans: trimStudyPlan,
  calendarEvents: trimEvent,
  attendances: trimAttendance,
  aggregatedAttendance: trimAggregated,
  absences: trimAbsence,
  grades: trimGrade,
};

/**
 * An object as it is kept; undefined for one without an id, which nothing can be said about. Codes that the standard does
 * not have are kept as they are. AggregatedAttendance has no id in the standard: whose, what and when make one.
 */
export function trimmed(resource: Resource, raw: RawObject): MirroredObject | undefined {
  const body = trims[resource](raw);
  const id = resource === 'aggregatedAttendance' ? madeId(body) : textOf(raw.id);
  if (id === null) return undefined;
  const meta = isObject(raw.meta) ? raw.meta : {};
  const modified = textOf(meta.modified) ?? '';
  return { id, modified: Number.isNaN(Date.parse(modified)) ? null : modified, body };
}

function madeId(body: object): string | null {
  const { student, activity, starts, ends } = body as ReturnType<typeof trimAggregated>;
  return student === '' || starts === '' || ends === '' ? null : `${student}|${activity}|${starts}|${ends}`;
}
