import {
  because,
  defineRule,
  fact,
  missing,
  notKnown,
  ok,
  refused,
  seenIn,
  skollagen,
} from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { notIntroductory } from './introductory-only.ts';
import { judgeWay, type PlanToComplete } from './plan-to-complete.ts';
import { judgeStudyBreak } from './study-break.ts';

const toComplete = skollagen.read(
  '17 kap. 15 §',
  seenIn.sfs2018,
  'Rätten att fullfölja utbildningen gäller även efter ett studieuppehåll på högst ett år för studier utomlands.',
);

/** Whether the right is there, the plans it follows, and the last day of a break abroad. */
export interface RightToComplete extends Partial<PlanToComplete> {
  readonly right: boolean;
  readonly lastBreakDay?: LocalDate;
}

/** Where and by which plans a student has a right to complete an introductory programme that has begun: 17 kap. 15 §. */
export const rightToComplete = defineRule({
  id: 'study-plan/right-to-complete',
  title: 'Rätten att fullfölja ett introduktionsprogram',
  sentence:
    'Den som har påbörjat ett introduktionsprogram får fullfölja det enligt planerna som gällde, eller gå ett annat introduktionsprogram eller flytta till en ny hemkommun med en ny studieplan, också efter högst ett års studier utomlands.',
  facts: {
    programme: fact.text('Program (tomt: ett introduktionsprogram)'),
    educationBegunOn: fact.day('Utbildningen påbörjades'),
    where: fact.choice(
      'Var eleven vill fullfölja (tomt: hos den nya hemkommunen efter en flytt, annars kvar)',
      {
        'same-organiser': 'Hos samma huvudman',
        'new-home-municipality': 'Hos den nya hemkommunen',
        'independent-organiser': 'Hos en fristående skola efter en flytt',
      },
    ),
    path: fact.choice('Vilket program eleven vill gå', {
      'same-programme': 'Samma introduktionsprogram',
      'another-introductory': 'Ett annat introduktionsprogram',
    }),
    moved: fact.yesNo('Eleven har flyttat till en annan kommun'),
    agreedWithHomeMunicipality: fact.yesNo('Den fristående skolan och hemkommunen är överens'),
    studyBreak: fact.group('Studieuppehåll (tomt: inget)', {
      abroadForStudies: fact.yesNo('För studier utomlands').nullish(),
      from: fact.day('Första dagen').nullish(),
      through: fact.day('Sista dagen (tomt: pågår)').nullish(),
    }),
  },
  versions: [
    {
      inForce: { from: '2018-07-01' },
      basis: [toComplete],
      check: ({ programme, educationBegunOn, studyBreak, ...way }, { on }) => {
        const otherRule = notIntroductory(programme, toComplete);
        const judged = judgeWay(way, toComplete);
        const paused = judgeStudyBreak(studyBreak, on, toComplete);
        const notBegun = educationBegunOn && educationBegunOn > on;
        const against = [
          ...(notBegun
            ? [because('not-begun', 'Rätten finns när utbildningen har påbörjats.', toComplete)]
            : []),
          ...paused.against,
          ...judged.against,
        ];
        const unknown = [
          ...otherRule,
          ...(educationBegunOn
            ? []
            : [notKnown('educationBegunOn', 'dagen då utbildningen påbörjades', toComplete)]),
          ...paused.unknown,
          ...judged.unknown,
        ];
        if (against.length && otherRule.length === 0)
          return refused<RightToComplete>({ right: false }, ...against);
        if (unknown.length) return missing<RightToComplete>(null, ...unknown);
        const { lastBreakDay } = paused;
        const value = { right: true, ...judged.plan, ...(lastBreakDay ? { lastBreakDay } : {}) };
        return ok<RightToComplete>(value, ...judged.told);
      },
    },
  ],
  example: { programme: 'IMY', educationBegunOn: '2026-08-17', moved: false, path: 'another-introductory' },
});
