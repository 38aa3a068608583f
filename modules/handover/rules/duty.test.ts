import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { handoverDuty } from './duty.ts';

const place = (form: string | null, unit: string | null) => ({ form, unit });

function ask(facts: object, on = '2026-11-22') {
  return answerOf(decide(handoverDuty, facts, on));
}

test.each([
  ['compulsory', 'upper-secondary', true],
  ['compulsory', 'adapted-upper-secondary', true],
  ['adapted-compulsory', 'upper-secondary', true],
  ['adapted-compulsory', 'adapted-upper-secondary', true],
  ['special', 'upper-secondary', false],
  ['sami-school', 'upper-secondary', false],
  ['preschool-class', 'compulsory', false],
  ['upper-secondary', 'adapted-upper-secondary', false],
  ['adapted-upper-secondary', 'upper-secondary', false],
  ['upper-secondary', 'compulsory', false],
  ['upper-secondary', 'upper-secondary', false],
  ['compulsory', 'compulsory', false],
])('from %s to %s: handover, and receipt only from compulsory to upper secondary', (from, to, receipt) => {
  const answer = ask({ from: place(from, 'A'), to: place(to, 'B') });
  expect(answer).toMatchObject({ verdict: 'ok', value: { handover: true, receipt } });
  expect(answer.reasons[0]?.basis).toEqual(['SFS 2010:800 3 kap. 12 j §']);
});

test('a receipt that is unnecessary is not demanded; not told is not unnecessary', () => {
  const change = { from: place('compulsory', 'A'), to: place('upper-secondary', 'B') };
  expect(ask({ ...change, receiptUnnecessary: true }).value).toEqual({ handover: true, receipt: false });
  expect(ask({ ...change, receiptUnnecessary: null }).value).toEqual({ handover: true, receipt: true });
});

test.each([
  ['no change of unit', place('upper-secondary', 'A'), place('upper-secondary', 'A')],
  ['no change of unit, the forms not known', place(null, 'A'), place(null, 'A')],
  ['to adult education', place('upper-secondary', 'A'), place('adult-education', 'B')],
  ['from preschool', place('preschool', 'A'), place('preschool-class', 'B')],
  ['to adult education, from a form not known', place(null, 'A'), place('komvux', 'B')],
])('neither: %s', (_, from, to) => {
  expect(ask({ from, to })).toMatchObject({ verdict: 'ok', value: { handover: false, receipt: false } });
});

test.each([
  ['nothing', {}, ['from', 'to']],
  ['the form that is left', { from: place(null, 'A'), to: place('upper-secondary', 'B') }, ['from']],
  ['a form that nobody knows', { from: place('compulsory', 'A'), to: place('boarding', 'B') }, ['to']],
  ['the unit, within the form', { from: place('compulsory', 'A'), to: place('compulsory', null) }, ['to']],
  [
    'both units, within the form',
    { from: place('compulsory', null), to: place('compulsory', null) },
    ['from', 'to'],
  ],
])('%s is asked for', (_, facts, names) => {
  const { verdict, reasons } = ask(facts);
  expect({ verdict, names: reasons.map(({ fact }) => fact) }).toEqual({ verdict: 'missing', names });
});

test('a change of form is enough: the units need not be known', () => {
  const answer = ask({ from: place('compulsory', null), to: place('upper-secondary', null) });
  expect(answer.value).toEqual({ handover: true, receipt: true });
});

test.each([
  ['2018-06-30', 'missing', null, []],
  ['2018-07-01', 'ok', '2018-07-01', ['SFS 2010:800 3 kap. 12 g §']],
  ['2019-06-30', 'ok', '2018-07-01', ['SFS 2010:800 3 kap. 12 g §']],
  ['2019-07-01', 'ok', '2019-07-01', ['SFS 2010:800 3 kap. 12 j §']],
  ['2026-12-31', 'ok', '2019-07-01', ['SFS 2010:800 3 kap. 12 j §']],
  ['2027-01-01', 'missing', null, []],
])('on %s the paragraph is cited by the number it had', (on, verdict, version, basis) => {
  const answer = ask({ from: place('compulsory', 'A'), to: place('upper-secondary', 'B') }, on);
  expect(answer).toMatchObject({ verdict, version });
  expect(answer.reasons[0]?.basis).toEqual(basis);
});

test('what was read is told from what was not', () => {
  const change = { from: place('compulsory', 'A'), to: place('upper-secondary', 'B') };
  expect(ask(change, '2018-07-01').reasons[0]?.verified).toBe(true);
  expect(ask(change, '2019-07-01').reasons[0]?.verified).toBe(false);
});

test('from 2027 the change is told instead of an answer by the older words', () => {
  const { reasons } = ask(
    { from: place('compulsory', 'A'), to: place('upper-secondary', 'B') },
    '2027-01-01',
  );
  const change = reasons.find(({ code }) => code === 'decided-change');
  expect(change).toMatchObject({ verified: false });
  expect(change?.basis).toContain('SFS 2010:800 3 kap. 12 k §');
});
