/** The door of grades: what was set, when, on which scale. */
export { moveGrades } from './commands/move-person.ts';
export { type FinalGradesRow, registerFinalGrades } from './commands/register-final-grades.ts';
export { type GradeDifference, type RegisteredGrades, registerGrades } from './commands/register-grades.ts';
export {
  type CompulsoryGrade,
  type CompulsorySubject,
  compulsorySubjects,
  type IncomingFinalGrades,
} from './compulsory-grade.ts';
export type { GradeOutcome, IncomingGrade } from './incoming-grade.ts';
export { finalGradesOf } from './queries/final-grades-of.ts';
export { type GradeOfStudent, gradesOf } from './queries/grades-of.ts';
export { readCompulsoryGrade } from './rules/read-compulsory-grade.ts';
export { dash, newScaleFrom, type ReadGrade, readGrade } from './rules/read-grade.ts';
export { keptGrades } from './store.ts';
