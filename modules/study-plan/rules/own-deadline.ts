import { because, type LocalRoutines, ok, type Reason, type Verdict } from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';

/** The last day by law and, where the organiser has one, its own earlier day; null when the law sets none. */
export interface StudyPlanDeadline {
  readonly dueOn: LocalDate | null;
  readonly internalDueOn?: LocalDate;
}

/** The organiser's own day never comes after the day of the law. */
export function withOwnDay(
  dueOn: LocalDate | null,
  law: readonly Reason[],
  { receivedOn }: { readonly receivedOn?: LocalDate | null },
  local: LocalRoutines,
): Verdict<StudyPlanDeadline> {
  const own = local[dueOn ? 'due-within-days' : 'other-due-within-days'];
  if (!own || !receivedOn) return ok<StudyPlanDeadline>({ dueOn }, ...law);
  const wanted = addDays(receivedOn, Number(own.value));
  const internalDueOn = dueOn && dueOn < wanted ? dueOn : wanted;
  const says = `Huvudmannens egen gräns är ${internalDueOn}.`;
  return ok<StudyPlanDeadline>({ dueOn, internalDueOn }, ...law, because('own-deadline', says, own.basis));
}
