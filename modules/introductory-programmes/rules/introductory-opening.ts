import {
  because,
  missing,
  notKnown,
  ok,
  type Reason,
  refused,
  seenIn,
  skollagen,
  type Verdict,
} from '../../../law/index.ts';

/** 17 kap. 11 § skollagen: vocational introduction and individual alternative. */
export const toVocationalOrIndividual = skollagen.read('17 kap. 11 §', seenIn.consolidated);
/** 17 kap. 12 § skollagen: language introduction. */
export const toLanguage = skollagen.read('17 kap. 12 §', seenIn.consolidated);

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

const swedishFocus = 'om eleven behöver en utbildning med tyngdpunkt i svenska';
const languageInstead = because(
  'language-introduction-first',
  'Eleven ska erbjudas språkintroduktion, och då är programmet inte öppet.',
  toVocationalOrIndividual,
);
const alreadyEligible = because(
  'already-eligible',
  'Eleven har betygen för ett yrkesprogram. Programmet är öppet bara om huvudmannen finner synnerliga skäl.',
  toVocationalOrIndividual,
);
const lacksVocational = because(
  'lacks-vocational-grades',
  'Eleven saknar betyg som krävs för ett yrkesprogram.',
  toVocationalOrIndividual,
);
const exceptional = because(
  'exceptional-reasons',
  'Eleven har betygen för ett yrkesprogram, och huvudmannen har funnit synnerliga skäl.',
  toVocationalOrIndividual,
);
const newlyArrivedNeeds = because(
  'newly-arrived',
  'Eleven är nyanländ, saknar betyg som krävs för ett yrkesprogram och behöver en utbildning med tyngdpunkt i svenska.',
  toLanguage,
);
const special = because('special-reasons', 'Det finns särskilda skäl.', toLanguage);
const unlessSpecial = 'Programmet är öppet bara om det finns särskilda skäl.';
const hasVocational = because(
  'already-eligible',
  `Eleven har betygen för ett yrkesprogram. ${unlessSpecial}`,
  toLanguage,
);
const notNewlyArrived = because('not-newly-arrived', `Eleven är inte nyanländ. ${unlessSpecial}`, toLanguage);
const noSwedishFocus = because(
  'no-swedish-focus',
  `Eleven behöver inte en utbildning med tyngdpunkt i svenska. ${unlessSpecial}`,
  toLanguage,
);
