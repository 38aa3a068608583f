import { because, fact, notKnown, type Reason, seenIn, skollagen } from '../../../law/index.ts';
import type { LackingSubject } from './grade-demands.ts';

/** 16 kap. 32 § skollagen: who lacks English only. */
export const withoutEnglish = skollagen.read('16 kap. 32 §', seenIn.consolidated);

/** The fact of 16 kap. 32 §: an applicant who lacks English only. Not given: nobody has found that it applies. */
export const englishExceptionFact = fact.group('Undantag för den som bara saknar engelska (tomt: inget)', {
  specialPersonalReasons: fact
    .yesNo('Har av speciella personliga förhållanden inte kunnat delta i undervisningen i engelska')
    .nullish(),
  judgedAble: fact.yesNo('Bedöms klara studierna på programmet').nullish(),
});

/** The exception as it is given. */
export interface EnglishException {
  readonly specialPersonalReasons?: boolean | null | undefined;
  readonly judgedAble?: boolean | null | undefined;
}

/** Whether the exception is granted; undefined while one of its conditions is not known. */
export function isGranted(given: EnglishException | null | undefined): boolean | undefined {
  if (!given || given.specialPersonalReasons === false || given.judgedAble === false) return false;
  return given.specialPersonalReasons && given.judgedAble ? true : undefined;
}

/** The exception is for one who lacks nothing else. */
export function lacksEnglishOnly(lacking: readonly LackingSubject[]): boolean {
  return lacking.length === 1 && lacking[0]?.subject === 'EN';
}

/** Told when the exception makes somebody eligible. */
export const exceptionGranted = because(
  'english-exception',
  'Engelska saknas av speciella personliga förhållanden och eleven bedöms klara studierna på programmet.',
  withoutEnglish,
);

/** Told to one who lacks English only and has no exception. */
export const exceptionExists = because(
  'english-exception-exists',
  'Bara engelska fattas. Pröva om undantaget för speciella personliga förhållanden gäller.',
  withoutEnglish,
);

/** The conditions of the exception that are not known. */
export function exceptionNotKnown(given: EnglishException | null | undefined): readonly Reason[] {
  const ask = (label: string) => notKnown('englishException', label, withoutEnglish);
  return [
    ...(given?.specialPersonalReasons == null
      ? [ask('om engelska saknas av speciella personliga förhållanden')]
      : []),
    ...(given?.judgedAble == null ? [ask('om eleven bedöms klara studierna på programmet')] : []),
  ];
}
