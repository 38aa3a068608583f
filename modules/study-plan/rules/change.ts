import { because, defineRule, fact, missing, notKnown, ok, seenIn, skollagen } from '../../../law/index.ts';
import { notIntroductory } from './introductory-only.ts';

const consent = skollagen.read(
  '17 kap. 15 §',
  seenIn.sfs2018,
  'Om en elev har medgett att den individuella studieplanen ändras, har eleven rätt att fullfölja utbildningen enligt den ändrade planen.',
);

/** Which plan the right to complete the education follows after a change. */
export interface StudyPlanChange {
  readonly rightFollows: 'changed-plan' | 'original-plan';
}

/** Which individual study plan a student in an introductory programme has a right to complete, once it was changed: 17 kap. 15 §. */
export const studyPlanChange = defineRule({
  id: 'study-plan/change',
  title: 'Ändrad studieplan',
  sentence:
    'Har eleven på ett introduktionsprogram medgett att studieplanen ändras gäller rätten att fullfölja utbildningen den ändrade planen, annars den ursprungliga.',
  facts: {
    studentConsented: fact.yesNo('Eleven har medgett ändringen'),
    programme: fact.text('Program (tomt: ett introduktionsprogram)'),
  },
  versions: [
    {
      inForce: { from: '2018-07-01' },
      basis: [consent],
      check: ({ studentConsented, programme }) => {
        const unknown = [
          ...notIntroductory(programme, consent),
          ...(studentConsented == null ? [askTheStudent] : []),
        ];
        if (unknown.length) return missing<StudyPlanChange>(null, ...unknown);
        return studentConsented
          ? ok<StudyPlanChange>({ rightFollows: 'changed-plan' }, consented)
          : ok<StudyPlanChange>({ rightFollows: 'original-plan' }, notConsented);
      },
    },
  ],
  example: { studentConsented: true },
});

const askTheStudent = notKnown(
  'studentConsented',
  'om eleven har medgett ändringen. Fråga eleven och skriv ner svaret',
  consent,
);
const consented = because(
  'consented',
  'Eleven har medgett ändringen: rätten att fullfölja utbildningen gäller den ändrade planen. Skriv ner när medgivandet gavs och till vilken ändring.',
  consent,
);
const notConsented = because(
  'not-consented',
  'Eleven har inte medgett ändringen: rätten att fullfölja utbildningen gäller den ursprungliga planen.',
  consent,
);
