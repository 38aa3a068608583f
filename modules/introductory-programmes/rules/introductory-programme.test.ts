import { expect, test } from 'vitest';
import { citation, decide } from '../../../law/index.ts';
import { introductoryProgrammeEligibility } from './introductory-programme.ts';

const ask = (facts: object, on = '2026-11-22') => decide(introductoryProgrammeEligibility, facts, on);
const grades = (codes: string, grade: string | null = 'E') =>
  codes
    .split(' ')
    .filter(Boolean)
    .map((subject) => ({ subject, grade }));
const vocational = grades('SV EN MA BL HKK IDH MU SL');
const few = grades('SV IDH');
const codesOf = (facts: object) => ask(facts).reasons.map((each) => each.code);

test.each([
  ['Swedish, English and four others', 'SV EN BL HKK IDH MU', 'ok'],
  ['Swedish, mathematics and four others', 'SV MA BL HKK IDH MU', 'ok'],
  ['Swedish, both and three others', 'SVA EN MA BL HKK IDH', 'ok'],
  ['Swedish, both and four others', 'SV EN MA BL HKK IDH MU', 'ok'],
  ['Swedish, English and three others', 'SV EN BL HKK IDH', 'refused'],
  ['Swedish, both and two others', 'SV EN MA BL HKK', 'refused'],
  ['neither English nor mathematics', 'SV BL HKK IDH MU SL', 'refused'],
  ['no Swedish', 'EN MA BL HKK IDH MU', 'refused'],
  ['Swedish counted twice', 'SV SVA EN BL HKK IDH', 'refused'],
  ['nothing', '', 'refused'],
])('the programme-oriented option with %s', (_, codes, verdict) => {
  const answer = ask({ type: 'IMV', targetProgramme: 'BA25', grades: grades(codes) });
  expect(answer).toMatchObject({ verdict, value: { eligible: verdict === 'ok', type: 'IMV' } });
  expect(answer.reasons.flatMap(({ basis }) => basis.map(citation))).toContain('SFS 2010:800 17 kap. 10 §');
});

test('the programme-oriented option is not for one who has the grades of the programme', () => {
  const facts = { type: 'IMV', grades: vocational };
  expect(codesOf({ ...facts, targetProgramme: 'BA25' })).toEqual(['already-eligible']);
  expect(ask({ ...facts, targetProgramme: 'NA25' }).verdict).toBe('ok');
});

test('equivalent knowledge counts towards the programme, but whether it opens the option the organiser decides', () => {
  const target = { type: 'IMV', targetProgramme: 'BA25' };
  const all = ask({ ...target, grades: vocational.slice(1), equivalentKnowledge: ['SV'] });
  expect(all.verdict).toBe('refused');
  const some = ask({ ...target, grades: grades('EN BL HKK IDH MU'), equivalentKnowledge: ['SV'] });
  expect(some).toMatchObject({ verdict: 'missing', reasons: [{ code: 'equivalent-knowledge-unclear' }] });
});

test.each(['IMY', 'IMA'])('%s is for one who lacks the grades of a vocational programme', (type) => {
  expect(ask({ type, grades: few })).toMatchObject({ verdict: 'ok', value: { eligible: true } });
  expect(ask({ type, grades: [] }).verdict).toBe('ok');
  expect(ask({ type, grades: vocational }).verdict).toBe('refused');
  expect(ask({ type, grades: vocational, exceptionalReasons: false }).verdict).toBe('refused');
  expect(ask({ type, grades: vocational, exceptionalReasons: true }).verdict).toBe('ok');
  expect(ask({ type, grades: vocational, exceptionalReasons: null }).verdict).toBe('missing');
});

test.each([
  ['newly arrived and in need of Swedish', { newlyArrived: true, needsSwedishFocus: true }, 'refused'],
  ['newly arrived and not in need of Swedish', { newlyArrived: true, needsSwedishFocus: false }, 'ok'],
  ['not newly arrived', { newlyArrived: false, needsSwedishFocus: true }, 'ok'],
  ['newly arrived, and the need is not known', { newlyArrived: true }, 'missing'],
  ['perhaps newly arrived', { newlyArrived: null, needsSwedishFocus: true }, 'missing'],
  ['told to be offered language introduction', { toBeOfferedLanguageIntroduction: true }, 'refused'],
  [
    'told not to be offered language introduction',
    { newlyArrived: true, toBeOfferedLanguageIntroduction: false },
    'ok',
  ],
])('vocational introduction for one who is %s', (_, facts, verdict) => {
  expect(ask({ type: 'IMY', grades: few, ...facts }).verdict).toBe(verdict);
});

