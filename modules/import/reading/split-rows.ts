import { withoutGuard } from '../../../platform/csv-line.ts';
import { UnreadableFile } from './unreadable-file.ts';

/** What stands between the cells of a row. */
export type Separator = ';' | ',' | '\t';

/** A row as it stands in the file, to be split by `cellsOf`; or its cells, where quotation marks had to be read. */
export type RawRow = string | string[];

/** Takes a file apart as it arrives; the rest of an unfinished row waits for the next piece. */
export interface RowSplitter {
  /** The finished rows of `text`. Blank rows come too, so that row numbers stay those of a spreadsheet. */
  take(text: string): RawRow[];
  /** What was left without a line break at the end of the file. */
  end(): RawRow[];
}

/** No real row is as long as this; a longer one lacks a line break, or the end of a quotation. */
const longestRow = 1_000_000;

/**
 * RFC 4180 with any of the three separators and both line breaks; a cell that begins with a quotation mark may hold
 * separators and line breaks. Rows keep the number of cells they have: a short row never borrows from the next one.
 * Throws `UnreadableFile` for a quotation mark that is never closed, and for a row that never ends.
 */
export function rowSplitter(separator: Separator): RowSplitter {
  let rest = '';
  return {
    take(text) {
      const all = rest === '' ? text : rest + text;
      const plain = !all.includes('"');
      const { rows, cut } = plain ? plainRows(all) : quotedRows(all, separator, false);
      rest = all.slice(cut);
      if (rest.length > longestRow) throw new UnreadableFile(plain ? 'endless-row' : 'open-quote');
      return rows;
    },
    end() {
      const last = rest;
      rest = '';
      return last === '' ? [] : quotedRows(last, separator, true).rows;
    },
  };
}

/** Rows as far as they are whole; `cut` is where the unfinished one begins. */
interface Split {
  readonly rows: RawRow[];
  readonly cut: number;
}

function plainRows(text: string): Split {
  const end = text.lastIndexOf('\n');
  return end < 0 ? { rows: [], cut: 0 } : { rows: text.slice(0, end).split('\n'), cut: end + 1 };
}

/**
 * The cells of a row. A row that needed its quotation marks read has them already. An apostrophe that keeps a spreadsheet
 * from running a text is no part of the text.
 */
export function cellsOf(row: RawRow, separator: Separator): string[] {
  if (typeof row !== 'string') return row;
  const end = row.length - 1;
  const cells = (row.charCodeAt(end) === 13 ? row.slice(0, end) : row).split(separator);
  return row.includes("'") ? cells.map(withoutGuard) : cells;
}

function quotedRows(text: string, separator: Separator, isEnd: boolean): Split {
  const rows: string[][] = [];
  let cut = 0;
  while (cut < text.length) {
    const lineEnd = text.indexOf('\n', cut);
    const line = text.slice(cut, lineEnd < 0 ? text.length : lineEnd);
    const next = line.includes('"')
      ? quotedRow(text, cut, separator, isEnd)
      : plainRow(line, cut, separator, isEnd || lineEnd >= 0);
    if (!next) break;
    rows.push(next.cells);
    cut = next.end + 1;
  }
  return { rows, cut: Math.min(cut, text.length) };
}

type Row = { readonly cells: string[]; readonly end: number } | undefined;

function plainRow(line: string, from: number, separator: Separator, isWhole: boolean): Row {
  return isWhole ? { cells: cellsOf(line, separator), end: from + line.length } : undefined;
}

/** Reads one row cell by cell; undefined when the text ends before the row does. */
function quotedRow(text: string, from: number, separator: Separator, isEnd: boolean): Row {
  const cells: string[] = [];
  for (let at = from; ; at++) {
    const end = endOfCell(text, at, separator);
    if (end >= text.length && !isEnd) return undefined;
    const last = end >= text.length || text[end] === '\n';
    cells.push(cellText(text.slice(at, end), last));
    if (last) return { cells, end };
    at = end;
  }
}

/** Where the cell that begins at `from` ends: at a separator or line break outside quotation marks, or at the text's end. */
function endOfCell(text: string, from: number, separator: Separator): number {
  let at = from;
  if (text[at] === '"') {
    for (at += 1; at < text.length; at++) {
      if (text[at] !== '"') continue;
      if (text[at + 1] !== '"') break;
      at += 1;
    }
  }
  while (at < text.length && text[at] !== separator && text[at] !== '\n') at += 1;
  return at;
}

function cellText(raw: string, isLast: boolean): string {
  const cell = isLast && raw.endsWith('\r') ? raw.slice(0, -1) : raw;
  if (!cell.startsWith('"')) return withoutGuard(cell);
  const close = cell.lastIndexOf('"');
  if (close === 0) return cell;
  return withoutGuard(cell.slice(1, close).replaceAll('""', '"') + cell.slice(close + 1));
}
