import { type DateProblem, readDate, readNumber } from './read-cells.ts';

/** In which order a file writes its days. The year first is read in every file. */
export type DayOrder = 'year-first' | 'day-first' | 'month-first';

/** All orders, the usual one first. */
export const dayOrders: readonly DayOrder[] = ['year-first', 'day-first', 'month-first'];

/** What a person has said of one file as a whole, where it has no column for it: it holds for this file and no other. */
export interface WholeFile {
  /** The unit code of all students in it, eight digits. */
  readonly unit?: string;
  /** First and last day of the period that its totals are about. */
  readonly starts?: string;
  readonly ends?: string;
}

/** How the cells of one file are to be read. */
export interface HowToRead {
  readonly dayOrder: DayOrder;
  /** The columns of minutes hold hours. */
  readonly inHours: boolean;
  /** Values of fields that have no column, the same for every row. */
  readonly wholeFile: WholeFile;
}

/** How a file is read of which nobody has said anything. */
export const usualWay: HowToRead = { dayOrder: 'year-first', inHours: false, wholeFile: {} };

const shortForm = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})(?:[T ]\d{2}[:.]\d{2}(?:[:.]\d{2})?)?$/;

/** A reader of days: `16/11/2026` or `11/16/2026` where somebody has said which it is, and always `2026-11-16`. */
export function dayReader(order: DayOrder): (text: string) => { day: string } | { problem: DateProblem } {
  if (order === 'year-first') return readDate;
  return (text) => {
    const [, first = '', second = '', year = ''] = shortForm.exec(text.trim()) ?? [];
    if (year === '') return readDate(text);
    const [day, month] = order === 'day-first' ? [first, second] : [second, first];
    return readDate(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  };
}

const minutesAnHour = 60;

/** A reader of minutes: `1,5` is ninety in a file that writes hours. As `readNumber` for what is empty or no number. */
export function minutesReader(inHours: boolean): (text: string) => number | null | undefined {
  if (!inHours) return readNumber;
  return (text) => {
    const hours = readNumber(text);
    return typeof hours === 'number' ? Math.round(hours * minutesAnHour) : hours;
  };
}

/** The order that examples show beyond doubt: `16/11/2026` can only begin with the day. The usual one when none does. */
export function shownDayOrder(cells: readonly string[]): DayOrder {
  for (const cell of cells) {
    const [, first = '0', second = '0', year] = shortForm.exec(cell.trim()) ?? [];
    if (year === undefined || (Number(first) > 12 && Number(second) > 12)) continue;
    if (Number(first) > 12) return 'day-first';
    if (Number(second) > 12) return 'month-first';
  }
  return 'year-first';
}
