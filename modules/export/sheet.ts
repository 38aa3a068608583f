import type { Scope } from './scope.ts';

/** A column of a file: its heading, and the text in it as SQL. */
export interface Column {
  readonly head: string;
  readonly sql: string;
  /** Somebody has written it: it may look like a formula to a spreadsheet. What is a day, a number or a word of ours may not. */
  readonly free: boolean;
}

/** A file of the export, as it is found in the database. */
export interface Sheet {
  /** Its name without ending, and the key of its words. */
  readonly file: string;
  readonly columns: readonly Column[];
  /** What follows FROM; `taken_student s` and `taken_person` are there to join (see `prepareScope`). */
  readonly from: (scope: Scope) => string;
  /** An order that is the same however often, and in whichever database, the same rows are taken out. */
  readonly order: string;
}

/** A column with what somebody has written. */
export function free(head: string, sql: string): Column {
  return { head, sql: `(${sql})::text`, free: true };
}

/** A column of days, counts or identifiers of ours. */
export function plain(head: string, sql: string): Column {
  return { head, sql: `(${sql})::text`, free: false };
}

/** A number with decimal comma. */
export function decimal(head: string, sql: string): Column {
  return plain(head, `replace(trim_scale((${sql})::numeric)::text, '.', ',')`);
}

/** Ja or Nej. */
export function yesNo(head: string, sql: string): Column {
  return plain(head, `case when ${sql} then 'Ja' else 'Nej' end`);
}

/** A moment, in Swedish time, to the second. */
export function moment(head: string, sql: string): Column {
  return plain(head, `to_char((${sql}) at time zone 'Europe/Stockholm', 'YYYY-MM-DD HH24:MI:SS')`);
}

/** A code in words; a code that is not known stands as it is. */
export function word(head: string, sql: string, words: Readonly<Record<string, string>>): Column {
  const cases = Object.entries(words).map(([code, text]) => `when ${quoted(code)} then ${quoted(text)}`);
  return plain(head, `case ${sql} ${cases.join(' ')} else ${sql} end`);
}

/** A text of ours in SQL. */
export function quoted(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}

/** The headings of a file. */
export function headsOf(sheet: Sheet): readonly string[] {
  return sheet.columns.map(({ head }) => head);
}

/** The rows of a sheet as they are stored. */
export function rowsQuery(sheet: Sheet, scope: Scope): string {
  const columns = sheet.columns.map(({ sql }, index) => `${sql} as c${index}`);
  return `select ${columns.join(', ')} from ${sheet.from(scope)} order by ${sheet.order}`;
}

/** The rows of a sheet as they stand in a file for a spreadsheet: the same guard against formulas as `csvLine`. */
export function fileQuery(sheet: Sheet, scope: Scope): string {
  const cells = sheet.columns.map((column, index) =>
    column.free ? guarded(`c${index}`) : `nullif(c${index}, '')`,
  );
  return `select ${cells.join(', ')} from (${rowsQuery(sheet, scope)}) found`;
}

function guarded(cell: string): string {
  const starts = `left(ltrim(${cell}, ''''), 1) in ('=', '+', '-', '@', e'\\t', e'\\r', e'\\n', '＝', '＋', '－', '＠')`;
  return `case when ${starts} and ${cell} !~ '^-(\\d+([.,]\\d+)?)?$' then '''' || ${cell} else nullif(${cell}, '') end`;
}
