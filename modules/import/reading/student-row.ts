import type { LocalDate } from '../../../platform/local-date.ts';
import { type RosterRow, splitMentors } from '../../people/index.ts';
import { groupNames, readCivic, readUnit, readWho } from './person-cells.ts';
import { type Problems, problemsIn } from './problems.ts';
import { readMunicipality, readSchoolForm, readYear } from './read-codes.ts';
import type { Refusal } from './refusal.ts';
import { type RosterReach, wholeReach } from './roster-reach.ts';
import { type RowCells, rightLength } from './row-cells.ts';
import { readRole } from './row-role.ts';
import { studentSentences } from './student-sentences.ts';

/** What was read although its code is not known. */
export type UnknownCode = 'home-municipality' | 'protection-word' | 'year';

/** A row that could be read. */
export interface ReadStudent {
  readonly student: RosterRow;
  readonly unknown: readonly UnknownCode[];
}

/** Reads one row of an `elever` file; answers why not when it cannot, and null for a row that is about somebody else than a student. */
export type ReadStudentRow = (cells: readonly string[], row: number) => ReadStudent | Refusal | null;

/**
 * A reader of one `elever` file (the headings of the national roster template). Refuses with all reasons at once: no
 * identifier, a damaged civic number, no name, a unit that is not known, days that do not exist. A row with
 * a protection marking is read in masked and never refused for a missing name.
 */
export function studentReader(
  row: RowCells,
  headings: number,
  on: LocalDate,
  reach: RosterReach = wholeReach,
): ReadStudentRow {
  const least =
    1 + Math.max(...['civic', 'source', 'givenName', 'familyName', 'unit', 'unitName'].map(row.index));
  const problems = problemsIn(row, studentSentences);
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least) ?? row.unfit(cells);
    if (wrongLength) return wrongLength;
    problems.clear();
    const role = readRole(row.text(cells, 'role'));
    if (role !== undefined && role !== 'student') return null;
    if (role === undefined) problems.refuse('role', 'role-unknown');
    const civicNumber = readCivic(row, cells, on, problems);
    const who = readWho(row, cells, problems);
    const unitCode = readUnit(row, cells, problems, reach);
    const where = readWhere(row, cells, problems);
    const refusal = problems.together();
    if (refusal) return refusal;
    const student: RosterRow = {
      row: number,
      civicNumber,
      unitCode,
      ...who.fields,
      ...where.fields,
      ...readGroups(row, cells),
    };
    const unknown = [...(who.knownProtection ? [] : (['protection-word'] as const)), ...where.unknown];
    return { student, unknown };
  };
}

type StudentProblems = Problems<keyof typeof studentSentences>;

function readWhere(row: RowCells, cells: readonly string[], problems: StudentProblems) {
  const text = (field: string): string => row.text(cells, field);
  const starts = problems.day(cells, 'starts', 'may-be-empty');
  const ends = row.has('ends') ? problems.day(cells, 'ends', 'may-be-empty') : undefined;
  if (starts && ends && ends < starts) problems.refuse('ends', 'ends-before-start');
  const year = readYear(text('year'));
  const municipality = row.has('homeMunicipality') ? readMunicipality(text('homeMunicipality')) : undefined;
  const unknown: UnknownCode[] = year.known ? [] : ['year'];
  if (municipality && !municipality.known) unknown.push('home-municipality');
  const fields = {
    schoolForm: readSchoolForm(text('schoolForm')),
    programmeCode: row.has('programme') ? text('programme').toUpperCase() || null : undefined,
    yearOfStudy: row.has('year') ? year.value : undefined,
    starts,
    ends,
    homeMunicipality: municipality?.value,
    remove: hasLeft(row, cells, problems),
  };
  return { fields, unknown };
}

/** The source says so under Ta bort, or that the student is not active or not alive. */
function hasLeft(row: RowCells, cells: readonly string[], problems: StudentProblems): boolean {
  const remove = problems.yes(cells, 'remove', 'remove-unknown');
  const deceased = problems.yes(cells, 'deceased', 'yes-or-no');
  const active = row.text(cells, 'active') === '' || problems.yes(cells, 'active', 'yes-or-no');
  return remove || deceased || !active;
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
  return {
    className: told('className') || null,
    groups: groupNames(told('groups')),
    mentors: splitMentors(told('mentors')),
    ...(none.length > 0 ? { none } : {}),
  };
}
