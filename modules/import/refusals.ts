import type { Refusal, RefusedRow } from './reading/refusal.ts';

/** A refused row together with its cells, so that it can be sent back to be put right. */
export interface RefusedWithCells extends RefusedRow {
  readonly cells: readonly string[];
}

/** So many refused rows are listed; more are only counted. A file with as many is wrong as a whole. */
export const mostListed = 100_000;
/** A row of two hundred cells is no table of ours; what stands further out is not sent back. */
const mostCells = 200;
/** So much of refused rows is kept, counted in characters: hostile files have rows of a million. */
const mostCharacters = 100_000_000;

/** Collects refused rows without letting a wholly wrong file fill the memory. */
export interface Refusals {
  add(file: string, row: number, cells: readonly string[], refusal: Refusal): void;
  readonly list: readonly RefusedWithCells[];
  count(): number;
}

/** An empty collection. */
export function collectRefusals(): Refusals {
  const list: RefusedWithCells[] = [];
  let count = 0;
  let characters = 0;
  return {
    list,
    count: () => count,
    add(file, row, cells, { column, code, says }) {
      count += 1;
      // A piece of a file's text keeps the whole text in memory; written out as JSON it is a text of its own.
      if (list.length === mostListed || characters > mostCharacters) return;
      const kept = JSON.stringify(cells.length > mostCells ? cells.slice(0, mostCells) : cells);
      characters += kept.length;
      list.push({ file, row, column, code, says, cells: JSON.parse(kept) });
    },
  };
}

/** In the order of files and rows. */
export function inFileOrder(
  list: readonly RefusedWithCells[],
  files: readonly string[],
): readonly RefusedWithCells[] {
  return list.toSorted((a, b) => files.indexOf(a.file) - files.indexOf(b.file) || a.row - b.row);
}
