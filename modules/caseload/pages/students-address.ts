import { comesDescending, type Sort, type StudentListFilter } from '../queries/student-list-filter.ts';

/** The query of a filter, in Swedish words, without what is as it comes: `namn=nora&visa=aktiv&sida=2`. */
export function queryOf(filter: StudentListFilter): URLSearchParams {
  const { name, unit, programme, className, mentor, signal, show, page } = filter;
  const query = new URLSearchParams();
  const set = (field: string, value: string | number | null) => {
    if (value !== null && value !== '') query.set(field, String(value));
  };
  set('namn', name);
  set('enhet', unit);
  set('program', programme);
  set('klass', className);
  set('mentor', mentor);
  set('signal', signal);
  for (const each of show) query.append('visa', each);
  for (const [field, value] of sortFields(filter)) set(field, value);
  if (page > 1) set('sida', page);
  return query;
}

/** The order as form fields: nothing for the order the list comes in. */
export function sortFields({ sort, descending }: StudentListFilter): readonly (readonly [string, string])[] {
  if (sort === 'signal') return [];
  const order =
    descending === comesDescending(sort)
      ? []
      : ([['ordning', descending ? 'fallande' : 'stigande']] as const);
  return [['sortera', sort], ...order];
}

/** The address of the list with this filter. */
export function listAddress(filter: StudentListFilter): string {
  return address('/elever', queryOf(filter));
}

/** The address of the same selection as a file. */
export function fileAddress(filter: StudentListFilter, format: 'xlsx' | 'csv'): string {
  const query = queryOf({ ...filter, page: 1 });
  query.set('format', format);
  return address('/elever/ladda-ner', query);
}

/** The address that sorts by a column: the other way round if it is sorted by it already. */
export function sortAddress(filter: StudentListFilter, sort: Sort): string {
  const again = filter.sort === sort && sort !== 'signal';
  const descending = again ? !filter.descending : comesDescending(sort);
  return listAddress({ ...filter, sort, descending, page: 1 });
}

function address(path: string, query: URLSearchParams): string {
  return query.size > 0 ? `${path}?${query}` : path;
}
