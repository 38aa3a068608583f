import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addMonths, answerOf, decide, isDayOfRest } from '../../../law/index.ts';
import { addDays } from '../../../platform/local-date.ts';
import { studyPlanDeadline } from './deadline.ts';

const received = { programme: 'IMS', newlyArrived: true, receivedOn: '2026-08-20' } as const;

function ask(facts: object, on = '2026-11-22', routines: Parameters<typeof decide>[3] = []) {
  return decide(studyPlanDeadline, facts, on, routines);
}

function routine(key: string, value: number) {
  const inForce = { from: '2026-07-01' };
  return { rule: 'study-plan/deadline', key, value, organiser: 'Ekdala kommun', inForce };
}

test('a newly arrived student in language introduction has a plan within two months', () => {
  expect(ask(received)).toMatchObject({ verdict: 'ok', value: { dueOn: '2026-10-20' } });
});

test.each([
  ['two months from 31 December end with February', '2025-12-31', '2026-02-28'],
  ['in a leap year February has one day more', '2023-12-29', '2024-02-29'],
  ['from the last of a long month they end with the short one', '2026-07-31', '2026-09-30'],
])('%s', (_, receivedOn, dueOn) => {
  expect(ask({ ...received, receivedOn }).value).toEqual({ dueOn });
});

test.each([
  ['a Saturday', '2026-08-17', '2026-10-17', '2026-10-19'],
  ['a Sunday', '2026-08-18', '2026-10-18', '2026-10-19'],
  ['Christmas Eve', '2026-10-24', '2026-12-24', '2026-12-28'],
  ['Midsummer', '2026-04-20', '2026-06-20', '2026-06-22'],
])(
  'two months that end on %s end that day; that it may wait is told as not read',
  (_, from, dueOn, until) => {
    const { value, reasons } = answerOf(ask({ ...received, receivedOn: from }));
    expect(value).toEqual({ dueOn });
    expect(reasons.map(({ code, verified }) => ({ code, verified }))).toEqual([
      { code: 'two-months', verified: true },
      { code: 'day-of-rest', verified: false },
    ]);
    expect(reasons[1]?.says).toContain(until);
  },
);

test('the plan is due two months later, and only a day of rest may wait', () => {
  const day = fc.integer({ min: 0, max: 9000 }).map((days) => addDays('2019-07-01', days));
  fc.assert(
    fc.property(day, (receivedOn) => {
      const { value, reasons } = ask({ ...received, receivedOn });
      const dueOn = addMonths(receivedOn, 2);
      expect(value).toEqual({ dueOn });
      expect(reasons.some(({ code }) => code === 'day-of-rest')).toBe(isDayOfRest(dueOn));
    }),
  );
});

test('the day before the paragraph came into force there is no answer, and the book says so', () => {
  const answer = ask(received, '2019-06-30');
  expect(answer).toMatchObject({ verdict: 'missing', version: null, reasons: [{ code: 'no-version' }] });
  expect(ask(received, '2019-07-01').verdict).toBe('ok');
});

test.each([
  ['who is not newly arrived', { ...received, newlyArrived: false }],
  ['whose assessment is obviously unnecessary', { ...received, assessmentUnnecessary: true }],
  ['in vocational introduction', { ...received, programme: 'IMY' }],
  ['in an individual alternative', { ...received, programme: 'IMA' }],
  ['in the programme-oriented option', { ...received, programme: 'IMVBAG' }],
  ['in a national programme', { ...received, programme: 'NANAT' }],
  ['in a national programme, whatever else is not known', { programme: 'BA25' }],
  ['who is not newly arrived, in whatever programme', { newlyArrived: false }],
  ['who began before July 2019', { ...received, educationBegunOn: '2019-06-30' }],
])('the law sets no day for a student %s, but says that a plan is due', (_, facts) => {
  const answer = ask(facts);
  expect(answer).toMatchObject({ verdict: 'ok', value: { dueOn: null } });
  expect(answer.reasons.at(-1)?.basis.map((each) => each.place)).toContain('17 kap. 7 §');
});

test('an education that began on the first of July 2019 has the two months', () => {
  const facts = { ...received, receivedOn: '2019-06-20', educationBegunOn: '2019-07-01' };
  expect(ask(facts).value).toEqual({ dueOn: '2019-08-20' });
});

test('received before July 2019: the day the education began is asked for', () => {
  expect(ask({ ...received, receivedOn: '2019-06-30' })).toMatchObject({
    verdict: 'missing',
    reasons: [{ fact: 'educationBegunOn' }],
  });
  expect(ask({ ...received, receivedOn: '2019-07-01' }).verdict).toBe('ok');
});

test('that nobody has judged an assessment unnecessary is no exception', () => {
  expect(ask({ ...received, assessmentUnnecessary: null }).value).toEqual({ dueOn: '2026-10-20' });
  expect(ask({ ...received, assessmentUnnecessary: false }).value).toEqual({ dueOn: '2026-10-20' });
});

test.each([
  ['whether the student is newly arrived', { ...received, newlyArrived: null }, ['newlyArrived']],
  ['the programme', { ...received, programme: null }, ['programme']],
  ['the programme, when the code is not known', { ...received, programme: 'XX99' }, ['programme']],
  ['the day', { ...received, receivedOn: null }, ['receivedOn']],
  ['all that is not known, at once', {}, ['programme', 'newlyArrived', 'receivedOn']],
  ['what is needed in language introduction', { programme: 'IMS' }, ['newlyArrived', 'receivedOn']],
])('asked for, not guessed: %s', (_, facts, asked) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe('missing');
  expect(answer.reasons.map((each) => each.fact)).toEqual(asked);
});

test('an organiser may want it earlier, and the day of the law is still told', () => {
  const answer = ask(received, '2026-11-22', [routine('due-within-days', 30)]);
  expect(answer.value).toEqual({ dueOn: '2026-10-20', internalDueOn: '2026-09-19' });
  expect(answer.reasons.at(-1)?.basis[0]).toMatchObject({ kind: 'routine', source: 'Ekdala kommun' });
});

test('an organiser cannot make it later', () => {
  const answer = ask(received, '2026-11-22', [routine('due-within-days', 90)]);
  expect(answer.value).toEqual({ dueOn: '2026-10-20', internalDueOn: '2026-10-20' });
});

test('where the law sets no day the organiser may have a target of its own, which is not law', () => {
  const facts = { programme: 'NA25', receivedOn: '2026-08-17' };
  const answer = ask(facts, '2026-11-22', [
    routine('other-due-within-days', 45),
    routine('due-within-days', 30),
  ]);
  expect(answer.value).toEqual({ dueOn: null, internalDueOn: '2026-10-01' });
  expect(answer.reasons.at(-1)?.basis[0]?.kind).toBe('routine');
});