test('exceptional reasons do not replace language introduction', () => {
  const facts = { newlyArrived: true, needsSwedishFocus: true, exceptionalReasons: true };
  expect(codesOf({ type: 'IMA', grades: few, ...facts })).toEqual(['language-introduction-first']);
});

const arrived = { type: 'IMS', newlyArrived: true, needsSwedishFocus: true };

test.each([
  ['newly arrived, without the grades, in need of Swedish', { ...arrived, grades: few }, 'ok'],
  ['newly arrived with the grades', { ...arrived, grades: vocational }, 'refused'],
  [
    'newly arrived with the grades and special reasons',
    { ...arrived, grades: vocational, specialReasons: true },
    'ok',
  ],
  ['not newly arrived', { ...arrived, newlyArrived: false, grades: few }, 'refused'],
  [
    'not newly arrived, with special reasons',
    { ...arrived, newlyArrived: false, grades: few, specialReasons: true },
    'ok',
  ],
  ['not in need of Swedish', { ...arrived, needsSwedishFocus: false, grades: few }, 'refused'],
  [
    'not newly arrived, special reasons not known',
    { ...arrived, newlyArrived: false, grades: few, specialReasons: null },
    'missing',
  ],
  ['one of whom it is not known', { ...arrived, newlyArrived: null, grades: few }, 'missing'],
])('language introduction for one who is %s', (_, facts, verdict) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe(verdict);
  expect(answer.reasons.flatMap(({ basis }) => basis.map(citation))).toContain('SFS 2010:800 17 kap. 12 §');
});

test('all that speaks against language introduction is told at once', () => {
  const facts = { type: 'IMS', grades: vocational, newlyArrived: false, needsSwedishFocus: false };
  expect(codesOf(facts)).toEqual(['already-eligible', 'not-newly-arrived', 'no-swedish-focus']);
});

test.each([
  ['no type', { grades: [] }, ['type']],
  ['an unknown type', { type: 'IMX', grades: [] }, ['type']],
  ['a type that has ended', { type: 'IMP', grades: [] }, ['type']],
  ['no target', { type: 'IMV', grades: grades('SV EN BL HKK IDH MU') }, ['targetProgramme']],
  [
    'an unknown target',
    { type: 'IMV', targetProgramme: 'XX99', grades: grades('SV EN BL HKK IDH MU') },
    ['targetProgramme'],
  ],
  ['neither target nor grades', { type: 'IMV' }, ['targetProgramme', 'grades']],
  ['no grades', { type: 'IMY' }, ['grades']],
  ['nothing about language introduction', { type: 'IMS', grades: [] }, ['newlyArrived', 'needsSwedishFocus']],
  [
    'a grade that decides',
    { type: 'IMA', grades: [...vocational.slice(1), ...grades('SV', null)] },
    ['grades'],
  ],
  [
    'education that began before July 2019',
    { type: 'IMY', grades: [], beginsOn: '2019-06-30' },
    ['beginsOn'],
  ],
  [
    'education that begins after June 2031',
    { type: 'IMY', grades: [], beginsOn: '2031-07-01' },
    ['beginsOn'],
  ],
])('asked for, not guessed: %s', (_, facts, asked) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe('missing');
  expect(answer.reasons.map((each) => each.fact)).toEqual(asked);
});

test('what is not known is not asked for when the answer is the same', () => {
  expect(ask({ type: 'IMV', grades: grades('EN MA') }).verdict).toBe('refused');
  expect(ask({ type: 'IMS', newlyArrived: false }).verdict).toBe('refused');
  expect(ask({ type: 'IMS', specialReasons: true }).verdict).toBe('ok');
  expect(ask({ type: 'IMY', exceptionalReasons: true }).verdict).toBe('ok');
});

test('a code with suffix is read, and the first and last days of the wording hold', () => {
  expect(ask({ type: 'IMYBAG', grades: few }).value).toEqual({ eligible: true, type: 'IMY' });
  expect(ask({ type: 'IMY', grades: few, beginsOn: '2019-07-01' }).verdict).toBe('ok');
  expect(ask({ type: 'IMY', grades: few }, '2019-06-30').version).toBeNull();
  expect(ask({ type: 'IMY', grades: few }, '2019-07-01').verdict).toBe('ok');
  expect(ask({ type: 'IMY', grades: few }, '2031-07-01').version).toBeNull();
});
