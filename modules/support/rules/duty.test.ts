import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { dutyQuestions } from './duties-of.ts';
import { supportDuty } from './duty.ts';

const calm = {
  schoolForm: 'upper-secondary',
  fearedNotReaching: false,
  adaptationsGiven: false,
  adaptationsEnough: null,
  specialReasons: false,
  otherDifficulties: false,
  newlyArrivedMeasuresEnough: false,
} as const;
const feared = { ...calm, fearedNotReaching: true };
const triedInVain = { ...feared, adaptationsGiven: true, adaptationsEnough: false };

const ask = (facts: object, on = '2026-11-22') => decide(supportDuty, facts, on);
const chain = ['report-to-principal', 'investigate'];

test.each([
  ['nothing is feared: nothing is due', calm, []],
  ['feared, nothing done yet: extra adaptations', feared, ['extra-adaptations']],
  ['feared although adaptations were given: report and investigate', triedInVain, chain],
  ['adaptations are given and enough: nothing more', { ...triedInVain, adaptationsEnough: true }, []],
  ['special reasons: the step of adaptations is skipped', { ...feared, specialReasons: true }, chain],
  ['special reasons beside adaptations that are given', { ...triedInVain, specialReasons: true }, chain],
  ['special reasons, but nothing is feared', { ...calm, specialReasons: true }, []],
  ['other difficulties, the grades are safe', { ...calm, otherDifficulties: true }, ['investigate']],
  [
    'other difficulties beside a fear',
    { ...feared, otherDifficulties: true },
    ['extra-adaptations', 'investigate'],
  ],
  ['measures for the newly arrived are enough', { ...triedInVain, newlyArrivedMeasuresEnough: true }, []],
  [
    'the exemption takes away the investigation, not the adaptations',
    { ...feared, otherDifficulties: true, newlyArrivedMeasuresEnough: true },
    ['extra-adaptations'],
  ],
  ['a school for students with special support', { ...calm, resourceSchool: true }, ['special-support']],
])('%s', (_, facts, duties) => {
  expect(ask(facts)).toMatchObject({ verdict: 'ok', value: { duties } });
});

test.each([
  ['whether anything is feared', { ...calm, fearedNotReaching: null }, ['fearedNotReaching']],
  [
    'whether given adaptations are enough',
    { ...triedInVain, adaptationsEnough: null },
    ['adaptationsEnough'],
  ],
  ['whether there are special reasons', { ...feared, specialReasons: null }, ['specialReasons']],
  ['whether there are other difficulties', { ...calm, otherDifficulties: null }, ['otherDifficulties']],
  [
    'two things at once, and the school form',
    { ...feared, schoolForm: null, adaptationsGiven: null, adaptationsEnough: false },
    ['schoolForm', 'adaptationsGiven'],
  ],
])('not known is asked for: %s', (_, facts, needed) => {
  const answer = ask(facts);
  expect(answer).toMatchObject({ verdict: 'missing', value: null });
  expect(answer.reasons.map(({ fact }) => fact)).toEqual(needed);
});

test('what does not change the answer is not asked for', () => {
  const facts = { ...triedInVain, specialReasons: null, otherDifficulties: null };
  expect(ask(facts).value).toEqual({ duties: chain });
  expect(ask({ ...feared, schoolForm: null }).value).toEqual({ duties: ['extra-adaptations'] });
});

test('a school form whose paragraph was not read, and one that does not exist, are not guessed', () => {
  const adult = ask({ ...triedInVain, schoolForm: 'adult' });
  expect(adult).toMatchObject({ verdict: 'missing', reasons: [{ code: 'school-form-not-read' }] });
  expect(ask({ ...feared, schoolForm: 'adult' }).value).toEqual({ duties: ['extra-adaptations'] });
  expect(ask({ ...feared, schoolForm: 'university' }).verdict).toBe('missing');
});

test('until 30 June 2019 the paragraphs were 5 a and 8, from 1 July 5 and 7', () => {
  const cited = (facts: object, on: string) => answerOf(ask(facts, on)).reasons[0]?.basis;
  expect(cited(feared, '2019-06-30')).toEqual(['SFS 2010:800 3 kap. 5 a §']);
  expect(cited(triedInVain, '2019-06-30')).toEqual(['SFS 2010:800 3 kap. 8 §']);
  expect(cited(feared, '2019-07-01')).toEqual(['SFS 2010:800 3 kap. 5 §']);
  expect(cited(triedInVain, '2019-07-01')).toEqual(['SFS 2010:800 3 kap. 7 §']);
});

test('in 2018 the book knew nothing of resource schools', () => {
  expect(ask({ ...calm, resourceSchool: true }, '2018-07-01').value).toEqual({ duties: [] });
});

test('before 1 July 2018 there is no answer, nor from 1 July 2028, when extra adaptations are gone', () => {
  expect(ask(feared, '2018-06-30')).toMatchObject({ verdict: 'missing', version: null });
  expect(ask(feared, '2028-06-30').verdict).toBe('ok');
  const later = ask(feared, '2028-07-01');
  expect(later).toMatchObject({ verdict: 'missing', version: null });
  expect(later.reasons.map(({ code }) => code)).toEqual(['no-version', 'decided-change']);
});

test('whatever is not known, an answer is the one that all ways of knowing it would give', () => {
  const maybe = fc.constantFrom(true, false, null);
  const facts = fc.record(Object.fromEntries(dutyQuestions.map((name) => [name, maybe])));
  fc.assert(
    fc.property(facts, fc.boolean(), (known, guess) => {
      const before = ask({ ...known, schoolForm: 'upper-secondary' });
      const filled = Object.fromEntries(dutyQuestions.map((name) => [name, known[name] ?? guess]));
      const after = ask({ ...filled, schoolForm: 'upper-secondary' });
      expect(after.verdict).toBe('ok');
      if (before.verdict === 'ok') expect(after.value).toEqual(before.value);
      else expect(before.reasons.every(({ fact }) => fact && known[fact] === null)).toBe(true);
    }),
  );
});
