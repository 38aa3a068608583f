import { isLocalDate, type LocalDate } from '../../../platform/local-date.ts';

/**
 * A personal number as it is stored: twelve characters. Personnummer `YYYYMMDDNNNN`, samordningsnummer with 60 added
 * to the day, or the schools' own TF number `YYYYMMDDTFNN` for those who have neither.
 */
export type CivicNumber = string;

/** Why a text is not a civic number. `says` is the Swedish sentence for the one who sent the file. */
export interface CivicNumberRefusal {
  readonly code:
    | 'empty'
    | 'unknown-form'
    | 'lost-leading-zero'
    | 'digit-missing'
    | 'excel-exponent'
    | 'birth-date-only'
    | 'no-such-date'
    | 'not-yet-born'
    | 'checksum';
  readonly says: string;
}

const sentences: Readonly<Record<CivicNumberRefusal['code'], string>> = {
  empty: 'Personnummer saknas.',
  'unknown-form': 'Texten är inte ett personnummer. Skriv ÅÅÅÅMMDD-NNNN.',
  'lost-leading-zero':
    'En inledande nolla saknas. Det händer när Excel läser numret som ett tal. Formatera kolumnen som text och hämta filen på nytt.',
  'digit-missing':
    'Numret har elva siffror, så en saknas. Hämta filen på nytt med kolumnen formaterad som text, eller rätta numret.',
  'excel-exponent':
    'Excel har gjort om numret till ett avrundat tal, så att siffror saknas. Formatera kolumnen som text och hämta filen på nytt.',
  'birth-date-only': 'Här står bara ett födelsedatum. De fyra sista siffrorna saknas.',
  'no-such-date': 'Födelsedatumet i numret finns inte.',
  'not-yet-born': 'Födelsedatumet i numret ligger framåt i tiden.',
  checksum: 'Kontrollsiffran stämmer inte. Någon siffra är fel.',
};

type Parsed =
  | { readonly ok: true; readonly civicNumber: CivicNumber }
  | { readonly ok: false; readonly reasons: readonly CivicNumberRefusal[] };

const spelling = /^(\d{2})?(\d{2})(\d{2})(\d{2})([-+ ]?)(\d{4}|TF\d{2})$/;

/**
 * Reads a civic number in its four spellings (`YYYYMMDD-NNNN`, `YYYYMMDDNNNN`, `YYMMDD-NNNN`, `YYMMDDNNNN`), with `+`
 * for those who have turned 100, as samordningsnummer and as TF number. Where the century is not written it is the latest
 * in which the person is born by `on`, which is right for everybody under 100. Answers all reasons at once when refused.
 */
export function parseCivicNumber(text: string, on: LocalDate): Parsed {
  const plain = cleaned(text);
  const match = spelling.exec(plain);
  if (!match) return refused([damage(plain)]);
  const [, century = '', year = '', month = '', day = '', separator = '', last = ''] = match;
  const date = `${year}${month}${day}`;
  const full = century ? `${century}${date}` : `${centuryOf(date, separator === '+', on)}${date}`;
  const reasons = [
    ...dateReasons(full, on),
    ...(checksumHolds(`${date}${last}`) ? [] : (['checksum'] as const)),
  ];
  return reasons.length > 0 ? refused(reasons) : { ok: true, civicNumber: `${full}${last}` };
}

/** The day the person was born; 60 is taken from the day of a samordningsnummer. Refuses what `parseCivicNumber` did not answer. */
export function birthDate(civicNumber: CivicNumber): LocalDate {
  const day = birthDay(civicNumber);
  if (!isLocalDate(day)) throw new TypeError('not a civic number');
  return day;
}

/** Whole years lived on the day `on`. A person born 29 February turns on 1 March in years without one. */
export function ageOn(civicNumber: CivicNumber, on: LocalDate): number {
  const born = birthDate(civicNumber);
  return Number(on.slice(0, 4)) - Number(born.slice(0, 4)) - (on.slice(5) < born.slice(5) ? 1 : 0);
}

/** For people to read: `20090122-2384`. Never for a protected identity. */
export function formatCivicNumber(civicNumber: CivicNumber): string {
  return `${civicNumber.slice(0, 8)}-${civicNumber.slice(8)}`;
}

/** Spaces at the ends go; the dashes that word processors make become the ordinary one; letters become capitals. */
function cleaned(text: string): string {
  return text
    .replace(/[\u00a0\u202f\ufeff]/g, ' ')
    .trim()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .toUpperCase();
}

/** What has happened to a text that is not in any of the spellings. */
function damage(text: string): CivicNumberRefusal['code'] {
  if (text === '') return 'empty';
  if (/^\d([.,]\d+)?E\+?\d+$/.test(text)) return 'excel-exponent';
  if (/^\d{11}$/.test(text)) return 'digit-missing';
  if (/^\d{8}$/.test(text) && isLocalDate(birthDay(text))) return 'birth-date-only';
  return /^\d{6,9}$|^\d{3,5}-\d{4}$/.test(text) ? 'lost-leading-zero' : 'unknown-form';
}

function centuryOf(date: string, hundred: boolean, on: LocalDate): string {
  const century = Number(on.slice(0, 2));
  const born = birthDay(`${century}${date}`);
  const latest = born <= on ? century : century - 1;
  return String(hundred ? latest - 1 : latest);
}

/** `YYYY-MM-DD` of the first eight characters, whether such a day exists or not. */
function birthDay(number: string): string {
  const day = Number(number.slice(6, 8));
  const real = String(day > 60 ? day - 60 : day).padStart(2, '0');
  return `${number.slice(0, 4)}-${number.slice(4, 6)}-${real}`;
}

function dateReasons(full: string, on: LocalDate): readonly CivicNumberRefusal['code'][] {
  const born = birthDay(full);
  if (!isLocalDate(born)) return ['no-such-date'];
  return born > on ? ['not-yet-born'] : [];
}

/** The modulus 10 control (SFS 1991:481 18 §, SKV 704) over the ten digits; TF numbers have none. */
function checksumHolds(ten: string): boolean {
  if (ten.includes('TF')) return true;
  const sum = [...ten].reduce((total, digit, index) => {
    const product = Number(digit) * (index % 2 === 0 ? 2 : 1);
    return total + (product > 9 ? product - 9 : product);
  }, 0);
  return sum % 10 === 0;
}

function refused(codes: readonly CivicNumberRefusal['code'][]): Parsed {
  return { ok: false, reasons: codes.map((code) => ({ code, says: sentences[code] })) };
}
