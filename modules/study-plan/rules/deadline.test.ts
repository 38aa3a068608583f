import { expect, test } from 'vitest';
import { decide } from '../../../law/index.ts';
import { studyPlanDeadline } from './deadline.ts';

const received = { programme: 'IMS', newlyArrived: true, receivedOn: '2026-08-20' } as const;

function ask(facts: object, on = '2026-11-22', routines: Parameters<typeof decide>[3] = []) {
  return decide(studyPlanDeadline, facts, on, routines);
}

test('a newly arrived student in language introduction has a plan within two months', () => {
  expect(ask(received)).toMatchObject({ verdict: 'ok', value: { dueOn: '2026-10-20' } });
});

test('two months that end on a Saturday end on the Monday', () => {
  expect(ask({ ...received, receivedOn: '2026-08-17' }).value).toEqual({ dueOn: '2026-10-19' });
});

test('the day before the paragraph came into force there is no answer, and the book says so', () => {
  const answer = ask(received, '2019-06-30');
  expect(answer).toMatchObject({ verdict: 'missing', version: null, reasons: [{ code: 'no-version' }] });
  expect(ask(received, '2019-07-01').verdict).toBe('ok');
});

test('an organiser may want it earlier, and the day of the law is still told', () => {
  const own = { rule: 'study-plan/deadline', key: 'due-within-days', value: 30, organiser: 'Ekdala kommun' };
  const answer = ask(received, '2026-11-22', [{ ...own, inForce: { from: '2026-07-01' } }]);
  expect(answer.value).toEqual({ dueOn: '2026-10-20', internalDueOn: '2026-09-19' });
  expect(answer.reasons.at(-1)?.basis[0]).toMatchObject({ kind: 'routine', source: 'Ekdala kommun' });
});

test('whether the student is newly arrived is asked for, not guessed', () => {
  expect(ask({ programme: 'IMS' })).toMatchObject({
    verdict: 'missing',
    reasons: [{ fact: 'newlyArrived' }],
  });
});
