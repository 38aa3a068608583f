import { type RawBuilder, sql } from 'kysely';
import type { StudentListFilter } from './student-list-filter.ts';

const keys = {
  signal: 'coalesce(i.rank, 0)',
  namn: 'p.sort_name',
  klass: 'p.class_name',
  franvaro: 'i.absent_share',
} as const;

/**
 * The order of the list, of `people.placement p` and `signals.indicator i`. By signal: whoever needs it most first, then
 * those without an active signal. Where nothing is known comes last, whichever way it is sorted. Names and then ids decide
 * between equals: the order is total, so that pages never overlap.
 */
export function orderOf({ sort, descending }: StudentListFilter): RawBuilder<unknown> {
  return sql`${sql.raw(keys[sort])} ${sql.raw(descending ? 'desc' : 'asc')} nulls last, p.sort_name, p.student_id`;
}
