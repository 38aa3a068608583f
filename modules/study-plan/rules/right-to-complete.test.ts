import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, citation, decide } from '../../../law/index.ts';
import { addDays } from '../../../platform/local-date.ts';
import { rightToComplete } from './right-to-complete.ts';

const begun = { programme: 'IMY', educationBegunOn: '2025-08-18' };
const stays = { ...begun, moved: false, path: 'same-programme' };
const ask = (facts: object, on = '2026-11-22') => decide(rightToComplete, facts, on);

test.each([
  ['who stays follows the plans as they were', stays, { educationPlan: 'when-begun', studyPlan: 'existing' }],
  [
    'who changes introductory programme gets a new study plan',
    { ...begun, moved: false, path: 'another-introductory' },
    { educationPlan: 'organiser', studyPlan: 'new' },
  ],
  [
    'who moves follows the new municipality’s plan and a new study plan',
    { ...begun, moved: true },
    { educationPlan: 'new-home-municipality', studyPlan: 'new' },
  ],
  [
    'who moves may change programme too, with the same plans',
    { ...begun, moved: true, path: 'another-introductory' },
    { educationPlan: 'new-home-municipality', studyPlan: 'new' },
  ],
  [
    'who moves and stays at the school keeps the plans',
    { ...begun, moved: true, where: 'same-organiser', path: 'same-programme' },
    { educationPlan: 'when-begun', studyPlan: 'existing' },
  ],
  [
    'who moves to an independent school that has agreed follows its plan',
    { ...begun, moved: true, where: 'independent-organiser', agreedWithHomeMunicipality: true },
    { educationPlan: 'independent-organiser', studyPlan: 'new' },
  ],
])('a student %s', (_, facts, value) => {
  const answer = ask(facts);
  expect(answer).toMatchObject({ verdict: 'ok', value: { right: true, ...value } });
  expect(answer.reasons.flatMap(({ basis }) => basis.map(citation))).toContain('SFS 2010:800 17 kap. 15 §');
});

test.each([
  ['before the education has begun', { ...stays, educationBegunOn: '2026-11-23' }, ['not-begun']],
  [
    'at a municipality one has not moved to',
    { ...begun, moved: false, where: 'new-home-municipality' },
    ['not-moved'],
  ],
  [
    'at an independent school that has not agreed',
    { ...begun, moved: true, where: 'independent-organiser', agreedWithHomeMunicipality: false },
    ['not-agreed'],
  ],
  [
    'after a break for something else than studies abroad',
    { ...stays, studyBreak: { abroadForStudies: false, from: '2026-01-12', through: '2026-06-12' } },
    ['break-not-abroad'],
  ],
  [
    'for all reasons at once',
    {
      ...begun,
      moved: false,
      where: 'independent-organiser',
      agreedWithHomeMunicipality: false,
      studyBreak: { abroadForStudies: false, from: '2024-01-01', through: '2026-01-01' },
    },
    ['break-not-abroad', 'break-too-long', 'not-moved', 'not-agreed'],
  ],
])('no right by law %s', (_, facts, codes) => {
  const answer = ask(facts);
  expect(answer).toMatchObject({ verdict: 'refused', value: { right: false } });
  expect(answer.reasons.map((each) => each.code)).toEqual(codes);
});

test.each([
  ['a day less than a year', '2026-08-16', 'ok'],
  ['exactly a year', '2026-08-17', 'ok'],
  ['a day more than a year', '2026-08-18', 'refused'],
])('a break abroad of %s', (_, through, verdict) => {
  const studyBreak = { abroadForStudies: true, from: '2025-08-18', through };
  expect(ask({ ...stays, studyBreak }).verdict).toBe(verdict);
});

test('a break that goes on is judged on the day of the question, and its last day is told', () => {
  const studyBreak = { abroadForStudies: true, from: '2026-01-12' };
  expect(ask({ ...stays, studyBreak }, '2027-01-11')).toMatchObject({
    verdict: 'ok',
    value: { right: true, lastBreakDay: '2027-01-11' },
  });
  expect(ask({ ...stays, studyBreak }, '2027-01-12').verdict).toBe('refused');
});

test('a year of studies abroad is never too long, a day more always is', () => {
  const day = fc.integer({ min: 0, max: 2500 }).map((days) => addDays('2018-07-01', days));
  fc.assert(
    fc.property(day, (from) => {
      const last = addDays(addMonths(from, 12), -1);
      const of = (through: string) =>
        ask({
          ...stays,
          educationBegunOn: '2018-07-01',
          studyBreak: { abroadForStudies: true, from, through },
        });
      expect(of(last).verdict).toBe('ok');
      expect(of(addDays(last, 1)).verdict).toBe('refused');
    }),
  );
});

test.each([
  ['nothing is given', {}, ['educationBegunOn', 'moved']],
  ['it is not known whether the student has moved', begun, ['moved']],
  ['the path is not told', { ...begun, moved: false }, ['path']],
  [
    'the agreement is not known',
    { ...begun, moved: true, where: 'independent-organiser' },
    ['agreedWithHomeMunicipality'],
  ],
  ['the break is half known', { ...stays, studyBreak: { from: '2026-01-12' } }, ['studyBreak']],
  ['the programme is not an introductory one', { ...stays, programme: 'NA25' }, ['programme']],
  ['the programme is not known', { ...stays, programme: 'XX99' }, ['programme']],
])('asked for, not guessed, when %s', (_, facts, asked) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe('missing');
  expect(answer.reasons.map((each) => each.fact)).toEqual(asked);
});

test('the paragraph has this wording since July 2018', () => {
  const facts = { ...stays, educationBegunOn: '2018-01-08' };
  expect(ask(facts, '2018-06-30').version).toBeNull();
  expect(ask(facts, '2018-07-01').verdict).toBe('ok');
});
