import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { findKnownHeadings, type KnownOfFile, nothingKnown } from './column-mapping.ts';
import { type Found, type NotFound, searchedRows } from './find-headings.ts';
import { type Encoding, sniffEncoding } from './sniff-encoding.ts';
import { cellsOf, type RawRow, rowSplitter, type Separator } from './split-rows.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** A file that has been looked into but not read: its kind if it is known, and how to read its rows. */
export interface Table {
  readonly path: string;
  /** The file's name without its folders. */
  readonly file: string;
  readonly encoding: Encoding;
  readonly separator: Separator;
  readonly found: Found | NotFound;
  /** The first rows under the headings, for a page to show examples from. */
  readonly examples: readonly (readonly string[])[];
  /** The first rows of the file, for a person to point out the headings among. */
  readonly top: readonly (readonly string[])[];
}

/** Some rows of a file; `first` is the number of the first of them, as a spreadsheet counts. */
export interface Batch {
  readonly first: number;
  /** To be split by `cellsOf`. */
  readonly rows: readonly RawRow[];
  /** How much of the file is read, 0–1. */
  readonly share: number;
}

const separators: readonly Separator[] = [';', '\t', ','];

/** How a file is written, where that need not be found out. */
export interface Writing {
  readonly encoding: Encoding;
  readonly separators: readonly Separator[];
}

/** How a sheet that was taken out of a workbook is written. */
export const writtenByUs: Writing = { encoding: 'utf-8', separators: ['\t'] };
const exampleRows = 5;

/**
 * Finds a file's encoding, separator, headings and kind. Throws `UnreadableFile` for what is no table of text.
 * The file may be of any length: only its beginning is kept.
 */
export async function openTable(
  path: string,
  file = basename(path),
  known: KnownOfFile = nothingKnown,
  written?: Writing,
): Promise<Table> {
  const encoding = written?.encoding ?? (await sniffEncoding(path));
  const start = await beginning(path, encoding);
  const tried = (written?.separators ?? separators).map((separator) => ({
    separator,
    rows: topRows(start, separator),
  }));
  const looked = tried.map((each) => ({ ...each, found: findKnownHeadings(each.rows, known) }));
  const best = looked.toSorted(
    (a, b) => score(b.found) - score(a.found) || widest(b.rows) - widest(a.rows),
  )[0]!;
  const under = best.found.kind === null ? [] : best.rows.slice(best.found.headingRow);
  return {
    path,
    file,
    encoding,
    separator: best.separator,
    found: best.found,
    examples: under.slice(0, exampleRows),
    top: best.rows,
  };
}

function score(found: Found | NotFound): number {
  if (found.mapping) return 2_000;
  if (found.kind !== null) return 1_000 + Object.keys(found.columns).length;
  return found.title === null ? found.hits : 500;
}

function widest(rows: readonly (readonly string[])[]): number {
  return Math.max(0, ...rows.map((cells) => cells.length));
}

function topRows(start: string, separator: Separator): readonly (readonly string[])[] {
  const splitter = rowSplitter(separator);
  const rows = [...splitter.take(start), ...splitter.end()].slice(0, searchedRows + exampleRows);
  return rows.map((row) => cellsOf(row, separator));
}

const beginningBytes = 64 * 1024;

async function beginning(path: string, encoding: Encoding): Promise<string> {
  const decode = decoder(encoding);
  let text = '';
  for await (const piece of createReadStream(path, { end: beginningBytes - 1 }) as AsyncIterable<Buffer>)
    text += decode(piece);
  return text;
}

/**
 * The rows of a table from the top of the file, in batches, as fast as the reader asks for them; the memory used does not depend on the file's length.
 * Rows above and including the headings are left out. Throws `UnreadableFile` for a quotation mark that is never closed.
 */
export async function* readBatches(table: Table, headingRow: number, size: number): AsyncGenerator<Batch> {
  try {
    yield* batchesOf(table, headingRow, size);
  } catch (error) {
    throw error instanceof UnreadableFile ? new UnreadableFile(error.code, table.file) : error;
  }
}

async function* batchesOf(table: Table, headingRow: number, size: number): AsyncGenerator<Batch> {
  const decode = decoder(table.encoding);
  const splitter = rowSplitter(table.separator);
  let next = 1;
  let bytes = 0;
  const batch = (rows: readonly RawRow[]): Batch => {
    const first = Math.max(next, headingRow + 1);
    const under = rows.slice(first - next);
    next += rows.length;
    return { first, rows: under, share: size > 0 ? Math.min(1, bytes / size) : 1 };
  };
  for await (const piece of createReadStream(table.path, {
    highWaterMark: 1 << 18,
  }) as AsyncIterable<Buffer>) {
    bytes += piece.length;
    yield batch(splitter.take(decode(piece)));
  }
  yield batch([...splitter.take(decode(undefined)), ...splitter.end()]);
}

/**
 * Decodes piece by piece; characters may be cut between pieces. A carriage return alone is a line break when no other is
 * seen. Halves of characters become �; a zero, which no database takes, is no text.
 */
function decoder(encoding: Encoding): (piece: Buffer | undefined) => string {
  const text = new TextDecoder(encoding);
  let oldBreaks: boolean | undefined;
  return (piece) => {
    const decoded = piece ? text.decode(piece, { stream: true }) : text.decode();
    if (encoding.startsWith('utf-16') && decoded.includes('\0')) throw new UnreadableFile('binary');
    oldBreaks ??= decoded === '' ? undefined : decoded.includes('\r') && !decoded.includes('\n');
    return oldBreaks ? decoded.replaceAll('\r', '\n') : decoded;
  };
}
