import type { Found } from '../reading/find-headings.ts';
import { detached } from '../reading/read-cells.ts';
import type { RawRow, Separator } from '../reading/split-rows.ts';

/** A row in two: who it is about, and the rest as it stands. The same object is used again for the next row. */
export interface SplitRow {
  civic: string;
  source: string;
  tail: string;
}

/**
 * Remembers what the rest of a row came to when only the student differs: of the twenty-five who sit in the same lesson
 * most have the same row but for their number, so most rows need not be taken apart at all.
 */
export interface RowTails<T> {
  /** The row in two; undefined where it has to be read in the ordinary way. */
  split(row: RawRow): SplitRow | undefined;
  get(tail: string): T | undefined;
  set(tail: string, value: T): void;
}

/** The rows of a lesson stand near each other in a file; a small table stays in the processor's own memory. */
const most = 4_000;
/** After so many rows it is known whether it pays: a file whose rows each have an id of their own never repeats itself. */
const tried = 20_000;
const worthwhile = 0.3;

/**
 * Works for files whose first columns say who the row is about, and nothing else; undefined for others. Quoted rows are
 * always read in the ordinary way.
 */
export function rowTails<T>({ columns }: Found, separator: Separator): RowTails<T> | undefined {
  const { civic = -1, source = -1, ...others } = columns;
  const leading = 1 + Math.max(civic, source);
  if (Object.values(others).some((index) => index !== undefined && index < leading)) return undefined;
  const inTwo = rowSplitter(separator, leading, civic, source);
  let known = new Map<string, T>();
  let asked = 0;
  let found = 0;
  return {
    split(row) {
      if (typeof row !== 'string' || (asked > tried && found < worthwhile * asked)) return undefined;
      return inTwo(row);
    },
    get(tail) {
      const value = known.get(tail);
      asked += 1;
      if (value !== undefined) found += 1;
      return value;
    },
    set(tail, value) {
      if (known.size >= most) known = new Map();
      known.set(detached(tail), value);
    },
  };
}

function rowSplitter(separator: Separator, leading: number, civicAt: number, sourceAt: number) {
  const parts: SplitRow = { civic: '', source: '', tail: '' };
  return (row: string): SplitRow | undefined => {
    let from = 0;
    for (let index = 0; index < leading; index++) {
      const to = row.indexOf(separator, from);
      if (to < 0) return undefined;
      if (index === civicAt) parts.civic = row.slice(from, to).trim();
      else if (index === sourceAt) parts.source = row.slice(from, to).trim();
      from = to + 1;
    }
    parts.tail = row.slice(from);
    return parts;
  };
}
