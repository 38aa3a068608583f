import type { LocalDate } from '../../../platform/local-date.ts';
import { municipalityName } from '../../organisation/index.ts';
import {
  type CivicNumber,
  type Protection,
  parseCivicNumber,
  type RosterRow,
  splitMentors,
} from '../../people/index.ts';
import { plainHeading } from './find-headings.ts';
import { dateSentences, readDate, readNumber, readYesNo } from './read-cells.ts';
import { type Refusal, together } from './refusal.ts';
import { type RowCells, rightLength } from './row-cells.ts';
import { studentSentences } from './student-sentences.ts';

/** A row that could be read, with the codes of what was kept although it is unknown. */
export interface ReadStudent {
  readonly student: RosterRow;
  readonly unknown: readonly ('home-municipality' | 'protection-word' | 'year')[];
}

/** Reads one row of an `elever` file; answers why not when it cannot. */
export type ReadStudentRow = (cells: readonly string[], row: number) => ReadStudent | Refusal;

/** Stands in for a name that a protected person's row leaves out. It is never shown: the masked words are. */
const protectedName = { given: 'Skyddade', family: 'uppgifter' } as const;

/**
 * A reader of one `elever` file (the headings of the national roster template). Refuses with all reasons at once: no
 * identifier, a damaged civic number, no name, a unit code that is not eight digits, days that do not exist. A row with
 * a protection marking is read in masked and never refused for a missing name.
 */
export function studentReader(row: RowCells, headings: number, on: LocalDate): ReadStudentRow {
  const least = 1 + Math.max(...['civic', 'source', 'givenName', 'familyName', 'unit'].map(row.index));
  return (cells, number) => {
    const wrongLength = rightLength(cells, headings, least);
    if (wrongLength) return wrongLength;
    const problems: Refusal[] = [];
    const unknown: ReadStudent['unknown'][number][] = [];
    const refuse = (field: string, code: keyof typeof studentSentences): void =>
      void problems.push({ column: row.heading(field), code, says: studentSentences[code] });
    const text = (field: string): string => row.text(cells, field);
    const optional = (field: string): string | null | undefined =>
      row.has(field) ? text(field) || null : undefined;
    const day = (field: string): LocalDate | null => {
      if (text(field) === '') return null;
      const read = readDate(text(field));
      if ('day' in read) return read.day;
      problems.push({ column: row.heading(field), code: read.problem, says: dateSentences[read.problem] });
      return null;
    };

    const civicNumber = readCivic(text('civic'), on, row.heading('civic'), problems);
    if (text('civic') === '' && text('source') === '')
      refuse(row.has('civic') ? 'civic' : 'source', 'identifier-missing');
    const protection = row.has('protection') ? readProtection(text('protection')) : undefined;
    if (protection === 'unknown') unknown.push('protection-word');
    const isProtected = protection !== undefined && protection !== 'none';
    if (text('givenName') === '' && !isProtected) refuse('givenName', 'given-name-missing');
    if (text('familyName') === '' && !isProtected) refuse('familyName', 'family-name-missing');
    if (!/^\d{8}$/.test(text('unit'))) refuse('unit', text('unit') === '' ? 'unit-missing' : 'unit-unknown');
    const homeMunicipality = row.has('homeMunicipality')
      ? readMunicipality(text('homeMunicipality'))
      : undefined;
    if (homeMunicipality === 'unknown') unknown.push('home-municipality');
    const year = readNumber(text('year'));
    if (year === undefined || (year !== null && (year < 0 || year > 12))) unknown.push('year');
    const remove = readYesNo(text('remove'));
    if (remove === undefined) refuse('remove', 'remove-unknown');
    const starts = day('starts');
    const ends = row.has('ends') ? day('ends') : undefined;
    if (starts && ends && ends < starts) refuse('ends', 'ends-before-start');
    const refusal = together(problems);
    if (refusal) return refusal;

    const student: RosterRow = {
      row: number,
      civicNumber,
      sourceId: text('source') || null,
      federatedName: optional('federatedName'),
      givenName: text('givenName') || protectedName.given,
      middleName: optional('middleName'),
      familyName: text('familyName') || protectedName.family,
      protection: protection === 'unknown' ? 'confidential' : protection,
      email: optional('email'),
      homeMunicipality: homeMunicipality === 'unknown' ? null : homeMunicipality,
      unitCode: text('unit'),
      schoolForm: text('schoolForm').toUpperCase() || 'GY',
      programmeCode: text('programme').toUpperCase() || null,
      yearOfStudy: unknown.includes('year') ? null : Math.round(year ?? Number.NaN) || null,
      className: text('className') || null,
      groups: [
        ...new Set(
          text('groups')
            .split(/[,;]/)
            .map((name) => name.trim())
            .filter((name) => name !== ''),
        ),
      ],
      mentors: splitMentors(text('mentors')),
      starts,
      ends,
      remove: remove === true,
    };
    return { student, unknown };
  };
}

function readCivic(
  text: string,
  on: LocalDate,
  column: string | null,
  problems: Refusal[],
): CivicNumber | null {
  if (text === '') return null;
  const read = parseCivicNumber(text, on);
  if (read.ok) return read.civicNumber;
  for (const reason of read.reasons)
    problems.push({ column, code: `civic-number-${reason.code}`, says: reason.says });
  return null;
}

const protectionWords: Readonly<Record<string, Protection>> = {
  '': 'none',
  ingen: 'none',
  nej: 'none',
  '0': 'none',
  n: 'none',
  sekretessmarkering: 'confidential',
  sekretess: 'confidential',
  ja: 'confidential',
  '1': 'confidential',
  j: 'confidential',
  x: 'confidential',
  skyddadfolkbokforing: 'protected-registration',
};

/** A word that is not known counts as a marking: better a mask too many. */
function readProtection(text: string): Protection | 'unknown' {
  return protectionWords[plainHeading(text)] ?? 'unknown';
}

/** The four-digit code; Excel may have taken its leading zero, and there is no other reading of three digits. */
function readMunicipality(text: string): string | null | 'unknown' {
  if (text === '') return null;
  const code = /^\d{3}$/.test(text) ? `0${text}` : text;
  return /^\d{4}$/.test(code) && municipalityName(code) !== undefined ? code : 'unknown';
}
