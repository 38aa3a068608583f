import {
  because,
  defineRule,
  fact,
  gymnasieforordningen,
  missing,
  notKnown,
  ok,
  type Reason,
  refused,
  seenIn,
  skollagen,
  textOf,
} from '../../../law/index.ts';
import { studyPathOf } from './study-path.ts';

const introductory = skollagen.read(
  '17 kap. 7 §',
  seenIn.sfs2018,
  'För varje elev ska det upprättas en individuell studieplan.',
);
const national = skollagen.unread(
  '16 kap. 25 §',
  'Funnen i en konsoliderad avskrift till och med 1 september 2025; ännu inte granskad.',
);
const everyStudent = gymnasieforordningen.unread(
  '1 kap. 7 §',
  'Känd ur andrahandskällor; texten är inte läst.',
);
const agency = textOf('agency-advice', 'Skolverket');
const howToPlan = agency.unread(
  'Göra individuell studieplan',
  'Återgiven ur faktaunderlaget; sidan är inte en lagtext.',
);

/** That a plan is due, and who answers for it. */
export interface StudyPlanMustExist {
  readonly required: true;
  readonly responsible: 'principal';
}

/** Whether the individual study plan that every student shall have is there: 17 kap. 7 §, 16 kap. 25 §, gymnasieförordningen 1 kap. 7 §. */
export const studyPlanMustExist = defineRule({
  id: 'study-plan/must-exist',
  title: 'Varje elev har en studieplan',
  sentence:
    'Varje elev i gymnasieskolan ska ha en individuell studieplan. Rektorn ansvarar för den, den görs tillsammans med eleven, och känsliga uppgifter hör inte hemma i den.',
  facts: {
    programme: fact.text('Program, till exempel IMS eller NA25'),
    planExists: fact.yesNo('Eleven har en individuell studieplan'),
    containsSensitive: fact.yesNo('Planen innehåller känsliga uppgifter (tomt: inget är känt om det)'),
  },
  versions: [
    {
      inForce: { from: '2019-07-01' },
      basis: [introductory, national, everyStudent],
      check: ({ programme, planExists, containsSensitive }) => {
        const path = programme ? studyPathOf(programme) : undefined;
        const unknown = [
          ...(path && path.kind !== 'adapted' ? [] : [programmeNotKnown(programme, path !== undefined)]),
          ...(planExists == null
            ? [notKnown('planExists', 'om eleven har en studieplan', everyStudent)]
            : []),
        ];
        if (!path || unknown.length) return missing<StudyPlanMustExist>(null, ...unknown);
        const law = path.kind === 'introductory' ? introductory : national;
        const value = { required: true, responsible: 'principal' } as const;
        const alsoTold = containsSensitive ? [principal, sensitive] : [principal];
        return planExists
          ? ok<StudyPlanMustExist>(
              value,
              because('plan-exists', 'Eleven har en studieplan.', law),
              ...alsoTold,
            )
          : refused<StudyPlanMustExist>(value, because('plan-missing', planMissing, law), ...alsoTold);
      },
    },
  ],
  example: { programme: 'IMS', planExists: true },
});

const planMissing = 'Eleven saknar en studieplan. Gör den tillsammans med eleven.';
const principal = because(
  'principal-answers',
  'Rektorn ansvarar för att studieplanen finns och att den ändras när det behövs.',
  everyStudent,
);
const sensitive = because(
  'sensitive-should-go',
  'Studieplanen läses av många. Ta bort de känsliga uppgifterna och spara dem där de hör hemma. Det är Skolverkets råd; ingen lag i boken säger det.',
  howToPlan,
);

function programmeNotKnown(code: string | null | undefined, isAdapted: boolean): Reason {
  if (!code) return notKnown('programme', 'program', everyStudent);
  const says = isAdapted
    ? 'Boken har ännu inte reglerna om studieplan i anpassade gymnasieskolan.'
    : `Programkoden ${code} är inte känd. Kontrollera koden.`;
  const reason = because(isAdapted ? 'adapted-not-in-book' : 'programme-unknown', says, everyStudent);
  return { ...reason, fact: 'programme' };
}
