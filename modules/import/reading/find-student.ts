import type { LocalDate } from '../../../platform/local-date.ts';
import { type CivicNumber, parseCivicNumber } from '../../people/index.ts';
import { detached } from './read-cells.ts';
import type { Refusal } from './refusal.ts';

/** Those whose rows may be read in: student ids by civic number and by the source system's own id. */
export interface KnownStudents {
  readonly byCivicNumber: ReadonlyMap<CivicNumber, number>;
  readonly bySourceId: ReadonlyMap<string, number>;
}

/** Finds the student of a row by its two identifying cells; either may be empty. */
export type FindStudent = (civic: string, source: string) => number | Refusal;

/** No organiser has as many students; a file with more numbers than this is wrong, and remembered no further. */
const mostRemembered = 200_000;

/**
 * A finder that remembers: a student comes back some 900 times a year, and reading a civic number is the slow part.
 * Refuses a row without identifier, a damaged number, a student who is not registered, and two identifiers that point at
 * different persons. `headings` are the two columns' headings in this file.
 */
export function studentFinder(
  known: KnownStudents,
  on: LocalDate,
  headings: { readonly civic: string | null; readonly source: string | null },
): FindStudent {
  const seen = new Map<string, Seen>();
  const byCivic = (cell: string): Seen => {
    const before = seen.get(cell);
    if (before) return before;
    const answer = { student: lookUpCivic(known, on, cell, headings.civic), agrees: '' };
    if (seen.size < mostRemembered) seen.set(detached(cell), answer);
    return answer;
  };
  return (civic, source) => {
    if (civic === '')
      return source === '' ? noIdentifier(headings) : lookUpSource(known, source, headings.source);
    const found = byCivic(civic);
    if (source === '' || source === found.agrees || typeof found.student !== 'number') return found.student;
    const other = known.bySourceId.get(source.trim());
    if (other !== undefined && other !== found.student) return differ(headings.source);
    found.agrees = detached(source);
    return found.student;
  };
}

/** What a civic number's cell came to, and the last source id that was seen to agree with it. */
interface Seen {
  readonly student: number | Refusal;
  agrees: string;
}

function lookUpCivic(
  known: KnownStudents,
  on: LocalDate,
  cell: string,
  column: string | null,
): number | Refusal {
  const read = parseCivicNumber(cell, on);
  if (!read.ok) {
    return {
      column,
      code: `civic-number-${read.reasons[0]!.code}`,
      says: read.reasons.map((reason) => reason.says).join(' '),
    };
  }
  return known.byCivicNumber.get(read.civicNumber) ?? unknown(column);
}

function lookUpSource(known: KnownStudents, source: string, column: string | null): number | Refusal {
  return known.bySourceId.get(source.trim()) ?? unknown(column);
}

const unknown = (column: string | null): Refusal => ({
  column,
  code: 'unknown-student',
  says: 'Eleven är inte inläst. Läs in eleven med filen elever först.',
});

const differ = (column: string | null): Refusal => ({
  column,
  code: 'identifiers-differ',
  says: 'Personnummer och Person-ID hör till olika personer. Rätta det som är fel.',
});

const noIdentifier = (headings: { civic: string | null; source: string | null }): Refusal => ({
  column: headings.civic ?? headings.source,
  code: 'identifier-missing',
  says: 'Raden har varken personnummer eller Person-ID. Fyll i ett av dem.',
});
