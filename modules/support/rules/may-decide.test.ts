import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { mayDecide } from './may-decide.ts';
import { mayDecideFacts, measures } from './may-decide-facts.ts';
import { capacities } from './who-decides.ts';

const form = 'upper-secondary';
const distance = {
  schoolForm: form,
  measure: 'distance-education',
  capacity: 'principal',
  documentedProblem: true,
  studentConsented: true,
};
const inCompulsory = {
  ...distance,
  schoolForm: 'compulsory',
  studentConsented: null,
  guardianConsented: true,
  otherSupportExhausted: true,
};

const ask = (facts: object, on = '2026-11-22', routines: Parameters<typeof decide>[3] = []) =>
  decide(mayDecide, facts, on, routines);
const cited = (facts: object) =>
  answerOf(ask(facts))
    .reasons.flatMap(({ basis }) => basis)
    .join();

test.each([
  ['the principal decides a programme', 'action-programme', 'principal', null, '3 kap. 9 §'],
  ['a delegate decides a programme', 'action-programme', 'delegate', true, '2 kap. 10 §'],
  ['the principal decides a resource', 'resource', 'principal', null, '3 kap. 9 §'],
  ['a delegate decides an assistant', 'assistant', 'delegate', true, '2 kap. 10 §'],
  [
    'a special educator with delegation decides study support',
    'study-support',
    'special-educator',
    true,
    '2 kap. 10 §',
  ],
  ['the principal decides that no programme is drawn up', 'no-programme', 'principal', null, '3 kap. 9 §'],
  ['so does a delegate', 'no-programme', 'delegate', true, '3 kap. 9 §'],
  [
    'the principal decides a reduced programme',
    'reduced-programme',
    'principal',
    null,
    'SFS 2010:2039 9 kap. 6 §',
  ],
  [
    'so does a delegate, as far as is known',
    'reduced-programme',
    'delegate',
    true,
    'SFS 2010:2039 9 kap. 6 §',
  ],
])('in upper secondary school %s', (_, measure, capacity, delegated, basis) => {
  const facts = { schoolForm: form, measure, capacity, delegated };
  expect(ask(facts)).toMatchObject({ verdict: 'ok', value: { mayDecide: true, inPerson: false } });
  expect(cited(facts)).toContain(basis);
});

test.each([
  ['a delegate without delegation', form, 'action-programme', 'delegate', false, '2 kap. 10 §'],
  ['a mentor', form, 'action-programme', 'mentor', null, '3 kap. 9 §'],
  ['a mentor, that no programme is drawn up', form, 'no-programme', 'mentor', null, '3 kap. 9 §'],
  ['the head of education', form, 'study-support', 'head-of-education', null, '3 kap. 9 §'],
  ['a guardian, even with delegation', form, 'action-programme', 'guardian', true, '3 kap. 9 §'],
  ['a delegate, distance education', form, 'distance-education', 'delegate', true, '3 kap. 9 §'],
  [
    'a deputy principal, distance education',
    form,
    'distance-education',
    'deputy-principal',
    true,
    '3 kap. 9 §',
  ],
  ['anyone, a special teaching group', form, 'special-teaching-group', null, null, '3 kap. 11 §'],
  ['the principal, an adjusted study path', form, 'adjusted-study-path', 'principal', null, '3 kap. 12 §'],
  [
    'the same in adapted upper secondary',
    'adapted-upper-secondary',
    'adjusted-study-path',
    'principal',
    null,
    '3 kap. 12 §',
  ],
  [
    'a delegate, a teaching group in compulsory school',
    'compulsory',
    'special-teaching-group',
    'delegate',
    true,
    '3 kap. 9 §',
  ],
  [
    'a delegate, a study path in adapted compulsory school',
    'adapted-compulsory',
    'adjusted-study-path',
    'delegate',
    true,
    '3 kap. 9 §',
  ],
  [
    'the principal, a reduced programme in compulsory school',
    'compulsory',
    'reduced-programme',
    'principal',
    null,
    '9 kap. 6 §',
  ],
])('may not decide: %s', (_, schoolForm, measure, capacity, delegated, basis) => {
  const facts = { schoolForm, measure, capacity, delegated };
  expect(ask(facts)).toMatchObject({ verdict: 'refused', value: { mayDecide: false } });
  expect(cited(facts)).toContain(basis);
});

test.each(['compulsory', 'adapted-compulsory', 'special', 'sami'])(
  'in the form %s the principal decides teaching groups and study paths in person',
  (schoolForm) => {
    for (const [measure, place] of [
      ['special-teaching-group', '3 kap. 11 §'],
      ['adjusted-study-path', '3 kap. 12 §'],
    ]) {
      const facts = { schoolForm, measure, capacity: 'principal' };
      expect(ask(facts).value).toEqual({ mayDecide: true, inPerson: true });
      expect(cited(facts)).toContain('3 kap. 9 §');
      expect(cited(facts)).toContain(place);
    }
  },
);

