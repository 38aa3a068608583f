import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { mayAppeal } from './may-appeal.ts';

const student = {
  decision: 'action-programme',
  appellant: 'student',
  birthDate: '2009-11-22',
  schoolForm: 'upper-secondary',
} as const;
const board = { mayAppeal: true, to: 'board', final: true };
const affirmOrAnnul = { ...board, outcomes: ['affirm', 'annul'] };

const ask = (facts: object, on = '2026-11-22') => decide(mayAppeal, facts, on);

test.each([
  ['an action programme', {}, affirmOrAnnul],
  ['that no programme is drawn up', { decision: 'no-programme' }, affirmOrAnnul],
  ['distance education', { decision: 'distance-education' }, affirmOrAnnul],
  [
    'a special teaching group',
    { decision: 'special-teaching-group', schoolForm: 'compulsory' },
    { ...board, outcomes: null },
  ],
  [
    'an adjusted study path',
    { decision: 'adjusted-study-path', schoolForm: 'compulsory' },
    { ...board, outcomes: null },
  ],
  ['to repeat a year', { decision: 'repeat-year', schoolForm: 'compulsory' }, { ...board, outcomes: null }],
  [
    'a reduced programme in an action programme',
    { decision: 'reduced-programme', inActionProgramme: true },
    affirmOrAnnul,
  ],
])('may be appealed to the board: %s', (_, change, value) => {
  expect(ask({ ...student, ...change })).toMatchObject({ verdict: 'ok', value });
});

test.each([
  ['extra adaptations', { decision: 'extra-adaptations' }],
  ['a study plan', { decision: 'study-plan' }],
  [
    'a reduced programme outside an action programme',
    { decision: 'reduced-programme', inActionProgramme: false },
  ],
])('no way to appeal, which is our inference: %s', (_, change) => {
  const answer = answerOf(ask({ ...student, ...change }));
  expect(answer).toMatchObject({ verdict: 'refused', value: { mayAppeal: false, to: null, final: null } });
  expect(answer.reasons[0]).toMatchObject({ basis: ['SFS 2010:800 28 kap. 18 §'], verified: false });
});

test('what the law names is read; what it is taken to cover is not', () => {
  const verified = (decision: string) => answerOf(ask({ ...student, decision })).reasons[0]?.verified;
  expect([verified('action-programme'), verified('no-programme')]).toEqual([true, false]);
});

test.each([
  ['the day before 16, compulsory school', 'compulsory', '2010-11-23', 'refused'],
  ['the day of 16, compulsory school', 'compulsory', '2010-11-22', 'ok'],
  ['the day before 16, upper secondary school', 'upper-secondary', '2010-11-23', 'ok'],
  ['age not known, upper secondary school', 'upper-secondary', null, 'ok'],
  ['age not known, compulsory school', 'compulsory', null, 'missing'],
  ['below 16, school form not known', null, '2011-01-01', 'missing'],
  ['16, school form not known', null, '2010-11-22', 'ok'],
])('the student appeals in person: %s', (_, schoolForm, birthDate, verdict) => {
  const answer = ask({ ...student, schoolForm, birthDate });
  expect(answer.verdict).toBe(verdict);
  expect(answerOf(answer).reasons.at(-1)?.basis).toEqual(['SFS 2010:800 29 kap. 12 §']);
});

test.each([
  ['the day before 18', '2008-11-23', 'ok'],
  ['the day of 18', '2008-11-22', 'refused'],
  ['the day after', '2008-11-21', 'refused'],
  ['born on 29 February, on 1 March', '2008-02-29', 'refused'],
  ['age not known', null, 'missing'],
])('a guardian appeals while the student is under 18: %s', (_, birthDate, verdict) => {
  expect(ask({ ...student, appellant: 'guardian', birthDate }).verdict).toBe(verdict);
});

test.each([
  [true, 'ok'],
  [false, 'refused'],
  [null, 'missing'],
])('a representative has a power of attorney: %s', (powerOfAttorney, verdict) => {
  expect(ask({ ...student, appellant: 'representative', powerOfAttorney }).verdict).toBe(verdict);
});

test('all that is not known is asked for, and all that stands in the way is told', () => {
  expect(ask({}).reasons.map(({ fact }) => fact)).toEqual(['decision', 'appellant']);
  expect(ask({ ...student, decision: 'reduced-programme' }).reasons).toMatchObject([
    { fact: 'inActionProgramme' },
  ]);
  const both = ask({ ...student, decision: 'study-plan', appellant: 'guardian', birthDate: '2008-01-01' });
  expect(both.reasons.map(({ code }) => code)).toEqual(['not-appealable', 'student-adult']);
  expect(ask({ ...student, decision: 'the weather' }).verdict).toBe('missing');
});

test('there is an answer from 1 July 2018', () => {
  expect(ask(student, '2018-06-30').version).toBeNull();
  expect(ask(student, '2018-07-01').version).toBe('2018-07-01');
});
