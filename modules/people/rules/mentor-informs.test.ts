import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { mentorInforms } from './mentor-informs.ts';

const informs = (facts: object, routines: Parameters<typeof decide>[3] = []) =>
  answerOf(decide(mentorInforms, facts, '2026-11-22', routines));

test.each([
  ['no signs', { signsOfNeed: false }, 'ok', { inform: false }],
  ['signs, and the staff know', { signsOfNeed: true, staffInformed: true }, 'ok', { inform: true }],
  [
    'signs, and the staff do not know',
    { signsOfNeed: true, staffInformed: false },
    'refused',
    { inform: true },
  ],
  ['signs, not known whether the staff know', { signsOfNeed: true }, 'missing', { inform: true }],
  ['not known whether there are signs', { staffInformed: true }, 'missing', null],
])('a mentor and signs of need: %s', (_, facts, verdict, value) => {
  expect(informs(facts)).toMatchObject({ verdict, value });
});

test('promptly has no days in law; an organiser may have some', () => {
  const facts = { signsOfNeed: true, staffInformed: false, noticedOn: '2026-11-20' };
  const own = {
    rule: 'mentor/inform',
    key: 'inform-within-days',
    value: 3,
    inForce: { from: '2026-07-01' },
    organiser: 'Ekdala kommun',
  };
  expect(informs(facts).value).toEqual({ inform: true });
  expect(informs(facts, [own]).value).toEqual({ inform: true, internalDueOn: '2026-11-23' });
});
