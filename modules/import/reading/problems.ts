import type { LocalDate } from '../../../platform/local-date.ts';
import { dateSentences, readNumber, readYesNo } from './read-cells.ts';
import { type Refusal, together } from './refusal.ts';
import type { RowCells } from './row-cells.ts';

/** What is wrong with the row being read, and the cells read so that what is wrong is noted. One for a file, cleared for each row. */
export interface Problems<Code extends string> {
  clear(): void;
  refuse(field: string | null, code: Code): void;
  add(refusal: Refusal): void;
  any(): boolean;
  /** All of it as one refusal; undefined when nothing is wrong. */
  together(): Refusal | undefined;
  /** The day in a cell; null when it is empty or cannot be read, which is then noted. */
  day(cells: readonly string[], field: string, empty: 'may-be-empty' | 'needed'): LocalDate | null;
  /** The number in a cell; null when it is empty. What is no number is noted as `code`. */
  number(cells: readonly string[], field: string, code: Code): number | null;
  /** Whether a cell says yes; an empty one says no. What is neither is noted as `code`. */
  yes(cells: readonly string[], field: string, code: Code): boolean;
}

/** Problems of one file's rows, in the words of `sentences`. */
export function problemsIn<Code extends string>(
  row: RowCells,
  sentences: Readonly<Record<Code, string>>,
): Problems<Code> {
  let list: Refusal[] = [];
  const refuse = (field: string | null, code: Code): void => {
    list.push({ column: field === null ? null : row.heading(field), code, says: sentences[code] });
  };
  return {
    clear: () => {
      if (list.length > 0) list = [];
    },
    refuse,
    add: (refusal) => void list.push(refusal),
    any: () => list.length > 0,
    together: () => (list.length === 0 ? undefined : together(list)),
    day(cells, field, empty) {
      const text = row.text(cells, field);
      if (text === '' && empty === 'may-be-empty') return null;
      const read = row.readDay(text);
      if ('day' in read) return read.day;
      list.push({ column: row.heading(field), code: read.problem, says: dateSentences[read.problem] });
      return null;
    },
    number(cells, field, code) {
      const value = readNumber(row.text(cells, field));
      if (value === undefined) refuse(field, code);
      return value ?? null;
    },
    yes(cells, field, code) {
      const value = readYesNo(row.text(cells, field));
      if (value === undefined) refuse(field, code);
      return value === true;
    },
  };
}
