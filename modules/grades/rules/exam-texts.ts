import { type Basis, gymnasieforordningen, seenIn, skollagen } from '../../../law/index.ts';

/** Gy11: courses. Gy25: subjects with levels, for education begun after 30 June 2025. */
export type Curriculum = 'GY11' | 'GY25';
/** Yrkesprogram or högskoleförberedande program. */
export type ProgrammeKind = 'vocational' | 'preparatory';

/** The paragraphs that the forecast stands on. */
export const texts = {
  exam: skollagen.read(
    '16 kap. 26 §',
    seenIn.consolidated,
    'För elever som har betyg från en utbildning som omfattar minst 2 500 gymnasiepoäng på ett nationellt program ska gymnasieexamen utfärdas, om villkoren i 27 eller 28 § är uppfyllda.',
  ),
  vocational: {
    GY25: skollagen.read(
      '16 kap. 27 §',
      seenIn.consolidated,
      'Yrkesexamen ska utfärdas om en elev som avses i 26 § har godkända betyg på en utbildning som omfattar minst 2 250 gymnasiepoäng och som innefattar minst 100 gymnasiepoäng i vart och ett av ämnena 1. svenska eller svenska som andraspråk, 2. engelska, och 3. matematik.',
    ),
    GY11: skollagen.unread('16 kap. 27 §', 'Lydelsen för utbildning påbörjad före 1 juli 2025 är inte läst.'),
  },
  preparatory: {
    GY25: skollagen.read(
      '16 kap. 28 §',
      seenIn.consolidated,
      'Högskoleförberedande examen ska utfärdas om en elev som avses i 26 § har godkända betyg på utbildning som omfattar minst 2 250 gymnasiepoäng och som innefattar minst 1. 300 gymnasiepoäng i ämnena svenska eller svenska som andraspråk, 2. 200 gymnasiepoäng i ämnet engelska, och 3. 100 gymnasiepoäng i ämnet matematik.',
    ),
    GY11: skollagen.unread('16 kap. 28 §', 'Lydelsen för utbildning påbörjad före 1 juli 2025 är inte läst.'),
  },
  higherLevel: skollagen.read(
    '15 kap. 22 §',
    seenIn.consolidated,
    'När ett godkänt betyg sätts på en högre nivå i ett ämne med flera nivåer ska betyget anses omfatta lägre nivåer i ämnet och ersätta betyg som har satts på sådana nivåer.',
  ),
  trial: skollagen.read(
    '15 kap. 28 §',
    seenIn.consolidated,
    'Den som vill ha betyg från gymnasieskolan har rätt att genomgå prövning.',
  ),
  vocationalCourses: gymnasieforordningen.unread(
    '8 kap. 5 och 6 §§',
    'Kursernas namn och de 400 poängen är kända ur flera skolors sidor som hänvisar hit; texten är inte läst.',
  ),
  preparatoryCourses: gymnasieforordningen.unread(
    '8 kap. 7 §',
    'Kursernas namn är kända ur flera skolors sidor som hänvisar hit; texten är inte läst.',
  ),
  levels: gymnasieforordningen.unread(
    '8 kap.',
    'Vilka nivåer och ämnen som ska ingå för varje program är inte läst.',
  ),
} as const;

/** Swedish and English for the deaf are counted as the subject; where the law says so was not read. */
export const forTheDeaf = gymnasieforordningen.unread(
  '10 kap.',
  'Att ämnet läses i stället för svenska eller engelska är inte läst.',
);

/** The paragraphs of the exam itself for this curriculum and kind, the main one first. */
export function basisOf(curriculum: Curriculum, kind: ProgrammeKind): readonly Basis[] {
  const regulation = kind === 'vocational' ? texts.vocationalCourses : texts.preparatoryCourses;
  return [texts[kind][curriculum], texts.exam, curriculum === 'GY11' ? regulation : texts.levels];
}

/** Absence without basis: no grade is set. */
export const noBasis = skollagen.read(
  '15 kap. 27 §',
  seenIn.consolidated,
  'Om det saknas underlag för bedömning av en elevs kunskaper på grund av elevens frånvaro, ska betyg inte sättas.',
);
