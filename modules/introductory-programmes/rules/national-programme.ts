import {
  because,
  defineRule,
  fact,
  missing,
  notKnown,
  ok,
  type Reason,
  refused,
  seenIn,
  skollagen,
} from '../../../law/index.ts';
import { studyPathOf } from '../../study-plan/rules/index.ts';
import { lastDayOfSubjects, meritChange, otherWording } from './applicable-wording.ts';
import { approvedSubjects, equivalentFact, gradesFact, unsureReasons } from './approved-subjects.ts';
import {
  englishExceptionFact,
  exceptionExists,
  exceptionGranted,
  exceptionNotKnown,
  isGranted,
  lacksEnglishOnly,
  withoutEnglish,
} from './english-exception.ts';
import {
  demandOf,
  type LackingSubject,
  lackingFor,
  lackingReasons,
  preparatoryDemand,
  subjectDemandTold,
  vocationalDemand,
} from './grade-demands.ts';
import { programmeNotKnown } from './programme-not-known.ts';
import { subjectName } from './subjects.ts';

const equivalence = skollagen.read(
  '16 kap. 33 §',
  seenIn.sfs2018,
  'En sökande som på annat sätt än genom grundskolestudier har förvärvat likvärdiga kunskaper i ett ämne ska vid tillämpningen av behörighetsreglerna anses ha godkänt betyg i ämnet.',
);

const offered = skollagen.read('17 kap. 16 §', seenIn.sfs2018);

/** Whether the grades suffice, and what lacks. Subjects count once, Swedish and Swedish as a second language as one. */
export interface NationalEligibility {
  readonly eligible: boolean;
  readonly kind: 'vocational' | 'preparatory';
  readonly approvedSubjects: number;
  readonly missing: readonly LackingSubject[];
}

/** Whether somebody's grades from compulsory school suffice for a national programme: 16 kap. 30–34 §§. Age is `admission/age`. */
export const nationalProgrammeEligibility = defineRule({
  id: 'eligibility/national-programme',
  title: 'Behörig till nationellt program',
  sentence:
    'Till ett yrkesprogram krävs godkända betyg i svenska eller svenska som andraspråk, engelska, matematik och fem andra ämnen, till ett högskoleförberedande program nio andra.',
  facts: {
    programme: fact.text('Program eller inriktning, till exempel BA25'),
    grades: gradesFact,
    equivalentKnowledge: equivalentFact,
    englishException: englishExceptionFact,
    beginsOn: fact.day('Utbildningen börjar (tomt: före juli 2031)'),
  },
  versions: [
    {
      inForce: { from: '2018-07-01', through: lastDayOfSubjects },
      basis: [vocationalDemand, preparatoryDemand, withoutEnglish, equivalence],
      check: ({ programme, grades, equivalentKnowledge, englishException, beginsOn }) => {
        const path = programme ? studyPathOf(programme) : undefined;
        const demand = path && demandOf(path);
        const other = otherWording(beginsOn, null);
        const unknown = [
          ...(demand ? [] : [programmeNotKnown(programme, path?.kind)]),
          ...(grades ? [] : [notKnown('grades', 'betyg från grundskolan', vocationalDemand)]),
          ...(other ? [other] : []),
        ];
        if (!demand || !grades || unknown.length) return missing<NationalEligibility>(null, ...unknown);
        const approved = approvedSubjects(grades, equivalentKnowledge ?? []);
        const lacking = lackingFor(demand, approved.certain);
        const lackingAtBest = lackingFor(demand, approved.possible);
        const granted = isGranted(englishException);
        const byException = lacking.length > 0 && granted === true && lacksEnglishOnly(lacking);
        const value = { kind: demand.kind, approvedSubjects: approved.certain.size, missing: lacking };
        if (lacking.length === 0 || byException)
          return ok<NationalEligibility>(
            { eligible: true, ...value },
            because('grades-suffice', 'Betygen räcker för programmet.', demand.basis),
            ...subjectDemandTold(demand),
            ...approved.byEquivalence.map(equivalentTold),
            ...(byException ? [exceptionGranted] : []),
          );
        const onlyEnglish = lacksEnglishOnly(lackingAtBest);
        if (lackingAtBest.length > 0 && (granted === false || !onlyEnglish))
          return refused<NationalEligibility>(
            { eligible: false, ...value, missing: lackingAtBest },
            ...lackingReasons(lackingAtBest, demand),
            ...unsureReasons(approved.unsure, demand.basis),
            ...subjectDemandTold(demand),
            ...(onlyEnglish ? [exceptionExists] : []),
            introductoryInstead,
          );
        return missing<NationalEligibility>(
          null,
          ...unsureReasons(approved.unsure, demand.basis),
          ...(granted === undefined ? exceptionNotKnown(englishException) : []),
        );
      },
    },
  ],
  changes: [meritChange],
  example: {
    programme: 'BA25',
    grades: ['SV', 'EN', 'MA', 'BL', 'HKK', 'IDH', 'MU', 'SL'].map((subject) => ({
      subject,
      grade: 'E' as const,
    })),
  },
});

const introductoryInstead = because(
  'introductory-programme',
  'Komplettera det som fattas, eller pröva om ett introduktionsprogram är öppet. Hemkommunen ansvarar för att erbjuda det.',
  offered,
);

function equivalentTold(subject: string): Reason {
  const says = `Likvärdiga kunskaper i ${subjectName(subject)} räknas som godkänt betyg.`;
  return because('equivalent-knowledge', says, equivalence);
}
