import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { kaaInScope } from './in-scope.ts';

const young = {
  birthDate: '2008-03-14',
  registeredIn: '0114',
  compulsorySchooling: 'completed',
  enrolment: null,
  diploma: false,
  adaptedCertificate: false,
  equivalentCompleted: false,
} as const;
const national = { form: 'upper-secondary', programme: 'national', from: '2024-08-19' } as const;

function ask(facts: object, on = '2026-11-22') {
  return answerOf(decide(kaaInScope, { ...young, ...facts }, on));
}

const codes = (facts: object, on?: string) => ask(facts, on).reasons.map(({ code }) => code);

test('a young person who attends nothing is in scope to the day before the twentieth birthday, with a reason for each condition', () => {
  const { verdict, value, reasons } = ask({});
  expect({ verdict, value }).toEqual({
    verdict: 'ok',
    value: { inScope: true, from: null, until: '2028-03-13', homeMunicipality: '0114' },
  });
  expect(reasons.map(({ code }) => code)).toEqual([
    'in-scope',
    'under-20',
    'schooling-completed',
    'attends-nothing',
    'no-diploma',
    'no-adapted-certificate',
    'no-equivalent-completed',
    'home-by-registration',
  ]);
  expect(reasons[0]?.basis).toEqual(['SFS 2010:800 29 kap. 9 §']);
});

test.each([
  ['the day before the twentieth birthday', '2008-03-14', '2028-03-13', true],
  ['the twentieth birthday', '2008-03-14', '2028-03-14', false],
  ['born on a leap day, the day before', '2008-02-29', '2028-02-28', true],
  ['born on a leap day, that day', '2008-02-29', '2028-02-29', false],
  ['born on New Year’s Eve, the day before', '2006-12-31', '2026-12-30', true],
  ['born on New Year’s Eve, that day', '2006-12-31', '2026-12-31', false],
])('%s', (_, birthDate, on, inScope) => {
  expect(ask({ birthDate }, on).value).toMatchObject({ inScope });
});

test.each([
  ['upper secondary school', { form: 'upper-secondary', programme: 'national' }],
  ['upper secondary school, the programme not known', { form: 'upper-secondary' }],
  ['an introductory programme', { form: 'upper-secondary', programme: 'introductory' }],
  ['language introduction', { form: 'upper-secondary', programme: 'IMS' }],
  ['adapted upper secondary school', { form: 'adapted-upper-secondary' }],
  ['an education that is equivalent', { form: 'equivalent' }],
  ['folk high school found to be equivalent', { form: 'folk-high-school', equivalent: true }],
  ['a form nobody knows, found to be equivalent', { form: 'something', equivalent: true }],
])('who attends %s is out of scope', (_, enrolment) => {
  expect(ask({ enrolment })).toMatchObject({ verdict: 'ok', value: { inScope: false } });
});

test.each(['adult-education', 'folk-high-school', 'university'])('%s is not equivalent by itself', (form) =>
  expect(ask({ enrolment: { form } }).value).toMatchObject({ inScope: true }),
);

test.each([
  ['a form that is not known', { form: 'something' }],
  ['no form at all', { programme: 'national' }],
  ['a last day before the first', { ...national, to: '2024-08-18' }],
])('%s is asked for, not guessed', (_, enrolment) => {
  const { verdict, reasons } = ask({ enrolment });
  expect(verdict).toBe('missing');
  expect(reasons[0]).toMatchObject({ fact: 'enrolment' });
});

test.each([
  ['the last day at school', '2026-10-30', false, null],
  ['the day after', '2026-10-31', true, '2026-10-31'],
])('%s', (_, on, inScope, from) => {
  const enrolment = { ...national, to: '2026-10-30' };
  expect(ask({ enrolment }, on).value).toMatchObject({ inScope, from });
});

test.each([
  [
    'a school that begins in January does not count yet, and ends the time in scope',
    '2026-11-22',
    true,
    '2027-01-10',
  ],
  ['the first day at school', '2027-01-11', false, null],
])('%s', (_, on, inScope, until) => {
  const enrolment = { form: 'upper-secondary', programme: 'national', from: '2027-01-11' };
  expect(ask({ enrolment }, on).value).toMatchObject({ inScope, until });
});

test('the first day is not told when nobody has judged a study that is over', () => {
  const enrolments = [
    { ...national, to: '2025-06-12' },
    { form: 'something', from: '2025-08-18', to: '2026-06-12' },
  ];
  expect(ask({ enrolments }).value).toMatchObject({ inScope: true, from: null });
  const judged = [enrolments[0], { ...enrolments[1], equivalent: true }];
  expect(ask({ enrolments: judged }).value).toMatchObject({ inScope: true, from: '2026-06-13' });
});

test('a planned study that nobody has judged is told, and not counted', () => {
  const enrolment = { form: 'something', from: '2027-01-11' };
  expect(ask({ enrolment }).value).toMatchObject({ inScope: true, until: '2028-03-13' });
  expect(codes({ enrolment })).toEqual(expect.arrayContaining(['study-not-begun', 'study-not-judged']));
});

