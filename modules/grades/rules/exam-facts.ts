import { because, type FactsOf, fact, notKnown, type Reason, skollagen } from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { type Curriculum, type ProgrammeKind, texts } from './exam-texts.ts';

/** The facts of the forecast. */
export const examFacts = {
  curriculum: fact.choice('Läroplan', { GY11: 'Gy11, kurser', GY25: 'Gy25, ämnen och nivåer' }),
  kind: fact.choice('Programmets slag', {
    vocational: 'Yrkesprogram',
    preparatory: 'Högskoleförberedande program',
  }),
  planPoints: fact.number('Studieplanens poäng'),
  results: fact
    .list(
      'Kurser eller nivåer med betyg',
      fact.group('Kurs eller nivå', {
        code: fact.text('Kurskod eller nivåkod'),
        points: fact.number('Poäng').nullish(),
        grade: fact.text('Betyg, tomt medan det pågår').or(fact.number('Betyg')).nullish(),
        group: fact.text('Del av programmet').nullish(),
        subject: fact.text('Ämneskod').nullish(),
        level: fact.number('Nivå').max(15, 'får vara högst 15').nullish(),
      }),
    )
    .max(120, 'får ha högst 120 rader'),
  programme: fact.text('Studievägskod, till exempel BA25'),
  educationBegunOn: fact.day('Utbildningen påbörjades'),
};
type ExamFacts = FactsOf<typeof examFacts>;

const gy25From: LocalDate = '2025-07-01';
const newExamFrom: LocalDate = '2028-07-01';
const transition = skollagen.unread(
  '16 kap. 26 §',
  'Att Gy11 gäller till och med 30 juni 2030 är känt ur en sammanställning; övergångsbestämmelsen är inte läst.',
);

/** The exam of those who begin in the autumn of 2028, as far as it is known. */
export const newExam = skollagen.unread(
  '16 kap. 26 §',
  'Beslutad ändring för dem som börjar hösten 2028, känd ur en sammanställning; texten är inte läst.',
);

/** Curriculum and kind: as given, else by the day the education began and by the programme; null when neither tells. */
export function whoIsAsked({ curriculum, kind, programme, educationBegunOn }: ExamFacts): {
  curriculum: Curriculum | null;
  kind: ProgrammeKind | null;
} {
  const begun = educationBegunOn ? (educationBegunOn < gy25From ? 'GY11' : 'GY25') : null;
  return { curriculum: curriculum ?? begun, kind: kind ?? kindOf(programme?.trim().toUpperCase() ?? '') };
}

/** Study path codes begin with the two letters of their programme. */
function kindOf(programme: string): ProgrammeKind | null {
  if (/^(BF|BA|EE|FT|FR|FS|HT|IN|NB|RL|VF|VO|HA|HV)/.test(programme)) return 'vocational';
  return /^(EK|ES|HU|NA|SA|TE)/.test(programme) ? 'preparatory' : null;
}

/** Whether the programme is an introductory one, which leads to no exam. */
export function isIntroductoryProgramme({ programme }: ExamFacts): boolean {
  return /^IM/.test(programme?.trim().toUpperCase() ?? '');
}

const paragraphs = [texts.vocational.GY25, texts.preparatory.GY25, texts.exam];

/** What must be known before the forecast can be made, and what the book does not hold. */
export function unknownsOf(facts: ExamFacts, inForce: readonly Curriculum[]): readonly Reason[] {
  const { curriculum, kind } = whoIsAsked(facts);
  const reasons: Reason[] = [];
  if (!curriculum) reasons.push(notKnown('curriculum', 'läroplan, Gy11 eller Gy25', ...paragraphs));
  if (!kind) reasons.push(notKnown('kind', 'yrkesprogram eller högskoleförberedande program', ...paragraphs));
  if (!facts.results) reasons.push(notKnown('results', 'kurser eller nivåer med betyg', ...paragraphs));
  if (facts.educationBegunOn && facts.educationBegunOn >= newExamFrom) reasons.push(examOf2028);
  if (curriculum && !inForce.includes(curriculum)) reasons.push(outOfForce[curriculum]);
  return reasons;
}

const examOf2028 = because(
  'exam-of-2028-not-in-book',
  'För den som börjar från hösten 2028 är en ny betygsskala och en ny examen beslutade. De står inte i boken än.',
  newExam,
);
const outOfForce = {
  GY11: because(
    'gy11-has-ended',
    'Gy11 gäller till och med 30 juni 2030. Vad som gäller därefter för den som inte är klar står inte i boken.',
    transition,
  ),
  GY25: because(
    'gy25-not-begun',
    'Gy25 gäller utbildning som påbörjas från 1 juli 2025.',
    texts.vocational.GY25,
    texts.preparatory.GY25,
  ),
};
