/** The door of organisation: organisers, school units, the school calendar, and the codes everybody shares. */
export { type SchoolBreak, type SchoolCalendar, type SchoolYear, schoolYearOf } from './calendar.ts';
export { listOrganisers, type Organiser, type OrganiserKind, organiserOf } from './queries/organisers.ts';
export { schoolCalendar } from './queries/school-calendar.ts';
export { type SchoolUnit, units } from './queries/units.ts';
export {
  courseName,
  coursePoints,
  gy25LevelOf,
  isIntroductory,
  isKnownCourse,
  isKnownProgramme,
  municipalityName,
  programmeName,
  programmeOf,
} from './reference.ts';
export { createOrganiser, declareBreak, declareSchoolYear, ensureUnits, keptUnits } from './store.ts';
