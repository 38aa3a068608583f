import { plainHeading } from './plain-heading.ts';

/** How a lesson was, said with a word instead of minutes. */
export type AttendanceWord = 'present' | 'valid' | 'invalid' | 'late' | 'leave' | 'other' | 'unreported';

const words: Readonly<Record<AttendanceWord, readonly string[]>> = {
  present: ['Närvarande', 'Närvaro', 'Närvarade', 'N'],
  valid: ['Giltig frånvaro', 'Giltig', 'Giltigt', 'Anmäld frånvaro', 'Anmäld', 'GF', 'Sjuk', 'Sjukanmäld'],
  invalid: [
    'Ogiltig frånvaro',
    'Ogiltig',
    'Ogiltigt',
    'Oanmäld frånvaro',
    'Oanmäld',
    'OF',
    'F',
    'Frånvarande',
    'Frånvaro',
  ],
  late: ['Sen ankomst', 'Sen', 'Försenad', 'Sen ankomst (min)'],
  leave: ['Ledighet', 'Beviljad ledighet', 'Ledig'],
  other: ['Annan aktivitet', 'Annan skolaktivitet', 'Studiebesök', 'APL'],
  unreported: [
    'Ej rapporterad',
    'Ej rapporterat',
    'Inte rapporterad',
    'Orapporterad',
    'Ej registrerad',
    'Oregistrerad',
  ],
};

const meanings = new Map(
  Object.entries(words).flatMap(([meaning, spellings]) =>
    spellings.map((spelling) => [plainHeading(spelling), meaning as AttendanceWord] as const),
  ),
);

/** What a status word means; undefined for a word that is not known. Case, accents and punctuation do not matter. */
export function readAttendanceWord(text: string): AttendanceWord | undefined {
  return meanings.get(plainHeading(text));
}
