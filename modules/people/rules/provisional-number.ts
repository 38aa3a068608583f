import type { CivicNumber } from './civic-number.ts';

/** TF numbers and samordningsnummer (60 added to the day) are given until a personnummer is. */
export function isProvisional(civicNumber: CivicNumber): boolean {
  return isTemporary(civicNumber) || Number(civicNumber.slice(6, 8)) > 60;
}

/** The schools' own TF number, which says when somebody was born and nothing else for certain. */
export function isTemporary(civicNumber: CivicNumber): boolean {
  return civicNumber.includes('TF');
}
