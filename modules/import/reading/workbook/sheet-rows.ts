import { UnreadableFile } from '../unreadable-file.ts';
import { cellString } from './cell-string.ts';
import type { NumberFormat } from './number-formats.ts';
import { numberText } from './number-text.ts';
import { readXml, type XmlListener } from './xml-reader.ts';

/** What the cells of a workbook's sheets point at. */
export interface WorkbookFacts {
  readonly strings: readonly string[];
  readonly formats: readonly NumberFormat[];
  readonly date1904: boolean;
}

/** A row that holds something, with its number as Excel shows it. */
export interface SheetRow {
  readonly number: number;
  readonly cells: string[];
}

/** Excel has 1,048,576 rows. */
const lastRow = 1_048_576;
/** Tables of ours have some twenty columns. */
const widest = 1_000;

/**
 * The rows of a sheet from the top, some at a time; the memory used does not depend on the sheet. A formula counts as the
 * value that it last came to. Throws `UnreadableFile` for rows that are not in order or stand where Excel has none, and
 * for a sheet with something in more than a thousand columns.
 */
export async function* sheetRows(
  pieces: AsyncIterable<Buffer>,
  facts: WorkbookFacts,
): AsyncGenerator<readonly SheetRow[]> {
  let rows: SheetRow[] = [];
  const listener = rowListener(facts, (row) => rows.push(row));
  for await (const _ of readXml(pieces, listener)) {
    if (rows.length === 0) continue;
    yield rows;
    rows = [];
  }
}

interface Cell {
  column: number;
  type: string;
  style: number;
  text: string;
}

function rowListener(facts: WorkbookFacts, found: (row: SheetRow) => void): XmlListener {
  let number = 0;
  let cells: string[] | undefined;
  let listening = false;
  let spoken = false;
  const cell: Cell = { column: -1, type: 'n', style: 0, text: '' };
  const openRow = (place: string | undefined): void => {
    const next = place === undefined ? number + 1 : Number(place);
    if (!Number.isInteger(next) || next <= number || next > lastRow)
      throw new UnreadableFile('workbook-damaged');
    number = next;
    cells = [];
    cell.column = -1;
  };
  const closeCell = (): void => {
    const text = cellText(cell, facts);
    if (text === '' || !cells) return;
    if (cell.column >= widest) throw new UnreadableFile('sheet-too-wide');
    while (cells.length < cell.column) cells.push('');
    cells[cell.column] = text;
  };
  return {
    open(name, attributes) {
      if (name === 'c') {
        cell.column = attributes.r === undefined ? cell.column + 1 : columnOf(attributes.r);
        cell.type = attributes.t ?? 'n';
        cell.style = attributes.s === undefined ? 0 : Number(attributes.s);
        cell.text = '';
      } else if (name === 'v') listening = true;
      else if (name === 't') listening = !spoken;
      else if (name === 'rPh') spoken = true;
      else if (name === 'row') openRow(attributes.r);
    },
    text(text) {
      if (listening && cells) cell.text += text;
    },
    close(name) {
      if (name === 'v' || name === 't') listening = false;
      else if (name === 'c') closeCell();
      else if (name === 'rPh') spoken = false;
      else if (name === 'row' && cells) {
        if (cells.length > 0) found({ number, cells });
        cells = undefined;
      }
    },
  };
}

/** The number of a column from 0, from the letters of a place such as `AB12`. */
function columnOf(place: string): number {
  let column = 0;
  for (let at = 0; at < place.length; at++) {
    const letter = place.charCodeAt(at);
    if (letter < 65 || letter > 90) break;
    column = column * 26 + letter - 64;
    if (column > 16_384) break;
  }
  if (column === 0 || column > 16_384) throw new UnreadableFile('workbook-damaged');
  return column - 1;
}

function cellText({ type, style, text }: Cell, { strings, formats, date1904 }: WorkbookFacts): string {
  if (text === '') return '';
  if (type === 's') {
    const shared = strings[Number(text)];
    if (shared === undefined) throw new UnreadableFile('workbook-damaged');
    return shared;
  }
  if (type === 'n') return numberText(text, formatAt(formats, style), date1904);
  if (type === 'b') return text.trim() === '1' ? 'Ja' : 'Nej';
  if (type === 'd')
    return text
      .trim()
      .replace(/T00:00(?::00(?:\.0+)?)?Z?$/, '')
      .replace(/^T/, '');
  return cellString(text);
}

/** A number whose format is lost may be a day, a share or a figure: nobody can tell. */
function formatAt(formats: readonly NumberFormat[], style: number): NumberFormat {
  const format = style === 0 ? (formats[0] ?? 'plain') : formats[style];
  if (format === undefined) throw new UnreadableFile('workbook-damaged');
  return format;
}