test.each([
  ['the principal, when the conditions are met', distance, 'ok', []],
  ['no documented problem', { ...distance, documentedProblem: false }, 'refused', ['documentedProblem']],
  ['the student does not consent', { ...distance, studentConsented: false }, 'refused', ['studentConsented']],
  ['the education is not begun', { ...distance, educationBegun: false }, 'refused', ['educationBegun']],
  ['one term', { ...distance, terms: 1 }, 'ok', []],
  ['two terms at once', { ...distance, terms: 2 }, 'refused', ['terms']],
  ['consent is not known', { ...distance, studentConsented: null }, 'missing', ['studentConsented']],
  [
    'nothing is known but the principal',
    { schoolForm: form, measure: 'distance-education', capacity: 'principal' },
    'missing',
    ['documentedProblem', 'studentConsented'],
  ],
  [
    'all reasons at once: a delegate, no consent, the problem not known',
    { ...distance, capacity: 'delegate', delegated: true, documentedProblem: null, studentConsented: false },
    'refused',
    ['studentConsented', 'documentedProblem'],
  ],
  [
    'without consent it does not matter who decides',
    { ...distance, capacity: null, studentConsented: false },
    'refused',
    ['studentConsented', 'capacity'],
  ],
  ['in adapted upper secondary school', { ...distance, schoolForm: 'adapted-upper-secondary' }, 'ok', []],
  ['in compulsory school the guardian consents', inCompulsory, 'ok', []],
  ['the guardian does not', { ...inCompulsory, guardianConsented: false }, 'refused', ['guardianConsented']],
  [
    'other support is possible',
    { ...inCompulsory, otherSupportExhausted: false },
    'refused',
    ['otherSupportExhausted'],
  ],
])('distance education: %s', (_, facts, verdict, about) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe(verdict);
  const facts_ = answer.reasons.flatMap(({ fact }) => (fact ? [fact] : []));
  expect(facts_.sort()).toEqual([...about].sort());
});

test.each([
  ['the delegation', { schoolForm: form, measure: 'resource', capacity: 'delegate' }, 'delegated'],
  ['the capacity', { schoolForm: form, measure: 'resource' }, 'capacity'],
  ['the measure', { schoolForm: form, capacity: 'principal' }, 'measure'],
  ['the school form', { measure: 'resource', capacity: 'principal' }, 'schoolForm'],
  [
    'a measure with an unknown code',
    { schoolForm: form, measure: 'magic', capacity: 'principal' },
    'measure',
  ],
  ['an unknown capacity', { schoolForm: form, measure: 'resource', capacity: 'king' }, 'capacity'],
])('not known is not no: %s', (_, facts, fact) => {
  expect(ask(facts)).toMatchObject({ verdict: 'missing', reasons: [{ fact }] });
});

test('forms and decisions whose text was not read are not guessed', () => {
  const facts = { capacity: 'principal', measure: 'reduced-programme' };
  expect(ask({ ...facts, schoolForm: 'adapted-upper-secondary' }).verdict).toBe('missing');
  expect(ask({ ...facts, schoolForm: 'adult', measure: 'resource' }).verdict).toBe('missing');
});

test('a reduced programme stands in the action programme; that it must is not verified', () => {
  const facts = { schoolForm: form, measure: 'reduced-programme', capacity: 'principal' };
  const answer = answerOf(ask(facts));
  expect(answer.reasons.at(-1)).toMatchObject({ code: 'document-in-programme', verified: false });
  expect(ask({ ...facts, documentedInProgramme: true }).verdict).toBe('ok');
  expect(ask({ ...facts, documentedInProgramme: false }).verdict).toBe('refused');
});

test('distance education as support is answered from the day it is in the book, not before', () => {
  expect(ask(distance, '2021-06-30')).toMatchObject({ verdict: 'missing', version: '2018-07-01' });
  expect(ask(distance, '2021-07-01').verdict).toBe('ok');
  const support = { schoolForm: form, measure: 'resource', capacity: 'principal' };
  expect(answerOf(ask(support, '2021-06-30')).reasons[0]).toMatchObject({ verified: false });
  expect(answerOf(ask(support, '2021-07-01')).reasons[0]).toMatchObject({ verified: true });
  expect(ask(support, '2018-06-30').version).toBeNull();
  expect(ask(support, '2028-07-01')).toMatchObject({ verdict: 'missing', version: null });
});

test('an organiser may want one more who signs', () => {
  const own = { rule: 'support/may-decide', key: 'extra-sign-off', organiser: 'Ekdala kommun' };
  const routine = (value: string) => [{ ...own, value, inForce: { from: '2026-07-01' } }];
  const answer = ask(distance, '2026-11-22', routine('head-of-education'));
  expect(answer.value).toEqual({ mayDecide: true, inPerson: true, alsoSigns: 'head-of-education' });
  expect(answer.reasons.at(-1)).toMatchObject({ basis: [{ kind: 'routine', source: 'Ekdala kommun' }] });
  expect(answer.reasons.at(-1)?.says).toContain('skolchef');
  expect(ask(distance, '2026-11-22', routine('toString')).reasons.at(-1)?.says).toContain('toString');
  expect(ask(distance, '2026-06-30', routine('head-of-education')).value).not.toHaveProperty('alsoSigns');
});

test('what the principal decides in person nobody else may decide, whatever the other facts', () => {
  const yesNo = fc.constantFrom(true, false, null);
  const others = Object.keys(capacities).filter((each) => each !== 'principal');
  const facts = fc.record({
    schoolForm: fc.constantFrom(
      ...Object.keys(mayDecideFacts.schoolForm.meta()?.labels ?? { compulsory: '' }),
    ),
    measure: fc.constantFrom(...Object.keys(measures)),
    capacity: fc.constantFrom(...others),
    delegated: yesNo,
    documentedProblem: yesNo,
    studentConsented: yesNo,
    guardianConsented: yesNo,
    otherSupportExhausted: yesNo,
  });
  fc.assert(
    fc.property(facts, (given) => {
      const answer = ask(given);
      if (answer.value?.inPerson) expect(answer.verdict).toBe('refused');
      if (answer.verdict === 'ok') expect(given.delegated).toBe(true);
      expect(answer.reasons.length).toBeGreaterThan(0);
    }),
  );
});
