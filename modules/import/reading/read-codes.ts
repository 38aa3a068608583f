import { municipalityName } from '../../organisation/index.ts';
import type { Protection } from '../../people/index.ts';
import { plainHeading } from './plain-heading.ts';
import { readNumber } from './read-cells.ts';

/** A value, and whether its code was known. Unknown codes are said, never a reason to refuse the row. */
export interface ReadCode<T> {
  readonly value: T;
  readonly known: boolean;
}

const protectionWords: Readonly<Record<string, Protection>> = {
  '': 'none',
  ingen: 'none',
  nej: 'none',
  n: 'none',
  '0': 'none',
  sekretessmarkering: 'confidential',
  sekretess: 'confidential',
  ja: 'confidential',
  j: 'confidential',
  x: 'confidential',
  '1': 'confidential',
  skyddadfolkbokforing: 'protected-registration',
};

/** A protection marking. A word that is not known counts as one: better a mask too many. */
export function readProtection(text: string): ReadCode<Protection> {
  const value = protectionWords[plainHeading(text)];
  return { value: value ?? 'confidential', known: value !== undefined };
}

/** A four-digit municipality code; Excel may have taken its leading zero, and there is no other reading of three digits. */
export function readMunicipality(text: string): ReadCode<string | null> {
  if (text === '') return { value: null, known: true };
  const code = /^\d{3}$/.test(text) ? `0${text}` : text;
  const known = /^\d{4}$/.test(code) && municipalityName(code) !== undefined;
  return { value: known ? code : null, known };
}

const schoolForms: Readonly<Record<string, string>> = {
  gymnasieskola: 'GY',
  gymnasieskolan: 'GY',
  gymnasium: 'GY',
  anpassadgymnasieskola: 'GYAN',
  gymnasiesarskola: 'GYAN',
};

/** The code of a school form, also from its name; a code that is not known stays as it stands. Undefined says nothing. */
export function readSchoolForm(text: string): string | undefined {
  return schoolForms[plainHeading(text)] ?? (text.toUpperCase() || undefined);
}

/** Year of study, 0–12; an empty cell says nothing. */
export function readYear(text: string): ReadCode<number | null> {
  const value = readNumber(text);
  if (value === null) return { value: null, known: true };
  const known = value !== undefined && Number.isInteger(value) && value >= 0 && value <= 12;
  return { value: known ? value : null, known };
}
