import {
  because,
  missing,
  ok,
  type Reason,
  refused,
  seenIn,
  skollagen,
  type Verdict,
} from '../../../law/index.ts';
import { type ApprovedSubjects, approvedSubjects, type Grade, unsureReasons } from './approved-subjects.ts';
import type { IntroductoryEligibility } from './introductory-opening.ts';

/** 17 kap. 10 § skollagen: the programme-oriented option. */
export const toProgrammeOption = skollagen.read(
  '17 kap. 10 §',
  seenIn.sfs2018,
  'Programinriktat val står öppet för ungdomar som inte har alla de godkända betyg som krävs för behörighet till ett visst nationellt program enligt 16 kap. 30 eller 31 §, men från grundskolan har godkända betyg i svenska eller svenska som andraspråk och i engelska eller matematik samt i minst fyra andra ämnen, eller i engelska och matematik samt i minst tre andra ämnen.',
);
const fromCompulsorySchool = skollagen.unread(
  '16 kap. 33 §',
  'Om paragrafen räknas också mot 17 kap. 10 §, som talar om betyg från grundskolan, är en tolkningsfråga.',
);

/** Whether the approved subjects are those of 17 kap. 10 §: Swedish, with English or mathematics and four others, or with both and three others. */
export function hasOptionGrades(approved: ReadonlySet<string>): boolean {
  const ofBoth = ['EN', 'MA'].filter((subject) => approved.has(subject)).length;
  const others = [...approved].filter((subject) => !['SV', 'EN', 'MA'].includes(subject)).length;
  return approved.has('SV') && ofBoth > 0 && others >= (ofBoth === 2 ? 3 : 4);
}

/** What the programme-oriented option is asked about: the grades, with equivalent knowledge apart, and the target programme. */
export interface OptionQuestion {
  readonly grades: readonly Grade[] | null | undefined;
  readonly approved: ApprovedSubjects | undefined;
  /** Whether the grades of the target programme are there; undefined when not known. */
  readonly hasTarget: boolean | undefined;
  /** What must be known about the target and the list of grades. */
  readonly notKnown: readonly Reason[];
  /** What the demands of the target rest on, beside 16 kap. 30 and 31 §§. */
  readonly told: readonly Reason[];
}

/** IMV: open to one who lacks a grade for the target programme and has the grades of 17 kap. 10 §. */
export function openProgrammeOption(
  type: string,
  { grades, approved, hasTarget, notKnown, told }: OptionQuestion,
): Verdict<IntroductoryEligibility> {
  const byGrade = grades ? approvedSubjects(grades) : undefined;
  const hasOption = byGrade && hasOptionGrades(byGrade.certain);
  const never = approved && !hasOptionGrades(approved.possible);
  const no = [
    ...(never && approved ? optionLacking(approved.possible) : []),
    ...(hasTarget ? [alreadyEligible, ...told] : []),
  ];
  if (no.length) return refused({ eligible: false, type }, ...no);
  if (hasOption && hasTarget === false) return ok({ eligible: true, type }, optionOpen, ...told);
  const unclear = approved && !hasOption && approved.byEquivalence.length > 0;
  return missing<IntroductoryEligibility>(
    null,
    ...notKnown,
    ...(approved ? unsureReasons(approved.unsure, toProgrammeOption) : []),
    ...(unclear ? [{ ...equivalenceUnclear, fact: 'equivalentKnowledge' }] : []),
  );
}

function optionLacking(approved: ReadonlySet<string>): readonly Reason[] {
  const no = (code: string, says: string) => because(code, says, toProgrammeOption);
  const some = approved.has('EN') || approved.has('MA');
  const both = approved.has('EN') && approved.has('MA');
  const others = [...approved].filter((subject) => !['SV', 'EN', 'MA'].includes(subject)).length;
  const count = (both ? 3 : 4) - others;
  return [
    ...(approved.has('SV')
      ? []
      : [no('swedish-missing', 'Det fattas godkänt betyg i svenska eller svenska som andraspråk.')]),
    ...(some
      ? []
      : [no('english-or-mathematics-missing', 'Det fattas godkänt betyg i engelska eller matematik.')]),
    ...(count > 0
      ? [no('others-missing', `Det fattas godkänt betyg i ${count} ${count === 1 ? 'ämne' : 'ämnen'} till.`)]
      : []),
  ];
}

const optionOpen = because(
  'option-open',
  'Eleven saknar betyg för programmet men har de betyg som programinriktat val kräver.',
  toProgrammeOption,
);
const alreadyEligible = because(
  'already-eligible',
  'Eleven har redan betygen för programmet och kan söka det.',
  toProgrammeOption,
);
const equivalenceUnclear = because(
  'equivalent-knowledge-unclear',
  'Lagen kräver betyg från grundskolan för programinriktat val. Huvudmannen behöver avgöra om likvärdiga kunskaper räknas här.',
  toProgrammeOption,
  fromCompulsorySchool,
);
