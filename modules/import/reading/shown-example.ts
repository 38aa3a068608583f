import { isKnownCourse, isKnownProgramme } from '../../organisation/index.ts';
import { readAttendanceWord } from './attendance-words.ts';
import { readTime, readYesNo } from './read-cells.ts';

/** A value of a column that nobody has said what it is: shown as it stands, or only what sort of text it is. */
export type ShownExample =
  | { readonly shown: string }
  | { readonly hidden: 'number'; readonly digits: number }
  | { readonly hidden: 'text' | 'address' };

const date = /^\d{1,4}[-/.]\d{1,2}[-/.]\d{1,4}(?:[T ]\d{1,2}[:.]\d{2}(?:[:.]\d{2})?)?$/;
const shortNumber = /^-?\d{1,4}(?:[.,]\d{1,3})?\s?(?:%|h|tim|min|p)?$/i;
const className = /^\p{Lu}{1,5}\d{2}\p{L}{0,3}$/u;
const term = /^[VH]T\s?-?\d{2,4}$/i;
const grade = /^[A-F]$/;

/**
 * What may be shown of a cell before it is known what its column is: days, times, short numbers, classes, codes and words
 * that we know. All else may name somebody (a name, a civic number, an address), so only its sort is told.
 */
export function shownExample(cell: string, units: ReadonlySet<string> = new Set()): ShownExample {
  const text = cell.trim();
  if (namesNobody(text) || units.has(text)) return { shown: text };
  if (text.includes('@')) return { hidden: 'address' };
  const digits = text.replace(/\D/g, '').length;
  return /^[\d\s+-]+$/.test(text) ? { hidden: 'number', digits } : { hidden: 'text' };
}

function namesNobody(text: string): boolean {
  const forms = [date, shortNumber, className, term, grade];
  if (forms.some((form) => form.test(text))) return true;
  if (readTime(text) !== undefined || (readYesNo(text) ?? null) !== null) return true;
  return readAttendanceWord(text) !== undefined || isKnownCourse(text) || isKnownProgramme(text);
}

/** Up to so many different values of a column, in the order of the alphabet: rows cannot be put together from them. */
export function differentValues(
  rows: readonly (readonly string[])[],
  column: number,
  most = 3,
): readonly string[] {
  const values = new Set(rows.map((cells) => cells[column]?.trim() ?? '').filter((cell) => cell !== ''));
  return [...values].slice(0, most).toSorted((a, b) => a.localeCompare(b, 'sv', { numeric: true }));
}
