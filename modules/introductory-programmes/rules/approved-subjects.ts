import { type Basis, because, fact, type Reason } from '../../../law/index.ts';
import { isApproved, subjectName, subjectNames, subjectOf } from './subjects.ts';

/** The fact of all grades from compulsory school: what is not in the list is no grade. */
export const gradesFact = fact.list(
  'Betyg från grundskolan',
  fact.group('Betyg', {
    subject: fact.text('Ämneskod, till exempel EN'),
    grade: fact
      .choice('Betyg', { A: 'A', B: 'B', C: 'C', D: 'D', E: 'E', F: 'F', '-': 'Inget underlag' })
      .nullish(),
  }),
);

/** The fact of subjects where the organiser found equivalent knowledge: 16 kap. 33 §. */
export const equivalentFact = fact.list(
  'Ämnen med likvärdiga kunskaper på annat sätt (tomt: inga)',
  fact.text('Ämneskod'),
);

/** A grade as it is given. Null: not known yet. */
export interface Grade {
  readonly subject: string;
  readonly grade?: string | null | undefined;
}

/** Approved subjects, each once: those that are certain, those that may be when the unknown turns out well, and what is unknown. */
export interface ApprovedSubjects {
  readonly certain: ReadonlySet<string>;
  readonly possible: ReadonlySet<string>;
  /** Subjects that count only because of equivalent knowledge. */
  readonly byEquivalence: readonly string[];
  readonly unsure: readonly UnsureSubject[];
}

/** A subject whose grade is not known, or a code that is not. */
export type UnsureSubject = Readonly<{ subject: string; isKnown: boolean }>;

/** Counts approved subjects. A grade in a subject with an unknown code may count and may not. */
export function approvedSubjects(
  grades: readonly Grade[],
  equivalent: readonly string[] = [],
): ApprovedSubjects {
  const graded = grades.map(({ subject, grade }) => ({
    subject: subjectOf(subject),
    approved: isApproved(grade),
  }));
  const known = new Set(equivalent.map(subjectOf));
  const all = [...graded, ...[...known].map((subject) => ({ subject, approved: true as const }))];
  const isKnown = (subject: string) => Object.hasOwn(subjectNames, subject);
  const certain = new Set(all.filter((each) => each.approved && isKnown(each.subject)).map(subjectIn));
  const possible = new Set(all.filter((each) => each.approved !== false).map(subjectIn));
  const byGrade = new Set(graded.filter((each) => each.approved).map(subjectIn));
  return {
    certain,
    possible,
    byEquivalence: [...known].filter((subject) => certain.has(subject) && !byGrade.has(subject)),
    unsure: [...possible]
      .filter((each) => !certain.has(each))
      .map((subject) => ({ subject, isKnown: isKnown(subject) })),
  };
}

/** What must be known about the grades before there is an answer. */
export function unsureReasons(unsure: readonly UnsureSubject[], basis: Basis): readonly Reason[] {
  return unsure.map(({ subject, isKnown }) => {
    const says = isKnown
      ? `Uppgift saknas: betyg i ${subjectName(subject)}.`
      : `Ämneskoden ${subject} är inte känd. Kontrollera koden.`;
    return { ...because(isKnown ? 'grade-missing' : 'subject-unknown', says, basis), fact: 'grades' };
  });
}

function subjectIn({ subject }: { readonly subject: string }): string {
  return subject;
}
