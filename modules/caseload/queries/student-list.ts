import { type RawBuilder, sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Action, type Actor, visibleStudents } from '../../access/index.ts';
import { type Answers, directly } from './answers-of.ts';
import {
  type CaseloadRecord,
  type CaseloadRow,
  caseloadColumns,
  caseloadJoins,
  caseloadRow,
} from './indicator-row.ts';
import type { ListChoices } from './student-list-choices.ts';
import { fieldConditions, showCondition, shownCondition } from './student-list-conditions.ts';
import { type Show, type StudentListFilter, shows } from './student-list-filter.ts';
import { orderOf } from './student-list-order.ts';

/** How many stand on a page. */
export const pageSize = 50;

/** Whose list, by which right, on which day, and which part of it. */
export interface ListQuestion {
  readonly actor: Actor;
  /** `student.list` for the page, `student.export` for the file. */
  readonly action: Action;
  readonly today: LocalDate;
  readonly filter: StudentListFilter;
  readonly choices: ListChoices;
}

/** How many the filter finds, and how many each chip would show with the other fields as they are. */
export interface ListCounts {
  readonly total: number;
  readonly shows: Readonly<Record<Show, number>>;
}

/** All counts of the list, in one question to the database. */
export async function countStudents(
  tx: Tx,
  question: ListQuestion,
  answers: Answers = directly,
): Promise<ListCounts> {
  const { today, filter } = question;
  const perShow = shows.map(
    (show) => sql`count(*) filter (where ${showCondition(show, today)})::integer as ${sql.ref(show)}`,
  );
  const rows = await answers.rows(
    tx,
    sql<Record<Show | 'total', number>>`
      select count(*) filter (where ${shownCondition(filter.show, today)})::integer as total, ${sql.join(perShow)}
      from people.placement p
      left join signals.indicator i on i.organiser_id = p.organiser_id and i.student_id = p.student_id
      where p.organiser_id = ${tx.organiser} and ${inFields(question)}`,
  );
  const { total, ...perChip } = rows[0]!;
  return { total, shows: perChip };
}

/** The ids that the filter finds, in its order: those of a page (from 1), or all of them. */
export async function findStudents(
  tx: Tx,
  question: ListQuestion,
  page: number | 'all',
  answers: Answers = directly,
): Promise<readonly number[]> {
  const { filter, today } = question;
  const span = page === 'all' ? sql`` : sql`limit ${pageSize} offset ${(page - 1) * pageSize}`;
  const rows = await answers.rows(
    tx,
    sql<{ student_id: number }>`
      select p.student_id
      from people.placement p
      left join signals.indicator i on i.organiser_id = p.organiser_id and i.student_id = p.student_id
      where p.organiser_id = ${tx.organiser} and ${inFields(question)} and ${shownCondition(filter.show, today)}
      order by ${orderOf(filter)} ${span}`,
  );
  return rows.map((row) => row.student_id);
}

/** The rows of these students as they are now, in the order of the ids; whoever is placed nowhere any more is left out. */
export async function caseloadRows(tx: Tx, ids: readonly number[]): Promise<readonly CaseloadRow[]> {
  if (ids.length === 0) return [];
  const { rows } = await sql<CaseloadRecord>`select ${sql.raw(caseloadColumns)} ${sql.raw(caseloadJoins)}
    where p.organiser_id = ${tx.organiser} and p.student_id = any(${[...ids]}::integer[])`.execute(tx.q);
  const byId = new Map(rows.map((row) => [row.student_id, caseloadRow(row)]));
  return ids.flatMap((id) => byId.get(id) ?? []);
}

/** The page to show: the one asked for, or the last when there are not so many. */
export function existingPage(
  asked: number,
  total: number,
): { readonly page: number; readonly pages: number } {
  const pages = Math.max(1, Math.ceil(total / pageSize));
  return { page: Math.min(asked, pages), pages };
}

function inFields({ actor, action, today, filter, choices }: ListQuestion): RawBuilder<boolean> {
  return sql<boolean>`${visibleStudents(actor, action, today)} and ${fieldConditions(filter, choices)}`;
}
