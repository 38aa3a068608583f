import { Random } from '../../fixtures/generator/random.ts';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import type { Kind } from '../../modules/import/index.ts';

/** A table: the headings first, then the rows. */
export type Cells = readonly (readonly string[])[];

/** A small school's four files, as tables; and what of them must never be quoted. */
export interface SoundFiles {
  readonly tables: Readonly<Record<'elever' | 'narvaro' | 'narvaro_summa' | 'betyg', Cells>>;
  /** Names, addresses and numbers of persons. */
  readonly secrets: readonly string[];
}

/** The kinds that `soundFiles` makes. */
export const soundKinds = ['elever', 'narvaro', 'narvaro_summa', 'betyg'] as const satisfies readonly Kind[];

const days = ['2026-11-16', '2026-11-17', '2026-11-18'];
const students = 8;

/** The same files for the same seed: eight students, three days of three lessons, one month, two grades each. */
export function soundFiles(seed: number): SoundFiles {
  const random = new Random(seed, 1);
  const persons = Array.from({ length: students }, (_, nth) => ({
    civic: testCivicNumber('2009-03-01', nth * 3 + (seed % 3)),
    id: `E${nth + 1}`,
    given: `Förnamnqx${'abcdefgh'[nth]}`,
    family: `Efternamnqz${'hgfedcba'[nth]}`,
  }));
  const lessons = persons.flatMap(({ civic, id }) =>
    days.flatMap((day) => [8, 9, 10].map((hour) => [civic, id, day, hour] as const)),
  );
  return {
    tables: {
      elever: [
        [
          'Person-ID',
          'Personnummer',
          'Förnamn',
          'Efternamn',
          'E-postadress',
          'Skolenhetskod',
          'Klass',
          'Startdatum',
        ],
        ...persons.map(({ civic, id, given, family }, nth) => [
          ...[id, civic, given, family, `${given}@exempel.se`],
          ...['12345678', `NA25${'AB'[nth % 2]}`, '2026-08-17'],
        ]),
      ],
      narvaro: [
        [
          ...['Personnummer', 'Person-ID', 'Datum', 'Starttid', 'Ämnesgrupp', 'Kurskod', 'Lektionsminuter'],
          ...[
            'Närvaro (min)',
            'Giltig frånvaro (min)',
            'Ogiltig frånvaro (min)',
            'Rapporterad',
            'Lektions-ID',
          ],
        ],
        ...lessons.map(([civic, id, day, hour], nth) => {
          const absent = random.chance(0.1);
          const minutes = absent ? ['0', '0', '60'] : ['60', '0', '0'];
          return [
            civic,
            id,
            day,
            `${hour}:10`,
            `GRUPP${hour}`,
            'MATE1000X',
            '60',
            ...minutes,
            'Ja',
            `L${nth}`,
          ];
        }),
      ],
      narvaro_summa: [
        ['Personnummer', 'Från', 'Till', 'Kurskod', 'Undv. tid', 'N min', 'GF min', 'F min', 'Ej reg tid'],
        ...persons.map(({ civic }) => [
          civic,
          '2026-10-01',
          '2026-10-31',
          'MATE1000X',
          '1200',
          '1100',
          '60',
          '40',
          '2,5',
        ]),
      ],
      betyg: [
        ['Personnummer', 'Person-ID', 'Kurskod', 'Poäng', 'Betyg', 'Betygsdatum', 'Lärarsignatur'],
        ...persons.flatMap(({ civic, id }) =>
          ['MATE1000X', 'SVEN1000X'].map((code) => [
            civic,
            id,
            code,
            '100',
            random.pick(['A', 'C', 'E', 'F']),
            '2026-06-10',
            'QXLÄ',
          ]),
        ),
      ],
    },
    secrets: persons.flatMap(({ civic, given, family }) => [civic, civic.slice(2), given, family]),
  };
}

/** A table as a text with semicolons, quoted where it has to be. */
export function textOf(cells: Cells, separator = ';', ending = '\r\n'): string {
  const quoted = (cell: string): string =>
    cell.includes(separator) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
  return cells.map((row) => row.map(quoted).join(separator) + ending).join('');
}
