import type { LocalDate } from '../../../platform/local-date.ts';
import type { EnrolmentBody, PersonBody } from '../mirror/bodies.ts';

/** What a student's row at a unit says. `goesOn`: there today or later, so that an end must be told when it comes. */
export interface ChosenEnrolment {
  readonly enrolment: EnrolmentBody | null;
  readonly remove: boolean;
  readonly goesOn: boolean;
}

/** A person who has died or left the country is no student any more, whatever the enrolment says. */
const gone = new Set(['avliden', 'utvandrad']);

/**
 * The one enrolment at a unit that the roster's row tells: the one that holds today, else the next, else the last. Null
 * when there is nothing to tell: it ended before the school year and was not told as going on. `told`: it was.
 */
export function chooseEnrolment(
  person: PersonBody & { readonly deleted: boolean },
  at: readonly EnrolmentBody[],
  when: { readonly on: LocalDate; readonly yearStarts: LocalDate; readonly told: boolean },
): ChosenEnrolment | null {
  const { on, yearStarts, told } = when;
  const enrolment = meantAmong(at, on);
  const left = person.deleted || gone.has(person.status?.toLowerCase() ?? '');
  if (!enrolment || left) return told ? { enrolment, remove: true, goesOn: false } : null;
  if (enrolment.cancelled && (enrolment.ends === null || startsAfter(enrolment, on)))
    return told ? { enrolment, remove: true, goesOn: false } : null;
  if (enrolment.ends !== null && enrolment.ends < yearStarts && !told) return null;
  return { enrolment, remove: false, goesOn: enrolment.ends === null || enrolment.ends >= on };
}

function startsAfter({ starts }: EnrolmentBody, on: LocalDate): boolean {
  return starts !== null && starts > on;
}

function meantAmong(at: readonly EnrolmentBody[], on: LocalDate): EnrolmentBody | null {
  const byStart = at.toSorted((a, b) => ((a.starts ?? '') < (b.starts ?? '') ? 1 : -1));
  const holds = byStart.find((each) => !startsAfter(each, on) && (each.ends === null || each.ends >= on));
  if (holds && !holds.cancelled) return holds;
  const next = byStart.filter((each) => startsAfter(each, on) && !each.cancelled).at(-1);
  return next ?? holds ?? byStart[0] ?? null;
}
