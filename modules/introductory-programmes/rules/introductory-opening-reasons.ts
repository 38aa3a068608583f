import { because, seenIn, skollagen } from '../../../law/index.ts';

/** 17 kap. 11 § skollagen: vocational introduction and individual alternative. */
export const toVocationalOrIndividual = skollagen.read('17 kap. 11 §', seenIn.consolidated);
/** 17 kap. 12 § skollagen: language introduction. */
export const toLanguage = skollagen.read('17 kap. 12 §', seenIn.consolidated);

/** The words of a fact. */
export const swedishFocus = 'om eleven behöver en utbildning med tyngdpunkt i svenska';
/** Against IMY and IMA. */
export const languageInstead = because(
  'language-introduction-first',
  'Eleven ska erbjudas språkintroduktion, och då är programmet inte öppet.',
  toVocationalOrIndividual,
);
/** Against IMY and IMA. */
export const alreadyEligible = because(
  'already-eligible',
  'Eleven har betygen för ett yrkesprogram. Programmet är öppet bara om huvudmannen finner synnerliga skäl.',
  toVocationalOrIndividual,
);
/** For IMY and IMA. */
export const lacksVocational = because(
  'lacks-vocational-grades',
  'Eleven saknar betyg som krävs för ett yrkesprogram.',
  toVocationalOrIndividual,
);
/** For IMY and IMA. */
export const exceptional = because(
  'exceptional-reasons',
  'Eleven har betygen för ett yrkesprogram, och huvudmannen har funnit synnerliga skäl.',
  toVocationalOrIndividual,
);
/** For IMS. */
export const newlyArrivedNeeds = because(
  'newly-arrived',
  'Eleven är nyanländ, saknar betyg som krävs för ett yrkesprogram och behöver en utbildning med tyngdpunkt i svenska.',
  toLanguage,
);
/** For IMS. */
export const special = because('special-reasons', 'Det finns särskilda skäl.', toLanguage);
const unlessSpecial = 'Programmet är öppet bara om det finns särskilda skäl.';
/** Against IMS. */
export const hasVocational = because(
  'already-eligible',
  `Eleven har betygen för ett yrkesprogram. ${unlessSpecial}`,
  toLanguage,
);
/** Against IMS. */
export const notNewlyArrived = because(
  'not-newly-arrived',
  `Eleven är inte nyanländ. ${unlessSpecial}`,
  toLanguage,
);
/** Against IMS. */
export const noSwedishFocus = because(
  'no-swedish-focus',
  `Eleven behöver inte en utbildning med tyngdpunkt i svenska. ${unlessSpecial}`,
  toLanguage,
);
