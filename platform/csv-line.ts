/** A cell of a table file: text, a number, a day (`Date` at midnight UTC), or nothing. */
export type Cell = string | number | Date | null;

/** Begins a file that Excel shall read as UTF-8. */
export const byteOrderMark = '\uFEFF';

/**
 * One line as Swedish Excel reads it: semicolons, decimal comma, days as `YYYY-MM-DD`, RFC 4180 quotes, CRLF. Text that a
 * spreadsheet would run as a formula (it begins with = + - @, their wide forms, a tab or a line break) gets an apostrophe in
 * front, and one that would where commas or tabs part the cells is quoted (OWASP, CSV injection); a number below zero or a
 * lone dash is no formula. Text that has such an apostrophe already gets one more, so that `withoutGuard` gives back what
 * was written.
 */
export function csvLine(cells: readonly Cell[]): string {
  return `${cells.map(csvCell).join(';')}\r\n`;
}

const startsFormula = /^'*[=+\-@\t\r\n＝＋－＠]/u;
const guarded = /^'+[=+\-@\t\r\n＝＋－＠]/u;
const startsFormulaElsewhere = /[,\t]\s*[=+\-@＝＋－＠]/u;
const harmless = /^-(\d+([.,]\d+)?)?$/;

/** The text as it was before `csvLine` put an apostrophe before what a spreadsheet would run. */
export function withoutGuard(text: string): string {
  return guarded.test(text) ? text.slice(1) : text;
}

function csvCell(cell: Cell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell).replace('.', ',');
  if (cell instanceof Date) return cell.toISOString().slice(0, 10);
  const text = startsFormula.test(cell) && !harmless.test(cell) ? `'${cell}` : cell;
  return /[;"\r\n]/.test(text) || startsFormulaElsewhere.test(text)
    ? `"${text.replaceAll('"', '""')}"`
    : text;
}
