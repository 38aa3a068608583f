import { expect, test } from 'vitest';
import { z } from 'zod';
import { fact } from '../../../law/index.ts';
import { factFields } from './fact-fields.ts';
import { factsFromForm, formFromFacts } from './form-facts.ts';

const shape = {
  programme: fact.text('Program'),
  receivedOn: fact.day('Mottagen'),
  newlyArrived: fact.yesNo('Nyanländ'),
  capacity: fact.choice('Vem', { principal: 'Rektorn', delegate: 'Någon annan' }),
  weeklyHours: fact.list('Timmar', z.number()),
  grades: fact.list('Betyg', z.object({ subject: fact.text('Ämne'), grade: fact.text('Betyg').nullable() })),
  reduction: fact.group('Minskning', { requested: fact.yesNo('Begärd'), from: fact.day('Från').optional() }),
};
const fields = factFields(shape);

test('each fact becomes the field that its kind needs, with its Swedish label', () => {
  expect(fields.map(({ kind, label }) => [kind, label])).toEqual([
    ['text', 'Program'],
    ['day', 'Mottagen'],
    ['yes-no', 'Nyanländ'],
    ['choice', 'Vem'],
    ['list', 'Timmar'],
    ['list', 'Betyg'],
    ['group', 'Minskning'],
  ]);
  expect(fields[3]).toMatchObject({
    options: [
      ['principal', 'Rektorn'],
      ['delegate', 'Någon annan'],
    ],
  });
});

test('what is written in the form and read again is the same facts', () => {
  const facts = {
    programme: 'IMS',
    receivedOn: '2026-08-20',
    newlyArrived: false,
    capacity: 'principal',
    weeklyHours: [23, 22.5],
    grades: [
      { subject: 'SV', grade: 'E' },
      { subject: 'MA', grade: null },
    ],
    reduction: { requested: true, from: '2026-09-01' },
  };
  expect(factsFromForm(fields, formFromFacts(fields, facts))).toEqual(facts);
});

test('an empty field is a fact that nobody knows, and "ingen" is none', () => {
  expect(factsFromForm(fields, { programme: ' ', reduction: 'ingen' })).toEqual({ reduction: null });
});

test('what cannot be read is passed on, so that the rule says what is wrong', () => {
  expect(factsFromForm(fields, { weeklyHours: 'tjugo', newlyArrived: 'kanske' })).toEqual({
    weeklyHours: ['tjugo'],
    newlyArrived: 'kanske',
  });
});
