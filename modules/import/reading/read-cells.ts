import { isLocalDate, type LocalDate } from '../../../platform/local-date.ts';

const dateForm = /^(\d{4})[-/.]?(\d{2})[-/.]?(\d{2})(?:[T ]\d{2}[:.]\d{2}(?:[:.]\d{2})?)?$/;

/** Why a day was not understood. */
export type DateProblem = 'date-missing' | 'date-form' | 'no-such-date';

/**
 * A day written `2026-11-16`, `20261116` or `2026/11/16`, with or without a time after it. Other orders are refused:
 * `11/12/2026` is two different days in two countries. Years outside 1990–2099 are taken for mistakes.
 */
export function readDate(text: string): { readonly day: LocalDate } | { readonly problem: DateProblem } {
  const plain = text.trim();
  if (plain === '') return { problem: 'date-missing' };
  const match = dateForm.exec(plain);
  if (!match) return { problem: 'date-form' };
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  return isLocalDate(day) && day >= '1990' && day < '2100' ? { day } : { problem: 'no-such-date' };
}

/** What each problem with a day is called in words. */
export const dateSentences: Readonly<Record<DateProblem, string>> = {
  'date-missing': 'Datum saknas. Fyll i dagen som ÅÅÅÅ-MM-DD.',
  'date-form': 'Datumet går inte att läsa. Skriv det som ÅÅÅÅ-MM-DD.',
  'no-such-date': 'Datumet finns inte. Rätta det i systemet som filen kommer från.',
};

const timeForm = /^(\d{1,2})[:.]?(\d{2})(?:[:.]\d{2})?$/;

/** Minutes since midnight of a time written `08:10`, `8.10`, `0810` or `08:10:00`; undefined for anything else. */
export function readTime(text: string): number | undefined {
  const match = timeForm.exec(text.trim());
  if (!match) return undefined;
  const hours = Number(match[1]);
  const minutes = Number(match[2]);
  return hours < 24 && minutes < 60 ? hours * 60 + minutes : undefined;
}

const numberForm = /^-?\d+(?:[.,]\d+)?$/;

/**
 * A number with decimal comma or point, thousands set apart by spaces, a percent sign allowed after. `null` for an
 * empty cell, `undefined` for what is no number.
 */
export function readNumber(text: string): number | null | undefined {
  const plain = text.replace(/[\s\u00a0\u202f]/g, '').replace(/%$/, '');
  if (plain === '') return null;
  return numberForm.test(plain) ? Number(plain.replace(',', '.')) : undefined;
}

const yes = new Set(['ja', 'j', 'yes', 'y', 'true', 'sant', '1', 'x']);
const no = new Set(['nej', 'n', 'no', 'false', 'falskt', '0']);

/** Yes, no, `null` for an empty cell, `undefined` for a word that is neither. */
export function readYesNo(text: string): boolean | null | undefined {
  const plain = text.trim().toLowerCase();
  if (plain === '') return null;
  if (yes.has(plain)) return true;
  return no.has(plain) ? false : undefined;
}

/** Whether Excel has made a rounded number of a code or an identifier: `2,00901E+11`. Several of them become the same. */
export function isRoundedByExcel(text: string): boolean {
  return /^\d(?:[.,]\d+)?E\+\d+$/i.test(text.trim());
}

const excelErrors = new Set(
  [
    '#N/A #REF! #VALUE! #NAME? #NULL! #NUM! #DIV/0! #SPILL! #CALC! #GETTING_DATA #FIELD! #BLOCKED! #UNKNOWN!',
    '#SAKNAS! #REFERENS! #VÄRDEFEL! #NAMN? #SKÄRNING! #OGILTIGT! #DIVISION/0! #SPILL! #BERÄKNA! #FÄLT! #BLOCKERAT!',
  ].flatMap((words) => words.split(' ')),
);

/** Whether a cell holds an error of Excel's, in English (as a workbook has them) or Swedish (as CSV has), or `####`. */
export function isExcelError(text: string): boolean {
  if (!text.includes('#')) return false;
  const plain = text.trim().toUpperCase();
  return excelErrors.has(plain) || /^#{2,}$/.test(plain);
}

const twiceEncoded = /Ã[\u0080-\u00bf\u2013\u2026\u201e\u2030\u2039\u0160]/;

/** Whether letters of a text are lost: `�` where å stood, or `Ã¥` from a program that took UTF-8 for something else. */
export function hasLostLetters(text: string): boolean {
  return text.includes('\ufffd') || (text.includes('Ã') && twiceEncoded.test(text));
}

/** A text of its own: a piece of a large text would keep all of the large one in memory. */
export function detached(text: string): string {
  return Buffer.from(text, 'utf8').toString('utf8');
}
