import { addDays, isLocalDate, type LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { LogFilter } from '../../audit/index.ts';
import { personsLike } from '../../people/index.ts';

/** What the reader has asked for, as it stands in the address. */
export interface LogQuestion {
  readonly about: string;
  readonly by: string;
  readonly action: string;
  readonly from: LocalDate;
  readonly to: LocalDate;
  /** One student, from a link on the student's page; 0 for none. */
  readonly student: number;
  readonly page: number;
}

const usualDays = 30;
const mostPersons = 200;

/** Reads the address; what cannot be understood is as if it was not asked. Thirty days back unless told. */
export function logQuestion(query: (name: string) => string | undefined, today: LocalDate): LogQuestion {
  const day = (name: string, otherwise: LocalDate) => {
    const text = query(name) ?? '';
    return isLocalDate(text) ? text : otherwise;
  };
  const whole = (name: string) => (/^[1-9]\d{0,8}$/.test(query(name) ?? '') ? Number(query(name)) : 0);
  return {
    about: (query('galler') ?? '').trim().slice(0, 100),
    by: (query('av') ?? '').trim().slice(0, 100),
    action: query('handelse') ?? '',
    from: day('fran', addDays(today, -usualDays)),
    to: day('till', today),
    student: whole('elev'),
    page: Math.max(1, whole('sida')),
  };
}

/** The question as a filter of the log; `among` are those the reader may see lines about, or everybody. */
export async function logFilter(
  tx: Tx,
  { about, by, action, from, to, student }: LogQuestion,
  among: readonly number[] | 'everybody',
): Promise<LogFilter> {
  const named = (text: string) => (text === '' ? undefined : personsLike(tx, text, mostPersons));
  return {
    subjects: student > 0 ? [student] : await named(about),
    actors: await named(by),
    action: action === '' ? undefined : action,
    from,
    to,
    among: among === 'everybody' ? undefined : among,
  };
}

/** The question as an address of the same page, with another page of the list or another file name. */
export function logAddress(question: LogQuestion, page: number, path = '/logg'): string {
  const { about, by, action, from, to, student } = question;
  const told = { galler: about, av: by, handelse: action, fran: from, till: to };
  const parts = Object.entries(told).filter(([, value]) => value !== '');
  const query = new URLSearchParams(parts);
  if (student > 0) query.set('elev', String(student));
  if (page > 1) query.set('sida', String(page));
  return `${path}?${query}`;
}
