import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import type { KnownOfFile } from './column-mapping.ts';
import type { Found } from './find-headings.ts';
import { openTable, readBatches, type Table, writtenByUs } from './open-table.ts';
import { isBlank, type RowCells, rowCells } from './row-cells.ts';
import { cellsOf } from './split-rows.ts';
import type { UnreadableCode } from './unreadable-file.ts';

/** A file to read: where it is, and what to call it. */
export interface ImportFile {
  readonly path: string;
  readonly name?: string;
  /** Set for a sheet taken out of a workbook: the workbook's path. Sheets without a table of ours are left out. */
  readonly ofWorkbook?: string;
  /** Why a sheet is not read although it may have a table of ours. */
  readonly refused?: UnreadableCode;
}

/** A file whose kind is known, ready to be read. */
export interface OpenedFile {
  readonly table: Table & { readonly found: Found };
  readonly cells: RowCells;
  readonly bytes: number;
}

/** One row with its number, as a spreadsheet counts. */
export interface NumberedRow {
  readonly number: number;
  readonly cells: readonly string[];
}

/** Finds out what a file is. Throws `UnreadableFile` for what is no table of text. */
export async function lookInto(
  file: ImportFile,
  known?: KnownOfFile,
): Promise<{ readonly table: Table; readonly bytes: number }> {
  const { size } = await stat(file.path);
  const name = file.name ?? basename(file.path);
  const table = await openTable(
    file.path,
    name,
    known,
    file.ofWorkbook === undefined ? undefined : writtenByUs,
  );
  return { table, bytes: size };
}

/** The file as one to read; undefined when its kind is not known. */
export function asOpened(table: Table, bytes: number): OpenedFile | undefined {
  const { found } = table;
  if (found.kind === null) return undefined;
  return { table: { ...table, found }, cells: rowCells(found.columns, found.headings, found.how), bytes };
}

/** The rows under the headings that hold anything, some at a time; `share` of the file is read, 0–1. */
export async function* rowsOf(
  file: OpenedFile,
): AsyncGenerator<{ readonly rows: readonly NumberedRow[]; readonly share: number }> {
  for await (const batch of readBatches(file.table, file.table.found.headingRow, file.bytes)) {
    const { separator } = file.table;
    const rows = batch.rows.map((row, index) => ({
      number: batch.first + index,
      cells: cellsOf(row, separator),
    }));
    yield { rows: rows.filter((row) => !isBlank(row.cells)), share: batch.share };
  }
}