test.each([
  ['an introductory programme the last day it left one in scope', '2018-06-30', 'introductory', true],
  ['an introductory programme the first day it takes one out', '2018-07-01', 'introductory', false],
  ['a national programme before that day', '2018-06-30', 'national', false],
])('%s', (_, on, programme, inScope) => {
  const facts = {
    birthDate: '2001-05-05',
    enrolment: { form: 'upper-secondary', programme, from: '2017-08-17' },
  };
  expect(ask(facts, on).value).toMatchObject({ inScope, until: inScope ? '2018-06-30' : null });
});

test('before July 2018 the programme must be known, and the old text is said not to have been read', () => {
  const facts = { birthDate: '2001-05-05', enrolment: { form: 'upper-secondary' } };
  expect(ask(facts, '2018-06-30').verdict).toBe('missing');
  expect(ask({ birthDate: '2001-05-05' }, '2018-06-30').reasons[0]?.verified).toBe(false);
  expect(ask({ birthDate: '2001-05-05' }, '2018-07-01').reasons[0]?.verified).toBe(true);
});

test('before the municipalities’ responsibility got its form the book has no answer', () => {
  expect(ask({}, '2014-12-31')).toMatchObject({ verdict: 'missing', version: null });
});

test.each([
  ['diploma', 'has-diploma'],
  ['adaptedCertificate', 'has-adapted-certificate'],
  ['equivalentCompleted', 'has-equivalent-completed'],
])('%s takes the young person out', (name, code) => {
  expect(ask({ [name]: true }).value).toMatchObject({ inScope: false, from: null, until: null });
  expect(codes({ [name]: true })).toEqual(['not-in-scope', code]);
  expect(ask({ [name]: null })).toMatchObject({ verdict: 'missing', reasons: [{ fact: name }] });
});

test('a study certificate is no diploma, and that is said', () => {
  expect(ask({ studyCertificate: true }).value).toMatchObject({ inScope: true });
  expect(codes({ studyCertificate: true })).toContain('study-certificate-is-no-diploma');
});

test.each([
  ['ongoing', { compulsorySchooling: 'ongoing' }, 'ok', { inScope: false }],
  [
    'completed later this term',
    { compulsorySchooling: null, compulsorySchoolingUntil: '2026-11-22' },
    'ok',
    { inScope: false },
  ],
  [
    'completed yesterday',
    { compulsorySchooling: null, compulsorySchoolingUntil: '2026-11-21' },
    'ok',
    { inScope: true },
  ],
  ['not applicable when registered', { compulsorySchooling: 'not-subject' }, 'ok', { inScope: true }],
  [
    'not applicable, registered tomorrow',
    { compulsorySchooling: 'not-subject', registeredOn: '2026-11-23' },
    'ok',
    { inScope: false },
  ],
  [
    'not applicable, never registered',
    { compulsorySchooling: 'not-subject', registeredIn: null, isRegistered: false, staysIn: '0180' },
    'ok',
    { inScope: false },
  ],
  [
    'not applicable, not known whether registered',
    { compulsorySchooling: 'not-subject', registeredIn: null, staysIn: '0180' },
    'missing',
    null,
  ],
  ['a code nobody knows', { compulsorySchooling: 'perhaps' }, 'missing', null],
  ['code and day that contradict each other', { compulsorySchoolingUntil: '2027-06-30' }, 'missing', null],
  ['not known', { compulsorySchooling: null }, 'missing', null],
])('compulsory schooling: %s', (_, facts, verdict, value) => {
  expect(ask(facts)).toMatchObject({ verdict, value });
});

test.each([
  ['not known', { registeredIn: null }, 'missing', null],
  ['nowhere, stays in Stockholm', { registeredIn: null, isRegistered: false, staysIn: '0180' }, 'ok', '0180'],
  ['not told, stays in Stockholm', { registeredIn: null, staysIn: '0180' }, 'ok', '0180'],
  ['protected, stays in Stockholm', { protectedRegistration: true, staysIn: '0180' }, 'ok', '0180'],
  ['protected, not told where', { protectedRegistration: true }, 'missing', null],
])('registered: %s', (_, facts, verdict, homeMunicipality) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe(verdict);
  if (homeMunicipality) expect(answer.value).toMatchObject({ inScope: true, homeMunicipality });
});

test('everything that is missing is told at once', () => {
  const { reasons } = answerOf(decide(kaaInScope, {}, '2026-11-22'));
  expect(reasons.map(({ fact }) => fact)).toEqual([
    'birthDate',
    'compulsorySchooling',
    'enrolment',
    'diploma',
    'adaptedCertificate',
    'equivalentCompleted',
    'registeredIn',
  ]);
});

test.each([
  ['the age', { birthDate: '2006-11-22' }, 'turned-20'],
  ['a diploma', { diploma: true }, 'has-diploma'],
  ['compulsory schooling', { compulsorySchooling: 'ongoing' }, 'schooling-not-completed'],
  ['a school', { enrolment: national }, 'attends'],
])('%s alone decides when nothing else is known', (_, facts, code) => {
  const answer = answerOf(decide(kaaInScope, facts, '2026-11-22'));
  expect(answer).toMatchObject({
    verdict: 'ok',
    value: { inScope: false },
    reasons: [{ code: 'not-in-scope' }, { code }],
  });
});

test('all that takes the young person out is told, not only the first', () => {
  const facts = { birthDate: '2006-01-01', enrolment: national, diploma: true };
  expect(codes(facts)).toEqual(['not-in-scope', 'turned-20', 'attends', 'has-diploma']);
});
