import type { GradeBody, PersonBody } from '../mirror/bodies.ts';
import type { Identity } from './identity.ts';
import { type ById, type Kept, type Model, personIn } from './mirror-model.ts';
import type { Cells } from './student-rows.ts';
import { unitCodeOf } from './unit-code.ts';

/** Where a grade was told, to take it back from. `student` at the source; older notes do not have it. */
export interface ToldGrade extends Identity {
  readonly student?: string;
  readonly course: string;
  readonly day: string;
  readonly trial: boolean;
}

/** The rows of `betyg`, each with the waiting grades that it settles, and what to remember of those. */
export interface GradeRows {
  readonly rows: readonly { readonly ids: readonly string[]; readonly cells: Cells }[];
  /** By id; null: nothing of it stands any more. */
  readonly told: ReadonlyMap<string, ToldGrade | null>;
}

type GradeModel = Pick<Model, 'syllabuses' | 'organisations' | 'duties'>;
type Grade = Kept<GradeBody, ToldGrade> & { readonly modified: Date | null };

/**
 * The rows of students' grades, of which some wait: `all` that the mirror has of these students. Of several that stand for
 * the same course and day, as when one is put right by another, the one that the source changed last is told. What was told
 * of a grade that stands elsewhere now, or is gone, is taken away where no other has come in its place. A grade that is not
 * final is no grade of a course and is left out.
 */
export function gradeRows(
  model: GradeModel,
  all: readonly Grade[],
  identity: (student: string) => Identity,
): GradeRows {
  const now = new Map(all.map((grade) => [grade.id, toldOf(model, grade, identity)]));
  const best = new Map<string, Grade>();
  for (const grade of all) {
    const told = now.get(grade.id);
    if (!told) continue;
    const other = best.get(keyOf(told));
    if (!other || (other.modified?.getTime() ?? 0) <= (grade.modified?.getTime() ?? 0))
      best.set(keyOf(told), grade);
  }
  const waiting = all.filter((grade) => !grade.applied);
  const places = waiting.flatMap(({ id, told }) =>
    [now.get(id) ?? null, told && asNow(told, identity)].flatMap((place) => (place ? [{ id, place }] : [])),
  );
  const rows = [...Map.groupBy(places, ({ place }) => keyOf(place)).values()].map((same) => {
    const { place } = same[0]!;
    const grade = best.get(keyOf(place));
    const cells = grade
      ? standing(model, grade.body, now.get(grade.id)!)
      : { ...keyCells(place), Betyg: 'F', 'Ta bort': 'Ja' };
    return { ids: [...new Set(same.map(({ id }) => id))], cells };
  });
  return { rows, told: new Map(waiting.map(({ id }) => [id, now.get(id) ?? null])) };
}

function toldOf(
  model: GradeModel,
  { body, deleted }: Grade,
  identity: (student: string) => Identity,
): ToldGrade | null {
  if (deleted || !body.final) return null;
  const syllabus = body.syllabus === null ? undefined : model.syllabuses.get(body.syllabus)?.body;
  return {
    ...identity(body.student),
    student: body.student,
    course: syllabus?.courseCode ?? syllabus?.subject ?? '',
    day: body.registered ?? '',
    trial: body.trial,
  };
}

/** What was told, of the student as she is called now: a TF number may have given way to another. */
function asNow(told: ToldGrade, identity: (student: string) => Identity): ToldGrade {
  return told.student === undefined ? told : { ...told, ...identity(told.student) };
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
