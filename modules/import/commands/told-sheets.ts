import type { Found, NotFound } from '../reading/find-headings.ts';
import type { ImportFile } from '../reading/opened-file.ts';

/** Which workbook a sheet stands in, and how much it looks like a table of ours. */
export interface Sheet {
  readonly ofWorkbook: string;
  /** 2: it is one, 1: it resembles one or is known by its headings, 0: help, a list, or nothing at all. */
  readonly weight: 0 | 1 | 2;
}

/** So many headings of ours in one row are no chance: a list to choose from has one or two. */
const resembling = 4;

/** What to remember of a sheet; nothing for an ordinary file. A hidden sheet is told of only when it would have been read. */
export function sheetOf(file: ImportFile, found: Found | NotFound): { readonly sheet?: Sheet } {
  const { ofWorkbook, refused } = file;
  if (ofWorkbook === undefined) return {};
  if (found.kind !== null) return { sheet: { ofWorkbook, weight: 2 } };
  const known = found.hits >= (found.title === null ? resembling : 2);
  return { sheet: { ofWorkbook, weight: known && refused !== 'sheet-hidden' ? 1 : 0 } };
}

/**
 * Leaves out the sheets that are no tables of ours, as the help and the lists of Skolverket's template. A workbook without
 * any table is told of by its first sheet, so that no file that was sent goes by in silence.
 */
export function toldSheets<T extends { readonly sheet?: Sheet }>(looked: readonly T[]): readonly T[] {
  const silent = new Set(looked.flatMap(({ sheet }) => (sheet ? [sheet.ofWorkbook] : [])));
  for (const { sheet } of looked) if (sheet && sheet.weight > 0) silent.delete(sheet.ofWorkbook);
  return looked.filter(({ sheet }) => {
    if (!sheet || sheet.weight > 0) return true;
    return silent.delete(sheet.ofWorkbook);
  });
}
