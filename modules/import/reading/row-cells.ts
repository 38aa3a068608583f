import type { Columns } from './find-headings.ts';
import { dayReader, type HowToRead, minutesReader, usualWay, type WholeFile } from './how-to-read.ts';
import type { DateProblem } from './read-cells.ts';
import { hasLostLetters, isExcelError } from './read-cells.ts';
import type { Refusal } from './refusal.ts';

/** How to get at the cells of one file's rows by field name. */
export interface RowCells {
  /** The text of a field in a row, trimmed; empty when the column or the cell is missing. What was said of the whole file stands in for a column. */
  text(cells: readonly string[], field: string): string;
  /** Whether the file has the column at all. */
  has(field: string): boolean;
  /** The heading as it stands in the file; null when the file has no such column. */
  heading(field: string): string | null;
  /** The column's number from 0, or -1. */
  index(field: string): number;
  /** The day in a text, in the order that the file writes it. */
  readDay(text: string): { readonly day: string } | { readonly problem: DateProblem };
  /** Minutes in a text; `null` for an empty one, `undefined` for what is no number. */
  readMinutes(text: string): number | null | undefined;
  /** Why a row is not read when a text in it is longer than any name or code, an error of Excel's, or has lost letters; undefined when none is. */
  unfit(cells: readonly string[]): Refusal | undefined;
}

/** So many bytes of one name or code: three of them together still fit in an index of the database (2,704 bytes). */
const longestText = 800;
/** No letter takes more than four bytes: shorter texts need not be measured. */
const surelyFits = longestText / 4;

const unfitSentences = {
  'text-too-long':
    'Texten är för lång för ett namn eller en kod. Rätta den, eller hämta filen på nytt ur systemet.',
  'letters-lost':
    'Bokstäver i texten är förstörda, så att ett namn blir fel. Hämta filen på nytt ur systemet, som en fil i UTF-8.',
  'excel-error':
    'I cellen står ett fel från Excel i stället för ett värde. Rätta formeln, eller skriv in värdet.',
} as const;

function unfitCode(cell: string): keyof typeof unfitSentences | undefined {
  if (isTooLong(cell)) return 'text-too-long';
  if (isExcelError(cell)) return 'excel-error';
  return hasLostLetters(cell) ? 'letters-lost' : undefined;
}

/** A list of groups or mentors may be long; each of them not. */
function isTooLong(cell: string): boolean {
  return cell.length > surelyFits && cell.split(/[,;]/).some((part) => Buffer.byteLength(part) > longestText);
}

/** The cells of a file whose headings are found. */
export function rowCells(columns: Columns, headings: readonly string[], how: HowToRead = usualWay): RowCells {
  const index = (field: string): number => columns[field] ?? -1;
  const read = Object.values(columns).filter((at) => at !== undefined);
  return {
    index,
    has: (field) => columns[field] !== undefined,
    text: (cells, field) => {
      const at = columns[field];
      return at === undefined ? (how.wholeFile[field as keyof WholeFile] ?? '') : (cells[at]?.trim() ?? '');
    },
    readDay: dayReader(how.dayOrder),
    readMinutes: minutesReader(how.inHours),
    heading: (field) => headings[index(field)]?.trim() ?? null,
    unfit(cells) {
      for (const at of read) {
        const code = unfitCode(cells[at] ?? '');
        if (code) return { column: headings[at]?.trim() ?? null, code, says: unfitSentences[code] };
      }
      return undefined;
    },
  };
}

/**
 * Whether the row has the cells that its headings promise: more means that a separator stands in a text, fewer than
 * `least` that the row is cut off. Excel leaves out empty cells at the end, so fewer is right as long as the needed ones are there.
 */
export function rightLength(cells: readonly string[], headings: number, least: number): Refusal | undefined {
  if (cells.length < least) {
    return {
      column: null,
      code: 'row-cut-off',
      says: 'Raden har färre celler än rubrikerna. Hämta filen på nytt ur systemet.',
    };
  }
  if (cells.length > headings && cells.slice(headings).some((cell) => cell.trim() !== '')) {
    return {
      column: null,
      code: 'too-many-cells',
      says: 'Raden har fler celler än rubriker. Troligen står filens skiljetecken i en text. Rätta texten eller sätt den inom citattecken.',
    };
  }
  return undefined;
}

/** Whether a row is blank: no cell holds anything. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
