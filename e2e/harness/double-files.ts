import { cast } from '../../fixtures/cast.ts';
import { otherUnit, ownUnit } from './roster-file.ts';
import { journeyDay } from './school.ts';

const headings =
  'Person-ID;Personnummer;Sekretessmarkering;Förnamn;Efternamn;E-postadress;Skolform;Skolenhetskod;Klass;Startdatum';

function student(key: string) {
  return cast(journeyDay)
    .organisers.flatMap((each) => each.students)
    .find((each) => each.key === key)!;
}

/** A TF number of the same birth date as somebody of the cast. */
export function temporaryNumber(key: string): string {
  return `${student(key).civicNumber!.slice(0, 8)}TF20`;
}

function row(nth: number, key: string, more: { number?: string; unit?: string; mark?: string }): string {
  const { givenName, familyName } = student(key);
  const { number = '', unit = ownUnit, mark = '' } = more;
  const mail = `${key}@exempel.se`;
  return [`X${nth}`, number, mark, givenName, familyName, mail, 'GY', unit, 'SA25B', '2025-08-18'].join(';');
}

const hidden = 'Sekretessmarkering';

/**
 * Four of the cast as another system tells of them: Nora with a TF number, Yusuf without any number, Elin with a TF number at
 * another school, and the one with a protected identity.
 */
export const doublesFile = [
  headings,
  row(1, 'nora', { number: temporaryNumber('nora') }),
  row(2, 'yusuf', {}),
  row(3, 'elin', { number: temporaryNumber('elin'), unit: otherUnit }),
  row(4, 'skyddad', { number: temporaryNumber('skyddad'), mark: hidden }),
  '',
].join('\r\n');

const lessonHeadings =
  'Personnummer;Person-ID;Datum;Starttid;Sluttid;Ämnesgrupp;Kurskod;Lektionsminuter;Närvaro (min);Giltig frånvaro (min);Ogiltig frånvaro (min);Rapporterad';

/** Two lessons of Nora's that only the other system knows of, on a Saturday. */
export const doubleLessonsFile = [
  lessonHeadings,
  ...['08:00;09:00', '10:00;11:00'].map(
    (time) => `${temporaryNumber('nora')};X1;2026-11-14;${time};PROV;ENGE2000X;60;60;0;0;Ja`,
  ),
  '',
].join('\r\n');
