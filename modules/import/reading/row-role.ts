import { plainHeading } from './plain-heading.ts';

/** Whom a row of a list with everybody in it is about. */
export type RowRole = 'student' | 'staff' | 'guardian';

const words: Readonly<Record<RowRole, readonly string[]>> = {
  student: ['Elev', 'Student', 'Learner', 'Barn', 'Pupil'],
  staff: ['Personal', 'Staff', 'Lärare', 'Teacher', 'Anställd', 'Rektor', 'Faculty'],
  guardian: ['Vårdnadshavare', 'Carer', 'Guardian', 'Parent', 'Förälder', 'Målsman', 'Annan ansvarig'],
};

const roles = new Map(
  Object.entries(words).flatMap(([role, spellings]) =>
    spellings.map((spelling) => [plainHeading(spelling), role as RowRole] as const),
  ),
);

/** The role that a word says; an empty cell is a student. Undefined for a word that is not known. */
export function readRole(text: string): RowRole | undefined {
  return text === '' ? 'student' : roles.get(plainHeading(text));
}
