import {
  because,
  defineRule,
  fact,
  missing,
  notKnown,
  type Reason,
  seenIn,
  skollagen,
  type Verdict,
} from '../../../law/index.ts';
import { studyPathOf } from '../../study-plan/rules/index.ts';
import { firstDay, lastDayOfSubjects, meritChange, otherWording } from './applicable-wording.ts';
import {
  type ApprovedSubjects,
  approvedSubjects,
  equivalentFact,
  gradesFact,
  unsureReasons,
} from './approved-subjects.ts';
import { anyVocational, demandOf, type GradeDemand, lackingFor, subjectDemandTold } from './grade-demands.ts';
import {
  type Circumstances,
  type IntroductoryEligibility,
  openLanguage,
  openVocationalOrIndividual,
} from './introductory-opening.ts';
import { toLanguage, toVocationalOrIndividual } from './introductory-opening-reasons.ts';
import { programmeNotKnown } from './programme-not-known.ts';
import { openProgrammeOption, toProgrammeOption } from './programme-option.ts';

const common = skollagen.read('17 kap. 8 §', seenIn.sfs2018);

/** Whether a type of introductory programme is open to somebody: 17 kap. 10–12 §§. Age is `admission/age`. */
export const introductoryProgrammeEligibility = defineRule({
  id: 'eligibility/introductory-programme',
  title: 'Behörig till introduktionsprogram',
  sentence:
    'Programinriktat val kräver vissa betyg men inte alla. Yrkesintroduktion och individuellt alternativ är för den som saknar betygen till ett yrkesprogram, för andra bara vid synnerliga skäl. Språkintroduktion är för nyanlända som saknar dem och behöver svenska, för andra vid särskilda skäl.',
  facts: {
    type: fact.text('Introduktionsprogram: IMV, IMY, IMA eller IMS'),
    targetProgramme: fact.text('Nationellt program som programinriktat val siktar mot'),
    grades: gradesFact,
    equivalentKnowledge: equivalentFact,
    newlyArrived: fact.yesNo('Eleven är nyanländ'),
    needsSwedishFocus: fact.yesNo('Eleven behöver en utbildning med tyngdpunkt i svenska'),
    toBeOfferedLanguageIntroduction: fact.yesNo(
      'Eleven ska erbjudas språkintroduktion (tomt: läses av de två frågorna före)',
    ),
    exceptionalReasons: fact.yesNo('Huvudmannen har funnit synnerliga skäl (tomt: nej)'),
    specialReasons: fact.yesNo('Det finns särskilda skäl för språkintroduktion (tomt: nej)'),
    beginsOn: fact.day('Utbildningen börjar (tomt: mellan juli 2019 och juni 2031)'),
  },
  versions: [
    {
      inForce: { from: firstDay, through: lastDayOfSubjects },
      basis: [toProgrammeOption, toVocationalOrIndividual, toLanguage, common],
      check: ({ type: code, targetProgramme, grades, equivalentKnowledge, beginsOn, ...circumstances }) => {
        const type = code ? introductoryType(code) : undefined;
        const other = otherWording(beginsOn, firstDay);
        if (!type || other) {
          const told = [...(type ? [] : [typeNotKnown(code)]), ...(other ? [other] : [])];
          return missing<IntroductoryEligibility>(null, ...told);
        }
        const approved = grades ? approvedSubjects(grades, equivalentKnowledge ?? []) : undefined;
        const noGrades = grades
          ? []
          : [notKnown('grades', 'betyg från grundskolan', toVocationalOrIndividual)];
        if (type !== 'IMV') return inEitherCase(type, approved, noGrades, circumstances);
        const path = targetProgramme ? studyPathOf(targetProgramme) : undefined;
        const demand = path && demandOf(path);
        const noTarget = demand ? [] : [programmeNotKnown(targetProgramme, path?.kind, 'targetProgramme')];
        const hasTarget = demand && approved ? hasGrades(approved, demand) : undefined;
        return openProgrammeOption(type, {
          grades,
          approved,
          hasTarget,
          notKnown: [...noTarget, ...noGrades],
          told: demand ? subjectDemandTold(demand) : [],
        });
      },
    },
  ],
  changes: [meritChange],
  example: {
    type: 'IMV',
    targetProgramme: 'BA25',
    grades: ['SV', 'EN', 'BL', 'HKK', 'IDH', 'MU'].map((subject) => ({ subject, grade: 'E' as const })),
  },
});

/** The grades decide only when the answer is another with them than without them. */
function inEitherCase(
  type: string,
  approved: ApprovedSubjects | undefined,
  noGrades: readonly Reason[],
  circumstances: Circumstances,
): Verdict<IntroductoryEligibility> {
  const open = type === 'IMS' ? openLanguage : openVocationalOrIndividual;
  const has = approved ? hasGrades(approved, anyVocational) : undefined;
  if (has !== undefined) return open(type, has, circumstances);
  const [without, withThem] = [open(type, false, circumstances), open(type, true, circumstances)];
  if (without.verdict === withThem.verdict && without.verdict !== 'missing') return without;
  const asked = [without, withThem].flatMap(({ verdict, reasons }) => (verdict === 'missing' ? reasons : []));
  const once = new Map(asked.map((reason) => [reason.fact, reason]));
  const unsure = approved ? unsureReasons(approved.unsure, toVocationalOrIndividual) : [];
  return missing<IntroductoryEligibility>(null, ...noGrades, ...unsure, ...once.values());
}

function hasGrades(approved: ApprovedSubjects, demand: GradeDemand): boolean | undefined {
  if (lackingFor(demand, approved.certain).length === 0) return true;
  return lackingFor(demand, approved.possible).length > 0 ? false : undefined;
}

/** The type of a code with or without suffix; undefined for one that is unknown or has ended. */
function introductoryType(code: string): string | undefined {
  const path = studyPathOf(code);
  return path && ['IMV', 'IMY', 'IMA', 'IMS'].includes(path.programme) ? path.programme : undefined;
}

function typeNotKnown(code: string | null | undefined): Reason {
  if (!code) return notKnown('type', 'introduktionsprogram', common);
  const says = `${code} är inget av introduktionsprogrammen IMV, IMY, IMA och IMS. Kontrollera koden.`;
  return { ...because('type-unknown', says, common), fact: 'type' };
}
