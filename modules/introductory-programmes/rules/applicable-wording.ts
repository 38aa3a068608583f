import { because, type DecidedChange, type Reason, seenIn, skollagen, textOf } from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';

const transition = textOf('act', 'SFS 2018:749').read('övergångsbestämmelserna 2–4', seenIn.sfs2018);
const bill = skollagen.unread(
  '16 kap. 30 §',
  'Ändringen enligt prop. 2025/26:197, återgiven ur en andrahandskälla; texten är inte läst.',
);

/** The first day of education to which 17 kap. 10, 24 and 35 §§ apply as they read in the book. */
export const firstDay: LocalDate = '2019-07-01';
/** The last day of education for which eligibility is counted in approved subjects. */
export const lastDayOfSubjects: LocalDate = '2031-06-30';

/** That a point average takes the place of approved subjects. */
export const meritChange: DecidedChange = {
  from: '2031-07-01',
  says: 'Behörigheten ska räknas i meritvärde för utbildning som påbörjas efter den 30 juni 2031. Texten finns inte i boken.',
  basis: [bill],
};

/** Why the wording in the book does not apply to education that begins on the day; undefined when it does, or when no day is given. */
export function otherWording(
  begins: LocalDate | null | undefined,
  from: LocalDate | null,
): Reason | undefined {
  if (!begins) return undefined;
  if (from && begins < from) return olderWording('beginsOn');
  if (begins > lastDayOfSubjects)
    return { ...because('later-wording', meritChange.says, ...meritChange.basis), fact: 'beginsOn' };
  return undefined;
}

/** That education which began before July 2019 has a wording that is not in the book. */
export function olderWording(fact: string): Reason {
  const says =
    'För utbildning som påbörjades före den 1 juli 2019 gäller äldre lydelse, som inte finns i boken.';
  return { ...because('older-wording', says, transition), fact };
}
