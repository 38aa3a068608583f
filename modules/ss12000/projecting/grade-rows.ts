import type { GradeBody, PersonBody } from '../mirror/bodies.ts';
import type { Identity } from './identity.ts';
import { type ById, type Kept, type Model, personIn } from './mirror-model.ts';
import type { Cells } from './student-rows.ts';
import { unitCodeOf } from './unit-code.ts';

/** Where a grade was told, to take it back from. */
export interface ToldGrade {
  readonly civic: string;
  readonly source: string;
  readonly course: string;
  readonly day: string;
  readonly trial: boolean;
}

/** A grade's row, and what to remember of it. `told` null: nothing of it stands any more. */
export interface GradeRow {
  readonly id: string;
  readonly rows: readonly Cells[];
  readonly told: ToldGrade | null;
}

type GradeModel = Pick<Model, 'syllabuses' | 'organisations' | 'duties' | 'persons'>;

/**
 * The rows of one grade: as it is now, and one that takes away what was told of it when it stood for another course or
 * day, or when it is gone. A grade that is not final is no grade of a course and is left out.
 */
export function gradeRows(model: GradeModel, grade: Kept<GradeBody, ToldGrade>, who: Identity): GradeRow {
  const { body, told: before } = grade;
  const syllabus = body.syllabus === null ? undefined : model.syllabuses.get(body.syllabus)?.body;
  const stands = !grade.deleted && body.final;
  const told: ToldGrade | null = stands
    ? {
        ...who,
        course: syllabus?.courseCode ?? syllabus?.subject ?? '',
        day: body.registered ?? '',
        trial: body.trial,
      }
    : null;
  const moved = before && (!told || keyOf(before) !== keyOf(told));
  const rows = [
    ...(told ? [standing(model, body, told)] : []),
    ...(moved ? [{ ...keyCells(before), Betyg: 'F', 'Ta bort': 'Ja' }] : []),
  ];
  return { id: grade.id, rows, told };
}

function standing(model: GradeModel, body: GradeBody, told: ToldGrade): Cells {
  const syllabus = body.syllabus === null ? undefined : model.syllabuses.get(body.syllabus)?.body;
  return {
    ...keyCells(told),
    Skolenhetskod: unitCodeOf(model.organisations, body.organisation) ?? '',
    'Kurs/nivå': syllabus?.courseName ?? '',
    Poäng: syllabus?.points === null || syllabus === undefined ? '' : String(syllabus.points),
    Betyg: body.value,
    Termin: body.term ?? '',
    'Anpassad studieplan': body.adaptedPlan ?? '',
    Lärarsignatur: body.teacher === null ? '' : signatureOf(model, body.teacher),
    Anmärkning: body.remark ?? '',
  };
}

function keyCells(told: ToldGrade): Cells {
  return {
    Personnummer: told.civic,
    'Person-ID': told.source,
    Kurskod: told.course,
    Betygsdatum: told.day,
    Prövning: told.trial ? 'Ja' : 'Nej',
  };
}

function keyOf({ civic, source, course, day, trial }: ToldGrade): string {
  return [civic, source, course, day, trial].join('|');
}

/** A duty's signature, by the duty or by the person who holds it. */
function signatureOf(model: GradeModel, id: string): string {
  const duty = model.duties.get(id)?.body ?? ofPerson(model.duties, id);
  return duty?.signature ?? '';
}

function ofPerson(duties: Model['duties'], person: string) {
  return [...duties.values()].find((each) => each.body.person === person && each.body.signature)?.body;
}

/** Whether a grade's student is one of ours. */
export function isOurs(model: Pick<Model, 'persons'>, student: string): PersonBody | 'unknown' | undefined {
  return model.persons.has(student) ? personIn(model, student) : 'unknown';
}

/** Mirrored grades by id. */
export type Grades = ById<GradeBody, ToldGrade>;
