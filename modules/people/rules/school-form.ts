import { type Basis, fact } from '../../../law/index.ts';

/** The two school forms that chapter 15 and chapter 18 tell the same of. Not told: upper secondary school. */
export const schoolForm = fact.choice('Skolform', {
  'upper-secondary': 'Gymnasieskolan',
  'adapted-upper-secondary': 'Anpassade gymnasieskolan',
});

/** The same rule in chapter 15 and in chapter 18. */
export interface Twin {
  readonly upper: Basis;
  readonly adapted: Basis;
}

/** The paragraph of the student's own school form. */
export function paragraphOf(form: string | null | undefined, { upper, adapted }: Twin): Basis {
  return form === 'adapted-upper-secondary' ? adapted : upper;
}
