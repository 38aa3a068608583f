import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { kindSpecs, kinds } from './file-kinds.ts';
import { type Found, findHeadings, type NotFound } from './find-headings.ts';
import { plainHeading } from './plain-heading.ts';

const headingsOf = (kind: (typeof kinds)[number]): string[] =>
  Object.values(kindSpecs[kind].fields).map((field) => field.heading);

describe('telling what a file is by its headings', () => {
  it('knows every kind by its own headings', () => {
    for (const kind of kinds) expect(findHeadings([headingsOf(kind)])).toMatchObject({ kind, headingRow: 1 });
  });

  it('knows the headings of Vklass, word for word', () => {
    const vklass = [
      'Personnummer',
      'Namn',
      'Klass',
      'Från',
      'Till',
      'Lekt.',
      'Undv. tid',
      'N min',
      'GF min',
      'F min',
      'N %',
      'GF %',
      'F %',
      'Ej reg tid',
    ];
    expect((findHeadings([vklass]) as Found).columns).toMatchObject({
      offered: 6,
      attended: 7,
      valid: 8,
      invalid: 9,
      validPercent: 11,
      invalidPercent: 12,
      unreportedPercent: 13,
    });
  });

  it('knows the headings of LearnPoint in hours', () => {
    const learnpoint = [
      'Personnummer',
      'Från',
      'Till',
      'Antal tillfällen',
      'Totalt (t)',
      'Giltig (tim)',
      'Giltig (%)',
      'Ogiltig (tim)',
      'Ogiltig (%)',
      'Rapporterat (%)',
    ];
    expect((findHeadings([learnpoint]) as Found).columns).toMatchObject({
      offeredHours: 4,
      validHours: 5,
      invalidHours: 7,
      reportedPercent: 9,
    });
  });

  it('does not care about case, accents, spaces, punctuation or the order of columns', () => {
    const spell = fc.constantFrom(
      (text: string) => text.toUpperCase(),
      (text: string) => text.toLowerCase(),
      (text: string) => text.normalize('NFD').replace(/\p{M}/gu, ''),
      (text: string) => ` ${text} `,
      (text: string) => text.replaceAll(' ', '_'),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        spell,
        fc.infiniteStream(fc.integer()),
        (kind, change, order) => {
          const shuffled = headingsOf(kind)
            .map((heading) => ({ heading: change(heading), at: order.next().value }))
            .toSorted((a, b) => a.at - b.at)
            .map(({ heading }) => heading);
          const found = findHeadings([shuffled]) as Found;
          expect(found.kind).toBe(kind);
          for (const [name, spec] of Object.entries(kindSpecs[kind].fields)) {
            expect(plainHeading(shuffled[found.columns[name]!]!)).toBe(plainHeading(spec.heading));
          }
        },
      ),
    );
  });

  it('finds the headings under a title, down to the tenth row', () => {
    const title = Array.from({ length: 9 }, () => ['Elevlista hösten 2026']);
    expect(findHeadings([...title, headingsOf('elever')])).toMatchObject({ kind: 'elever', headingRow: 10 });
    expect(findHeadings([...title, ['mer'], headingsOf('elever')])).toMatchObject({ kind: null });
  });

  it('says which headings are missing in a file that is nearly right', () => {
    const found = findHeadings([['Personnummer', 'Efternamn', 'Klass', 'Skolenhetskod']]) as NotFound;
    expect(found).toMatchObject({ kind: null, resembles: 'elever', missing: ['Förnamn'] });
  });

  it('tells files apart that it knows of and does not read yet', () => {
    expect(findHeadings([['Personnummer', 'Kurskod', 'Kurstyp', 'Status']])).toMatchObject({
      kind: null,
      title: 'en studieplan',
    });
  });

  it('never takes staff for students, although the template has the same headings for both', () => {
    const staff = ['Tjänstgörings-ID', 'Person-ID', 'Personnummer', 'Förnamn', 'Efternamn', 'Skolenhetskod'];
    expect(findHeadings([['Personal'], staff])).toMatchObject({ kind: 'personal' });
    expect(findHeadings([['Personal'], staff.slice(1)])).toMatchObject({ kind: 'elever' });
  });

  it.each([
    ['elever', 'federatedName', ['username', 'Federationsanvändarnamn']],
    ['elever', 'source', ['Id', 'Elev-ID']],
    ['elever', 'source', ['Id', 'Person-ID']],
    ['elever', 'givenName', ['Tilltalsnamn', 'Förnamn']],
    ['elever', 'groups', ['Grupp', 'Ämnesgrupper']],
    ['betyg', 'course', ['Kurs', 'Kurskod']],
    ['betyg', 'teacher', ['Signatur', 'Lärare']],
    ['narvaro', 'valid', ['Giltig', 'Giltig frånvaro (min)']],
    ['personal', 'category', ['Befattning', 'Personalkategori']],
    ['vardnadshavare', 'civic', ['Pnr', 'Personnummer']],
  ] as const)(
    'in a %s file the less likely heading does not take %s from the likelier one, in any order',
    (kind, field, both) => {
      const rest = Object.entries(kindSpecs[kind].fields)
        .filter(([name]) => name !== field)
        .map(([, spec]) => spec.heading);
      for (const order of [both, both.toReversed()]) {
        const headings = [...order, ...rest];
        const found = findHeadings([headings]) as Found;
        expect([found.kind, headings[found.columns[field]!]]).toEqual([kind, both[1]]);
      }
    },
  );

  it('takes two headings that mean the same as the first of them', () => {
    const found = findHeadings([['Personnummer', 'Pnr', 'Förnamn', 'Efternamn', 'Skolenhetskod']]) as Found;
    expect(found.columns?.civic).toBe(0);
  });
});
