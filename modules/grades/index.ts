/** The door of grades: what was set, when, on which scale. */
export { moveGrades } from './commands/move-person.ts';
export { type GradeDifference, type RegisteredGrades, registerGrades } from './commands/register-grades.ts';
export type { GradeOutcome, IncomingGrade } from './incoming-grade.ts';
export { type GradeOfStudent, gradesOf } from './queries/grades-of.ts';
export { dash, newScaleFrom, type ReadGrade, readGrade } from './rules/read-grade.ts';
export { keptGrades } from './store.ts';
