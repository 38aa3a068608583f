import { type SignalId, signalIds } from '../../signals/rules/index.ts';
import { words } from './name-words.ts';
import type { ListChoices } from './student-list-choices.ts';

/** What "Visa bara" may ask for, as the address says it. Several together show whoever any of them is true of. */
export const shows = ['aktiv', 'vilande', 'inget-samtal', 'underlag-saknas'] as const;
/** One of `shows`. */
export type Show = (typeof shows)[number];

/** What the list may be sorted by, as the address says it; the first is how it comes. */
export const sorts = ['signal', 'namn', 'klass', 'franvaro'] as const;
/** One of `sorts`. */
export type Sort = (typeof sorts)[number];

/**
 * Which students are wanted, in which order, which page. There is no field for health, origin, mother tongue or any
 * other sensitive data, and none may be added: searches for a selection by them are forbidden (26 a kap. 4 § skollagen).
 */
export interface StudentListFilter {
  /** Words that all must be part of the name. Never finds a protected identity. */
  readonly name: string;
  readonly unit: number | null;
  /** The name of a programme, as `ListChoices` has it. */
  readonly programme: string | null;
  readonly className: string | null;
  readonly mentor: number | null;
  readonly signal: SignalId | null;
  readonly show: readonly Show[];
  readonly sort: Sort;
  readonly descending: boolean;
  /** From 1; not yet held against how many there are. */
  readonly page: number;
}

/** The filter of an address without a query. */
export const noFilter: StudentListFilter = {
  name: '',
  unit: null,
  programme: null,
  className: null,
  mentor: null,
  signal: null,
  show: [],
  sort: 'signal',
  descending: true,
  page: 1,
};

/** Signals and absence begin with the most, names and classes with A. */
export function comesDescending(sort: Sort): boolean {
  return sort === 'signal' || sort === 'franvaro';
}

/** What the address asks for. A value that is not among the choices is as if it were not there: old links keep working. */
export function parseFilter(query: URLSearchParams, choices: ListChoices): StudentListFilter {
  const unit = number(query.get('enhet'));
  const chosen = choices.units.find((each) => each.unitId === unit)?.unitId ?? null;
  const offered = choices.within(chosen);
  const mentor = number(query.get('mentor'));
  const sort = sorts.find((each) => each === query.get('sortera')) ?? 'signal';
  return {
    name: words(query.get('namn') ?? '').join(' '),
    unit: chosen,
    programme: offered.programmes.find((each) => each.name === query.get('program'))?.name ?? null,
    className: offered.classes.find((each) => each === query.get('klass')) ?? null,
    mentor: offered.mentors.find((each) => each.personId === mentor)?.personId ?? null,
    signal: signalIds.find((each) => each === query.get('signal')) ?? null,
    show: shows.filter((each) => query.getAll('visa').includes(each)),
    sort,
    descending: directionOf(query.get('ordning'), sort),
    page: Math.max(1, number(query.get('sida')) ?? 1),
  };
}

/** Whether anything is left out of the list. */
export function isFiltered(filter: StudentListFilter): boolean {
  const { name, unit, programme, className, mentor, signal, show } = filter;
  return (
    name !== '' ||
    show.length > 0 ||
    [unit, programme, className, mentor, signal].some((each) => each !== null)
  );
}

function directionOf(text: string | null, sort: Sort): boolean {
  if (sort === 'signal') return true;
  if (text === 'fallande') return true;
  return text === 'stigande' ? false : comesDescending(sort);
}

function number(text: string | null): number | null {
  return text !== null && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null;
}
