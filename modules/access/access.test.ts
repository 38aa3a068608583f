import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  type Action,
  type Actor,
  actions,
  becauseSentence,
  becauseWords,
  type RelationFact,
  whyMay,
} from './index.ts';

const nobody: Actor = {
  organiser: 1,
  personId: 1,
  name: 'Maria Holm',
  duties: [],
  isStudent: false,
  isGuardian: false,
};
const mentor: RelationFact = {
  relation: 'mentor',
  since: '2025-08-18',
  through: null,
  title: null,
  schoolForm: 'GY',
};
const nora = (relations: readonly RelationFact[], organiser = 1) => ({
  organiser,
  studentId: 7,
  givenName: 'Nora',
  relations,
});

describe('whoever has no relation', () => {
  test.each(Object.keys(actions) as Action[])(
    'may not %s, neither about a student nor on the page',
    (action) => {
      expect(whyMay(nobody, action, nora([])).allowed).toBe(false);
      expect(whyMay(nobody, action, 'organiser').allowed).toBe(false);
    },
  );
});

test('what nobody has declared is refused, whoever asks', () => {
  for (const action of ['student.delete', 'toString'])
    expect(whyMay(nobody, action as Action, nora([mentor]))).toEqual({
      allowed: false,
      because: { code: 'nothing-declared' },
    });
});

test('a student of another organiser is out of reach, whatever the relations say', () => {
  expect(whyMay(nobody, 'student.read', nora([mentor], 2))).toEqual({
    allowed: false,
    because: { code: 'no-relation' },
  });
});

test('the nearest of several relations is the one named as the reason', () => {
  const leads: RelationFact = {
    ...mentor,
    relation: 'leads-unit',
    through: 'Ekdalagymnasiet',
    title: 'rektor',
  };
  expect(whyMay(nobody, 'student.read', nora([leads, mentor])).because.code).toBe('mentor');
  expect(whyMay(nobody, 'student.export', nora([leads, mentor])).because.code).toBe('leads-unit');
});

test('a relation that does not open the action is told apart from none at all', () => {
  expect(whyMay(nobody, 'wish.raise', nora([mentor])).because.code).toBe('not-by-this-relation');
});

test('more relations never take a right away', () => {
  const kinds = [...new Set(Object.values(actions).flat())];
  const fact = fc.constantFrom(...kinds).map((relation) => ({ ...mentor, relation }));
  const action = fc.constantFrom(...(Object.keys(actions) as Action[]));
  fc.assert(
    fc.property(fc.array(fact), fc.array(fact), action, (some, more, asked) => {
      const before = whyMay(nobody, asked, nora(some)).allowed;
      return !before || whyMay(nobody, asked, nora([...more, ...some])).allowed;
    }),
  );
});

describe('why, in words', () => {
  const because = (fact: Partial<RelationFact>, student: string | null = 'Nora') =>
    becauseSentence({ ...mentor, ...fact, code: fact.relation ?? 'mentor', student });

  test('says to the mentor whose, since when and by which paragraph', () => {
    const { says, law } = because({});
    expect(says).toContain('Du är Noras mentor sedan 18\u00a0augusti 2025.');
    expect(law).toBe('15 kap. 19 a § skollagen');
  });

  test('cites the paragraph of the adapted upper secondary school where the student goes there', () => {
    expect(because({ schoolForm: 'GYAN' }).law).toBe('18 kap. 19 a § skollagen');
  });

  test('writes the genitive of a name that ends in s as Swedes do', () => {
    expect(because({}, 'Elias').says).toContain('Du är Elias mentor');
  });

  test('does not name a protected identity', () => {
    expect(because({}, null).says).toContain('Du är elevens mentor');
  });

  test.each([...new Set(Object.values(actions).flat())])(
    'has a sentence and a word for %s, with and without a student',
    (relation) => {
      for (const student of ['Nora', null]) {
        const { says } = because({ relation, through: 'Ekdalagymnasiet', title: 'kurator' }, student);
        expect(says).toMatch(/^[A-ZÅÄÖ].*\.$/);
        expect(says).not.toMatch(/undefined|null|!|[ ]{2}/);
      }
      expect(becauseWords(relation)).not.toBe('');
    },
  );

  test('keeps a code of a later version as it stands', () => {
    expect(becauseWords('coordinates')).toBe('coordinates');
    expect(becauseWords('toString')).toBe('toString');
  });
});
