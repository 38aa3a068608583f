/** The door of grades: what was set, in which scale, over time. */
export { type GradeOfStudent, gradesOf } from './queries/grades-of.ts';
