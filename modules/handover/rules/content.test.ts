import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { handoverContent } from './content.ts';

const programme = { kind: 'action-programme', easesTransition: true };

function ask(facts: object, on = '2026-11-22') {
  return answerOf(decide(handoverContent, { usedForSelection: false, ...facts }, on));
}

const codes = (facts: object) => ask(facts).reasons.map(({ code }) => code);

test('what eases the transition may be handed over', () => {
  expect(ask({ items: [programme] })).toMatchObject({
    verdict: 'ok',
    value: { mayHandOver: ['action-programme'], notHandOver: [] },
    reasons: [{ basis: ['SFS 2010:800 3 kap. 12 j §'] }],
  });
  expect(ask({ items: [] }).verdict).toBe('ok');
});

test.each(['medical-record', 'psychologist-record'])('a %s is never handed over, needed or not', (kind) => {
  for (const easesTransition of [true, false, null]) {
    const answer = ask({ items: [programme, { kind, easesTransition }] });
    expect(answer).toMatchObject({
      verdict: 'refused',
      value: { mayHandOver: ['action-programme'], notHandOver: [kind] },
    });
    expect(answer.reasons.map(({ code }) => code)).toEqual(['records-never']);
  }
});

test('what is not needed stays', () => {
  const answer = ask({ items: [programme, { kind: 'attendance', easesTransition: false }] });
  expect(answer).toMatchObject({ verdict: 'refused', value: { notHandOver: ['attendance'] } });
});

test('nothing is handed over for selection', () => {
  expect(ask({ items: [programme], usedForSelection: true })).toMatchObject({
    verdict: 'refused',
    value: { mayHandOver: [], notHandOver: ['action-programme'] },
  });
  expect(ask({ usedForSelection: true }).verdict).toBe('refused');
});

test('all that is wrong is told, not only the first', () => {
  const items = [{ kind: 'medical-record' }, { kind: 'grades', easesTransition: false }];
  expect(codes({ items, usedForSelection: true })).toEqual([
    'not-for-selection',
    'records-never',
    'not-needed',
  ]);
});

test.each([
  ['nothing', { usedForSelection: null }, ['items', 'usedForSelection']],
  ['what for', { items: [programme], usedForSelection: null }, ['usedForSelection']],
  ['whether it is needed', { items: [{ kind: 'grades' }, programme] }, ['items']],
  ['a kind that nobody knows', { items: [{ kind: 'gossip' }] }, ['items']],
])('%s is asked for', (_, facts, names) => {
  const { verdict, reasons } = ask(facts);
  expect({ verdict, names: reasons.map(({ fact }) => fact) }).toEqual({ verdict: 'missing', names });
});

test.each([
  ['2018-06-30', null],
  ['2018-07-01', '2018-07-01'],
  ['2019-07-01', '2019-07-01'],
  ['2026-12-31', '2019-07-01'],
  ['2027-01-01', null],
])('on %s the version is %s', (on, version) => {
  expect(ask({ items: [programme] }, on).version).toBe(version);
});
