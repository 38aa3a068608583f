import { expect, test } from 'vitest';
import { citation, decide } from '../../../law/index.ts';
import { admissionAge } from './admission-age.ts';

const ask = (facts: object, on = '2026-11-22') => decide(admissionAge, facts, on);
const born2006 = { birthDate: '2006-05-05' };

test.each([
  ['the year one turns 19', '2025-08-18', 'ok'],
  ['in the spring of the year one turns 20', '2026-01-12', 'ok'],
  ['on the last day of June that year', '2026-06-30', 'ok'],
  ['on the first day of July that year', '2026-07-01', 'refused'],
  ['in the autumn that year', '2026-08-17', 'refused'],
  ['a year later', '2027-01-11', 'refused'],
])('who begins %s', (_, beginsOn, verdict) => {
  const answer = ask({ ...born2006, beginsOn });
  expect(answer).toMatchObject({
    verdict,
    value: { eligible: verdict === 'ok', beginsAtLatest: '2026-06-30' },
  });
  expect(answer.reasons[0]?.basis.map(citation)).toContain('SFS 2010:800 15 kap. 5 §');
});

test.each(['2006-01-01', '2006-12-31'])('the year counts and not the birthday: born %s', (birthDate) => {
  expect(ask({ birthDate, beginsOn: '2026-06-30' }).verdict).toBe('ok');
  expect(ask({ birthDate, beginsOn: '2026-07-01' }).verdict).toBe('refused');
});

test.each([
  ['2027-06-30', 'ok'],
  ['2027-07-01', 'refused'],
])('Rh-adapted education has one year more: %s', (beginsOn, verdict) => {
  const answer = ask({ ...born2006, beginsOn, rhAdapted: true });
  expect(answer.verdict).toBe(verdict);
  expect(answer.reasons[0]?.basis.every((each) => each.verified)).toBe(false);
});

test.each([
  ['2026-06-30', 'ok'],
  ['2026-08-17', 'missing'],
  ['2027-07-01', 'refused'],
])('whether the education is Rh-adapted is asked for only when it decides: %s', (beginsOn, verdict) => {
  expect(ask({ ...born2006, beginsOn, rhAdapted: null }).verdict).toBe(verdict);
});

test.each([
  ['a national programme', { completedNationalProgramme: true }, 'national-programme-completed'],
  ['IB', { completedIb: true }, 'ib-completed'],
])('who has completed %s is no longer eligible, at whatever age', (_, before, code) => {
  const answer = ask({ birthDate: '2008-01-01', beginsOn: '2026-08-17', ...before });
  expect(answer).toMatchObject({
    verdict: 'refused',
    reasons: [{ code, basis: [{ place: '15 kap. 6 §' }] }],
  });
  expect(ask(before).verdict).toBe('refused');
});

test('all reasons are told at once', () => {
  const facts = { ...born2006, beginsOn: '2026-08-17', compulsoryCompleted: false, completedIb: true };
  expect(ask(facts).reasons.map((each) => each.code)).toEqual([
    'too-late',
    'compulsory-school-first',
    'ib-completed',
  ]);
});

test.each([
  ['nothing', {}, ['birthDate', 'beginsOn']],
  ['no birthday', { beginsOn: '2026-06-30' }, ['birthDate']],
  ['no first day', { ...born2006, beginsOn: null }, ['beginsOn']],
  [
    'null about what is completed',
    { ...born2006, beginsOn: '2025-08-18', completedNationalProgramme: null, completedIb: null },
    ['completedNationalProgramme', 'completedIb'],
  ],
  ['a day that does not exist', { birthDate: '2006-02-30', beginsOn: '2026-06-30' }, ['birthDate']],
])('asked for, not guessed: %s', (_, facts, asked) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe('missing');
  expect(answer.reasons.map((each) => each.fact)).toEqual(asked);
});

test('the wording in the book is from July 2023', () => {
  const facts = { ...born2006, beginsOn: '2022-08-17' };
  expect(ask(facts, '2023-07-01').version).toBeNull();
  expect(ask(facts, '2023-07-02').verdict).toBe('ok');
});
