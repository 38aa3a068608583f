import { missing, notKnown, ok, type Reason, refused, type Verdict } from '../../../law/index.ts';
import {
  alreadyEligible,
  exceptional,
  hasVocational,
  lacksVocational,
  languageInstead,
  newlyArrivedNeeds,
  noSwedishFocus,
  notNewlyArrived,
  special,
  swedishFocus,
  toLanguage,
  toVocationalOrIndividual,
} from './introductory-opening-reasons.ts';

/** Whether a type of introductory programme is open to somebody. */
export interface IntroductoryEligibility {
  readonly eligible: boolean;
  readonly type: string;
}

/** What is asked beside the grades. Reasons that nobody has given are none; null is not known. */
export interface Circumstances {
  readonly newlyArrived?: boolean | null | undefined;
  readonly needsSwedishFocus?: boolean | null | undefined;
  readonly toBeOfferedLanguageIntroduction?: boolean | null | undefined;
  readonly exceptionalReasons?: boolean | null | undefined;
  readonly specialReasons?: boolean | null | undefined;
}

type Opening = Verdict<IntroductoryEligibility>;

/** IMY and IMA, for one who has or lacks the grades of a vocational programme. */
export function openVocationalOrIndividual(type: string, has: boolean, facts: Circumstances): Opening {
  const offered = isOfferedLanguage(has, facts);
  const { exceptionalReasons } = facts;
  const no = [
    ...(offered === true ? [languageInstead] : []),
    ...(has && exceptionalReasons !== true && exceptionalReasons !== null ? [alreadyEligible] : []),
  ];
  if (no.length) return refused({ eligible: false, type }, ...no);
  const unknown = [
    ...(offered === undefined ? languageNotKnown(facts) : []),
    ...(has && exceptionalReasons === null
      ? [notKnown('exceptionalReasons', 'om det finns synnerliga skäl', toVocationalOrIndividual)]
      : []),
  ];
  if (unknown.length) return missing<IntroductoryEligibility>(null, ...unknown);
  return ok({ eligible: true, type }, has ? exceptional : lacksVocational);
}

/** IMS, for one who has or lacks the grades of a vocational programme. */
export function openLanguage(type: string, has: boolean, facts: Circumstances): Opening {
  const { newlyArrived, needsSwedishFocus, specialReasons } = facts;
  if (!has && newlyArrived && needsSwedishFocus) return ok({ eligible: true, type }, newlyArrivedNeeds);
  if (specialReasons) return ok({ eligible: true, type }, special);
  const no = [
    ...(has ? [hasVocational] : []),
    ...(newlyArrived === false ? [notNewlyArrived] : []),
    ...(needsSwedishFocus === false ? [noSwedishFocus] : []),
  ];
  const askReasons =
    specialReasons === null ? [notKnown('specialReasons', 'om det finns särskilda skäl', toLanguage)] : [];
  if (no.length && askReasons.length === 0) return refused({ eligible: false, type }, ...no);
  const askMain = no.length ? [] : mainNotKnown(facts);
  return missing<IntroductoryEligibility>(null, ...askMain, ...askReasons);
}

function mainNotKnown({ newlyArrived, needsSwedishFocus }: Circumstances): readonly Reason[] {
  return [
    ...(newlyArrived == null ? [notKnown('newlyArrived', 'om eleven är nyanländ', toLanguage)] : []),
    ...(needsSwedishFocus == null ? [notKnown('needsSwedishFocus', swedishFocus, toLanguage)] : []),
  ];
}

/** One who shall be offered language introduction: told, or newly arrived, without the grades and in need of Swedish. */
function isOfferedLanguage(has: boolean, facts: Circumstances): boolean | undefined {
  const { toBeOfferedLanguageIntroduction: told, newlyArrived, needsSwedishFocus } = facts;
  if (told != null) return told;
  if (has || newlyArrived === false || needsSwedishFocus === false) return false;
  if (newlyArrived && needsSwedishFocus) return true;
  return newlyArrived === undefined && needsSwedishFocus === undefined && told === undefined
    ? false
    : undefined;
}

function languageNotKnown(facts: Circumstances): readonly Reason[] {
  const asked = mainNotKnown(facts);
  return asked.length
    ? asked
    : [
        notKnown(
          'toBeOfferedLanguageIntroduction',
          'om eleven ska erbjudas språkintroduktion',
          toVocationalOrIndividual,
        ),
      ];
}
