import type { LocalDate } from '../../../platform/local-date.ts';
import { type Tx, together } from '../../../platform/server/db.ts';
import type { Actor } from '../../access/index.ts';
import { type DueStep, dueSteps } from '../../coordination/index.ts';
import { type Answers, directly } from './answers-of.ts';
import type { CaseloadRow } from './indicator-row.ts';
import { caseloadRows, countStudents, existingPage, findStudents, type ListCounts } from './student-list.ts';
import { type ListChoices, listChoices } from './student-list-choices.ts';
import { parseFilter, type StudentListFilter } from './student-list-filter.ts';

/** A student in the list, with the next step that was agreed. */
export interface ListedStudent extends CaseloadRow {
  readonly due: DueStep | null;
}

/** A page of the list, with what can be chosen and how many there are. */
export interface StudentListView {
  /** With the page that is shown, which is the last when a later one was asked for. */
  readonly filter: StudentListFilter;
  readonly choices: ListChoices;
  readonly counts: ListCounts;
  readonly pages: number;
  readonly students: readonly ListedStudent[];
}

/** Where the answers come from: choices may be a minute old, counts and order a few seconds; rows never. */
export interface ListAnswers {
  readonly choices: Answers;
  readonly selection: Answers;
}

const allDirectly: ListAnswers = { choices: directly, selection: directly };

/** The page of the list that an address asks for, of the students that the actor may list on the day. */
export async function studentListView(
  tx: Tx,
  actor: Actor,
  query: URLSearchParams,
  today: LocalDate,
  answers: ListAnswers = allDirectly,
): Promise<StudentListView> {
  const choices = await listChoices(tx, actor, today, answers.choices);
  const asked = parseFilter(query, choices);
  const question = { actor, action: 'student.list', today, filter: asked, choices } as const;
  const found = (page: number) => findStudents(tx, question, page, answers.selection);
  const [counts, idsAsked] = await together(tx, [
    () => countStudents(tx, question, answers.selection),
    () => found(asked.page),
  ]);
  const { page, pages } = existingPage(asked.page, counts.total);
  const ids = page === asked.page ? idsAsked : await found(page);
  const [rows, steps] = await together(tx, [() => caseloadRows(tx, ids), () => dueSteps(tx, ids)]);
  const due = new Map(steps.map((step) => [step.studentId, step]));
  const students = rows.map((row) => ({ ...row, due: due.get(row.studentId) ?? null }));
  return { filter: { ...asked, page }, choices, counts, pages, students };
}
