import type { LocalDate } from '../../platform/local-date.ts';

/** The student's own words (`wish-to-talk`, `thinks-of-quitting`) and an adult's (`staff-concern`): signal S17. */
export const concernKinds = ['wish-to-talk', 'thinks-of-quitting', 'staff-concern'] as const;
/** One of `concernKinds`. */
export type ConcernKind = (typeof concernKinds)[number];

/** What it is about, in fixed words: no free text, nothing about health. */
export const concernAreas = [
  'attendance',
  'schoolwork',
  'results',
  'wellbeing',
  'relations',
  'other',
] as const;
/** One of `concernAreas`. */
export type ConcernArea = (typeof concernAreas)[number];

/** A concern that was raised. It is handled by a talk held on or after the day it was raised. */
export interface Concern {
  readonly concernId: number;
  readonly studentId: number;
  readonly kind: ConcernKind;
  readonly area: ConcernArea;
  readonly raisedBy: number;
  readonly raisedByName: string;
  readonly raisedOn: LocalDate;
  /** The adult the student chose to talk with. */
  readonly chosenAdult: { readonly personId: number; readonly name: string } | null;
  readonly handledOn: LocalDate | null;
}

/** What a form sends. */
export interface ConcernDraft {
  readonly requestKey: string;
  readonly kind: string;
  readonly area: string;
  readonly chosenAdult: number | null;
}

/** One thing to mend in a form. */
export interface ConcernProblem {
  readonly field: string;
  readonly says: string;
}

/** A draft that can be written down. */
export interface CheckedConcern {
  readonly requestKey: string;
  readonly kind: ConcernKind;
  readonly area: ConcernArea;
  readonly chosenAdult: number | null;
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Checks a draft; refuses with all reasons. A student's own wish needs no area: it becomes `other`. */
export function checkConcern(draft: ConcernDraft): CheckedConcern | readonly ConcernProblem[] {
  const area = draft.kind !== 'staff-concern' && draft.area === '' ? 'other' : draft.area;
  const problems: ConcernProblem[] = [];
  if (!uuid.test(draft.requestKey))
    problems.push({ field: 'requestKey', says: 'Formuläret är för gammalt. Ladda om sidan och skriv igen.' });
  if (!(concernKinds as readonly string[]).includes(draft.kind))
    problems.push({ field: 'kind', says: 'Välj vad det gäller.' });
  if (!(concernAreas as readonly string[]).includes(area))
    problems.push({ field: 'area', says: 'Välj ett område.' });
  if (problems.length > 0) return problems;
  return { ...draft, kind: draft.kind as ConcernKind, area: area as ConcernArea };
}
