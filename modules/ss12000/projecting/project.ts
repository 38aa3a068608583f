import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type ImportFile, type Kind, kindSpecs, kinds, type Warning } from '../../import/index.ts';
import { dangerouslyAllStudentIdentifiers } from '../../people/index.ts';
import type { SourceId } from '../mirror/store-mirror.ts';
import { gradesInQuestion, readModel, sumsInQuestion } from '../queries/read-mirror.ts';
import { gradeRows, type ToldGrade } from './grade-rows.ts';
import { type GuardianRows, guardianRows } from './guardian-rows.ts';
import { lessonHeadings } from './lesson-rows.ts';
import type { Model, ToldPerson } from './mirror-model.ts';
import { notesOf } from './notes.ts';
import { periodHeadings, periodRows, type ToldSum } from './period-rows.ts';
import { rowFile, writeCells } from './row-file.ts';
import { type StaffRows, staffRows, type ToldDuty } from './staff-rows.ts';
import { type StudentRows, studentRows } from './student-rows.ts';
import { type Ours, oursIn } from './who-is-ours.ts';
import { type ToldLessons, writeLessons } from './write-lessons.ts';

/** What a mirror came to as files, and what to remember when they are imported. */
export interface Projection {
  readonly files: readonly ImportFile[];
  readonly notes: readonly Warning[];
  readonly told: Told;
  /** What the source calls the school units, by code. */
  readonly unitNames: ReadonlyMap<string, string>;
}

/** What was told, by object. */
export interface Told {
  readonly persons: ReadonlyMap<string, ToldPerson | null>;
  readonly duties: ReadonlyMap<string, ToldDuty | null>;
  readonly lessons: ToldLessons;
  readonly grades: ReadonlyMap<string, ToldGrade | null>;
  readonly sums: ReadonlyMap<string, ToldSum | null>;
  /** The objects of the rows of `betyg` and `narvaro_summa` in their order: a refused row goes on waiting. */
  readonly gradeRows: readonly (readonly string[])[];
  readonly sumRows: readonly (readonly string[])[];
}

/** When it is, and where files go. */
export interface ProjectOptions {
  readonly folder: string;
  readonly on: LocalDate;
  readonly now: Date;
  readonly yearStarts: LocalDate;
}

/**
 * Turns what waits in a mirror into files of our own kinds: the whole roster, and what is new of lessons, sums and
 * grades. Changes nothing.
 */
export async function project(tx: Tx, source: SourceId, options: ProjectOptions): Promise<Projection> {
  const { folder, on, now, yearStarts } = options;
  const model = await readModel(tx, source);
  const roster = studentRows(model, on, yearStarts);
  const ours = oursIn(model, roster, on, await dangerouslyAllStudentIdentifiers(tx));
  const guardians = guardiansOf(model, roster, on);
  const staff = staffOf(model, roster, on);
  const people = [
    await writeCells(folder, 'personal', staff.rows),
    await writeCells(folder, 'elever', roster.rows, roster.endsNoMore ? ['Slutdatum'] : []),
    await writeCells(folder, 'vardnadshavare', guardians.rows),
  ];
  const narvaro = rowFile(folder, 'narvaro', lessonHeadings);
  const lessons = await writeLessons({
    tx,
    source,
    model,
    ours,
    file: narvaro,
    now,
    yearStarts,
    canTakeBack: takes('narvaro'),
  });
  const sums = await writeSums(tx, source, model, ours, folder);
  const grades = await writeGrades(tx, source, model, ours, folder);
  const files = [...people, await narvaro.close(), sums.file, grades.file].filter((file) => file !== null);
  const notes = notesOf({ model, roster, lessons });
  const told = {
    persons: toldPersons(model, roster.told, guardians.told),
    duties: staff.told,
    lessons,
    grades: grades.told,
    sums: sums.told,
    gradeRows: grades.rows,
    sumRows: sums.rows,
  };
  return { files, notes, told, unitNames: unitNamesIn(model) };
}

function unitNamesIn({ organisations }: Model): ReadonlyMap<string, string> {
  const named = [...organisations.values()].filter(({ body }) => body.unitCode !== null && body.name !== '');
  return new Map(named.map(({ body }) => [body.unitCode!, body.name]));
}

/** Whether the import reads a kind: staff and guardians came after the others. */
function reads(kind: string): boolean {
  return kinds.some((each) => each === kind);
}

function staffOf(model: Model, { rows }: StudentRows, on: LocalDate): StaffRows {
  if (!reads('personal')) return { rows: [], told: new Map() };
  return staffRows(model, new Set(rows.map((row) => row.Skolenhetskod ?? '')), on);
}

function guardiansOf(model: Model, { students }: StudentRows, on: LocalDate): GuardianRows {
  if (!reads('vardnadshavare')) return { rows: [], told: new Map() };
  const before = (id: string) => model.persons.get(id)?.told?.guardians ?? [];
  return guardianRows(model, new Set(students), before, on);
}

function toldPersons(
  model: Model,
  units: StudentRows['told'],
  guardians: GuardianRows['told'],
): ReadonlyMap<string, ToldPerson | null> {
  const ids = new Set([...units.keys(), ...guardians.keys()]);
  return new Map(
    [...ids].map((id) => {
      const before = model.persons.get(id)?.told;
      const { units: at, said } = units.get(id) ?? before ?? { units: [] };
      const now = {
        units: at,
        ...(said && Object.keys(said).length > 0 ? { said } : {}),
        guardians: guardians.get(id) ?? before?.guardians ?? [],
      };
      return [id, now.units.length + now.guardians.length > 0 || now.said ? now : null];
    }),
  );
}

/** Whether a kind has rows that take something away. */
function takes(kind: Kind): boolean {
  return 'remove' in kindSpecs[kind].fields;
}

async function writeSums(tx: Tx, source: SourceId, model: Model, ours: Ours, folder: string) {
  const file = rowFile(folder, 'narvaro_summa', periodHeadings);
  const all = (await sumsInQuestion(tx, source)).filter(({ body }) => ours.has(body.student));
  const { rows, told } = periodRows(model, all, ours.identity);
  for (const { row } of rows) file.add(row);
  return { file: await file.close(), rows: rows.map(({ ids }) => ids), told };
}

async function writeGrades(tx: Tx, source: SourceId, model: Model, ours: Ours, folder: string) {
  const all = await gradesInQuestion(tx, source);
  const told = new Map<string, ToldGrade | null>();
  for (const { id, applied, body } of all)
    if (!applied && !ours.has(body.student) && !ours.mayCome(body.student)) told.set(id, null);
  const made = gradeRows(
    model,
    all.filter(({ body }) => ours.has(body.student)),
    ours.identity,
  );
  for (const [id, each] of made.told) told.set(id, each);
  const kept = made.rows.filter(({ cells }) => !cells['Ta bort'] || takes('betyg'));
  const file = await writeCells(
    folder,
    'betyg',
    kept.map(({ cells }) => cells),
  );
  return { file, rows: kept.map(({ ids }) => ids), told };
}
