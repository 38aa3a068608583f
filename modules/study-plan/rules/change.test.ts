import { expect, test } from 'vitest';
import { citation, decide } from '../../../law/index.ts';
import { studyPlanChange } from './change.ts';

const ask = (facts: object, on = '2026-11-22') => decide(studyPlanChange, facts, on);

test.each([
  ['who consented has a right to the changed plan', true, 'changed-plan'],
  ['who did not consent keeps the right to the original plan', false, 'original-plan'],
])('a student %s', (_, studentConsented, rightFollows) => {
  const answer = ask({ studentConsented });
  expect(answer).toMatchObject({ verdict: 'ok', value: { rightFollows } });
  expect(answer.reasons[0]?.basis.map(citation)).toEqual(['SFS 2010:800 17 kap. 15 §']);
});

test.each([[{ studentConsented: null }], [{}], [{ studentConsented: 'ja' }]])(
  'consent that nobody has written down is not known: %j',
  (facts) => {
    expect(ask(facts)).toMatchObject({ verdict: 'missing', reasons: [{ fact: 'studentConsented' }] });
  },
);

test.each(['IMV', 'IMY', 'IMA', 'IMS', 'IMVBAG'])('the right is the same in %s', (programme) => {
  expect(ask({ studentConsented: true, programme }).verdict).toBe('ok');
});

test('a national programme has another paragraph, and the answer says which', () => {
  const answer = ask({ studentConsented: true, programme: 'NA25' });
  expect(answer).toMatchObject({ verdict: 'missing', reasons: [{ code: 'not-introductory' }] });
  expect(answer.reasons[0]?.basis.map((each) => each.place)).toContain('16 kap. 37 §');
});

test('an unknown programme and an unknown consent are told at once', () => {
  expect(ask({ programme: 'XX99' }).reasons.map((each) => each.fact)).toEqual([
    'programme',
    'studentConsented',
  ]);
});

test('the paragraph has this wording since July 2018, for all who study', () => {
  expect(ask({ studentConsented: true }, '2018-06-30').version).toBeNull();
  expect(ask({ studentConsented: true }, '2018-07-01').verdict).toBe('ok');
});
