import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { decisionDocument } from './decision-document.ts';

const whole = {
  decidedOn: '2026-11-02',
  content: 'Ett åtgärdsprogram ska inte utarbetas.',
  decidedBy: 'rektorn',
  presenter: 'specialpedagogen',
  reasons: 'Eleven når kriterierna med det stöd som ges.',
  appliedRules: ['3 kap. 9 § skollagen'],
  notifiedOn: '2026-11-03',
  appealable: true,
  appealInformation: true,
};
const demanded = [
  'decidedOn',
  'content',
  'decidedBy',
  'reasons',
  'appliedRules',
  'notifiedOn',
  'appealInformation',
];

const ask = (facts: object, on = '2026-11-22') => decide(decisionDocument, facts, on);

test('a whole decision stands on förvaltningslagen, for all organisers', () => {
  const answer = answerOf(ask(whole));
  expect(answer).toMatchObject({ verdict: 'ok', value: { missing: [] } });
  const cited = answer.reasons.flatMap(({ basis }) => basis);
  expect(cited).toEqual([
    'SFS 2017:900 förvaltningslagen 31 §',
    'SFS 2017:900 förvaltningslagen 32 §',
    'SFS 2017:900 förvaltningslagen 33 §',
    'SFS 2010:800 29 kap. 10 §',
  ]);
});

test.each([
  ['31 §', 'decidedOn'],
  ['31 §', 'content'],
  ['31 §', 'decidedBy'],
  ['32 §', 'reasons'],
  ['32 §', 'appliedRules'],
  ['33 §', 'notifiedOn'],
  ['33 §', 'appealInformation'],
])('by %s it shows %s', (place, name) => {
  const answer = answerOf(ask({ ...whole, [name]: null }));
  expect(answer).toMatchObject({ verdict: 'refused', value: { missing: [name] } });
  expect(answer.reasons[0]).toMatchObject({ fact: name, basis: [`SFS 2017:900 förvaltningslagen ${place}`] });
});

test('reasons and notice that are obviously unnecessary are not demanded', () => {
  const bare = { ...whole, reasons: '', appliedRules: [], notifiedOn: null };
  const facts = { ...bare, reasonsObviouslyUnnecessary: true, noticeObviouslyUnnecessary: true };
  expect(ask(facts).verdict).toBe('ok');
});

test('how to appeal is told when there is an appeal; whether there is one is asked for', () => {
  expect(ask({ ...whole, appealable: false, appealInformation: null }).verdict).toBe('ok');
  expect(ask({ ...whole, appealable: null }).verdict).toBe('ok');
  expect(ask({ ...whole, appealable: null, appealInformation: null })).toMatchObject({
    verdict: 'missing',
    value: { missing: [] },
    reasons: [{ fact: 'appealable' }, {}],
  });
});

test('that nobody presented or took part is told, so that nobody is forgotten', () => {
  const codes = (facts: object) => ask(facts).reasons.map(({ code }) => code);
  expect(codes(whole)).not.toContain('nobody-else-named');
  expect(codes({ ...whole, presenter: null })).toContain('nobody-else-named');
  expect(codes({ ...whole, presenter: null, othersTakingPart: ['kuratorn'] })).not.toContain(
    'nobody-else-named',
  );
  expect(ask({ ...whole, presenter: null }).verdict).toBe('ok');
});

test('exactly what was taken away is told, in the order of the law', () => {
  fc.assert(
    fc.property(fc.subarray(demanded), (taken) => {
      const facts = { ...whole, ...Object.fromEntries(taken.map((name) => [name, null])) };
      expect(ask(facts).value).toEqual({ missing: taken });
    }),
  );
});

test('förvaltningslagen applies from 1 July 2018', () => {
  expect(ask(whole, '2018-06-30').version).toBeNull();
  expect(ask(whole, '2018-07-01').verdict).toBe('ok');
});
