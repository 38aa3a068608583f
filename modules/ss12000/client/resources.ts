/**
 * The lists of SS 12000 v2.1 that are pulled, named as their addresses are: `/studyplans` is in lower case in the
 * standard. `aggregatedAttendance` has neither ids nor times of change: it is pulled by window, never by what changed.
 */
export const resources = [
  'organisations',
  'persons',
  'groups',
  'duties',
  'activities',
  'syllabuses',
  'programmes',
  'studyplans',
  'calendarEvents',
  'attendances',
  'aggregatedAttendance',
  'absences',
  'grades',
] as const;

/** One of `resources`. */
export type Resource = (typeof resources)[number];

/** An object as the source sent it: fields and codes that the standard does not know are kept. */
export type RawObject = Readonly<Record<string, unknown>>;

/** What subscriptions and deletions call the objects of a list; `aggregatedAttendance` has no name there. */
export const objectTypes: Readonly<Partial<Record<Resource, string>>> = {
  organisations: 'Organisation',
  persons: 'Person',
  groups: 'Group',
  duties: 'Duty',
  activities: 'Activity',
  syllabuses: 'Syllabus',
  programmes: 'Programme',
  studyplans: 'StudyPlan',
  calendarEvents: 'CalendarEvent',
  attendances: 'Attendance',
  absences: 'Absence',
  grades: 'Grade',
};

const spelled: ReadonlyMap<string, Resource> = new Map([
  ...resources.map((each) => [each.toLowerCase(), each] as const),
  ...Object.entries(objectTypes).map(([each, name]) => [name.toLowerCase(), each as Resource] as const),
  // The standard's own misspelling, also in Skolverket's contract.
  ['activitites', 'activities'] as const,
]);

/** The list that a source means by a name, in whatever case, in the singular or misspelt as the standard does. */
export function resourceNamed(name: string): Resource | undefined {
  return spelled.get(name.toLowerCase());
}
