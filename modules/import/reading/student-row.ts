import type { LocalDate } from '../../../platform/local-date.ts';
import { type CivicNumber, parseCivicNumber, type RosterRow, splitMentors } from '../../people/index.ts';
import { type Problems, problemsIn } from './problems.ts';
import { isRoundedByExcel } from './read-cells.ts';
import { readMunicipality, readProtection, readYear } from './read-codes.ts';
import type { Refusal } from './refusal.ts';
import { type RowCells, rightLength } from './row-cells.ts';
import { studentSentences } from './student-sentences.ts';

/** What was read although its code is not known. */
export type UnknownCode = 'home-municipality' | 'protection-word' | 'year';

/** A row that could be read. */
export interface ReadStudent {
  readonly student: RosterRow;
  readonly unknown: readonly UnknownCode[];
}

/** Reads one row of an `elever` file; answers why not when it cannot. */
export type ReadStudentRow = (cells: readonly string[], row: number) => ReadStudent | Refusal;

/** Stands in for a name that a protected person's row leaves out. It is never shown: the masked words are. */
const protectedName = { given: 'Skyddade', family: 'uppgifter' } as const;

/**
 * A reader of one `elever` file (the headings of the national roster template). Refuses with all reasons at once: no
 * identifier, a damaged civic number, no name, a unit code that is not eight digits, days that do not exist. A row with
 * a protection marking is read in masked and never refused for a missing name. `allowed` are the unit codes that the one
 * who sends the file may change; null is all.
 */
export function studentReader(
  row: RowCells,
  headings: number,
  on: LocalDate,
  allowed: ReadonlySet<string> | null = null,
): ReadStudentRow {
  const least = 1 + Math.max(...['civic', 'source', 'givenName', 'familyName', 'unit'].map(row.index));
  const problems = problemsIn(row, studentSentences);
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least) ?? row.unfit(cells);
    if (wrongLength) return wrongLength;
    problems.clear();
    const civicNumber = readCivic(row, cells, on, problems);
    const who = readWho(row, cells, problems);
    const where = readWhere(row, cells, problems);
    if (allowed && !allowed.has(where.fields.unitCode)) problems.refuse('unit', 'unit-not-yours');
    const refusal = problems.together();
    if (refusal) return refusal;
    const student: RosterRow = {
      row: number,
      civicNumber,
      ...who.fields,
      ...where.fields,
      ...readGroups(row, cells),
    };
    return { student, unknown: [...who.unknown, ...where.unknown] };
  };
}

type StudentProblems = Problems<keyof typeof studentSentences>;

function readCivic(
  row: RowCells,
  cells: readonly string[],
  on: LocalDate,
  problems: StudentProblems,
): CivicNumber | null {
  const text = row.text(cells, 'civic');
  const source = row.text(cells, 'source');
  // Two students whose ids were rounded to the same number would become one.
  if (isRoundedByExcel(source)) problems.refuse('source', 'rounded-by-excel');
  if (text === '') {
    const missing = source === '';
    if (missing) problems.refuse(row.has('civic') ? 'civic' : 'source', 'identifier-missing');
    return null;
  }
  const read = parseCivicNumber(text, on);
  if (read.ok) return read.civicNumber;
  const column = row.heading('civic');
  for (const { code, says } of read.reasons) problems.add({ column, code: `civic-number-${code}`, says });
  return null;
}

function readWho(row: RowCells, cells: readonly string[], problems: StudentProblems) {
  const text = (field: string): string => row.text(cells, field);
  const told = (field: string): string | null | undefined =>
    row.has(field) ? text(field) || null : undefined;
  const protection = row.has('protection') ? readProtection(text('protection')) : undefined;
  const isProtected = protection !== undefined && protection.value !== 'none';
  if (text('givenName') === '' && !isProtected) problems.refuse('givenName', 'given-name-missing');
  if (text('familyName') === '' && !isProtected) problems.refuse('familyName', 'family-name-missing');
  const municipality = row.has('homeMunicipality') ? readMunicipality(text('homeMunicipality')) : undefined;
  const unknown: UnknownCode[] = [];
  if (protection && !protection.known) unknown.push('protection-word');
  if (municipality && !municipality.known) unknown.push('home-municipality');
  const fields = {
    sourceId: text('source') || null,
    federatedName: told('federatedName'),
    givenName: text('givenName') || protectedName.given,
    middleName: told('middleName'),
    familyName: text('familyName') || protectedName.family,
    protection: protection?.value,
    email: told('email'),
    homeMunicipality: municipality?.value,
  };
  return { fields, unknown };
}

function readWhere(row: RowCells, cells: readonly string[], problems: StudentProblems) {
  const text = (field: string): string => row.text(cells, field);
  if (!/^\d{8}$/.test(text('unit'))) problems.refuse('unit', unitProblem(text('unit')));
  const starts = problems.day(cells, 'starts', 'may-be-empty');
  const ends = row.has('ends') ? problems.day(cells, 'ends', 'may-be-empty') : undefined;
  if (starts && ends && ends < starts) problems.refuse('ends', 'ends-before-start');
  const year = readYear(text('year'));
  const unknown: UnknownCode[] = year.known ? [] : ['year'];
  const fields = {
    unitCode: text('unit'),
    schoolForm: text('schoolForm').toUpperCase() || 'GY',
    programmeCode: text('programme').toUpperCase() || null,
    yearOfStudy: year.value,
    starts,
    ends,
    remove: problems.yes(cells, 'remove', 'remove-unknown'),
  };
  return { fields, unknown };
}

function unitProblem(code: string) {
  if (code === '') return 'unit-missing';
  if (isRoundedByExcel(code)) return 'rounded-by-excel';
  return /^\d{7}$/.test(code) ? 'unit-lost-zero' : 'unit-unknown';
}

/** The word for that there is none any more: an empty cell says nothing. */
const noneWord = /^ingen$/i;

function readGroups(
  row: RowCells,
  cells: readonly string[],
): Pick<RosterRow, 'className' | 'groups' | 'mentors' | 'none'> {
  const fields = { className: 'class', groups: 'groups', mentors: 'mentors' } as const;
  const isNone = (field: string): boolean => noneWord.test(row.text(cells, field));
  const told = (field: string): string => (isNone(field) ? '' : row.text(cells, field));
  const none = Object.entries(fields).flatMap(([field, name]) => (isNone(field) ? [name] : []));
  const groups = told('groups').split(/[,;]/);
  return {
    className: told('className') || null,
    groups: [...new Set(groups.map((name) => name.trim()).filter((name) => name !== ''))],
    mentors: splitMentors(told('mentors')),
    ...(none.length > 0 ? { none } : {}),
  };
}
