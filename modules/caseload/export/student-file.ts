import { Readable } from 'node:stream';
import writeExcelFile, { type Row, type SheetData } from 'write-excel-file/node';
import { byteOrderMark, type Cell, csvLine } from '../../../platform/csv-line.ts';
import type { CaseloadRow } from '../queries/indicator-row.ts';
import { studentColumns } from './student-columns.ts';

/** The kinds of file, each with what the browser is told. */
export const fileKinds = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
} as const;

/** One of `fileKinds`. */
export type FileKind = keyof typeof fileKinds;

/** The students, some at a time, as the file asks for them. */
export type Batches = AsyncIterable<readonly CaseloadRow[]>;

/** The students as bytes. CSV is sent as it is read; an Excel file is a compressed whole, made first (10,000 students: some 3 MB of memory). */
export async function studentFile(
  kind: FileKind,
  batches: Batches,
): Promise<ReadableStream | Uint8Array<ArrayBuffer>> {
  if (kind === 'xlsx') return excelOf(batches);
  return Readable.toWeb(Readable.from(csvOf(batches), { objectMode: false })) as ReadableStream;
}

async function* csvOf(batches: Batches): AsyncGenerator<string> {
  yield byteOrderMark + csvLine(studentColumns.map(({ head }) => head));
  for await (const students of batches) yield students.map((student) => csvLine(cellsOf(student))).join('');
}

function cellsOf(student: CaseloadRow): Cell[] {
  return studentColumns.map(({ cell }) => cell(student));
}

async function excelOf(batches: Batches): Promise<Uint8Array<ArrayBuffer>> {
  const data: SheetData = [studentColumns.map(({ head }) => ({ value: head, fontWeight: 'bold' as const }))];
  for await (const students of batches) data.push(...students.map(excelRow));
  const file = await writeExcelFile(data, {
    sheet: 'Elever',
    columns: studentColumns.map(({ width }) => ({ width })),
    stickyRowsCount: 1,
  }).toBuffer();
  return new Uint8Array(file);
}

/** Text cells have a type of their own in Excel and are never run as formulas. */
function excelRow(student: CaseloadRow): Row {
  return studentColumns.map(({ cell, format }) => {
    const value = cell(student);
    return value === null || !format ? value : { value, format };
  });
}
