import { addMonths, type Basis, because, notKnown, type Reason } from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';

/** A break in the studies. `through` is its last day; absent while it goes on. */
export interface StudyBreak {
  readonly abroadForStudies?: boolean | null | undefined;
  readonly from?: LocalDate | null | undefined;
  readonly through?: LocalDate | null | undefined;
}

/** What a break does to the right to complete: what ends it, what is not known, and its last possible day. */
export interface JudgedBreak {
  readonly against: readonly Reason[];
  readonly unknown: readonly Reason[];
  readonly lastBreakDay?: LocalDate;
}

/** Judges a break on a day by 17 kap. 15 § fjärde stycket: studies abroad, at most one year. None is no obstacle. */
export function judgeStudyBreak(
  taken: StudyBreak | null | undefined,
  on: LocalDate,
  law: Basis,
): JudgedBreak {
  if (!taken) return { against: [], unknown: [] };
  const { abroadForStudies, from, through } = taken;
  const lastBreakDay = from ? addDays(addMonths(from, 12), -1) : undefined;
  const tooLong = lastBreakDay !== undefined && (through ?? on) > lastBreakDay;
  const knownShort = lastBreakDay !== undefined && !tooLong;
  const against = [
    ...(abroadForStudies === false ? [because('break-not-abroad', notAbroad, law)] : []),
    ...(tooLong ? [because('break-too-long', `${longerThanAYear} Det var ${lastBreakDay}.`, law)] : []),
  ];
  const unknown = [
    ...(abroadForStudies == null
      ? [inBreak(notKnown('studyBreak', 'om uppehållet är för studier utomlands', law))]
      : []),
    ...(knownShort || tooLong ? [] : [inBreak(notKnown('studyBreak', 'dagen då uppehållet började', law))]),
  ];
  return { against, unknown, ...(lastBreakDay ? { lastBreakDay } : {}) };
}

const notAbroad =
  'Lagen ger rätt att komma tillbaka efter studier utomlands, inte efter ett annat uppehåll. Huvudmannen kan ändå ta emot eleven.';
const longerThanAYear =
  'Uppehållet är längre än ett år, och lagens rätt gäller till och med årets sista dag. Huvudmannen kan ändå ta emot eleven.';

function inBreak(reason: Reason): Reason {
  return { ...reason, code: 'break-not-known' };
}
