import { expect, expectTypeOf, test } from 'vitest';
import { drawnWeeks, times } from '../../../fixtures/drawn-weeks.ts';
import { mentorTalk, settings2025, studentFacts, wishToTalk } from '../../../fixtures/student-facts.ts';
import { evaluate } from './evaluate.ts';
import type { ActFact, ConcernFact, EngineSettings, FeedbackFact, StudentFacts } from './types.ts';

/** What the engine must never know (signals.md 3.0): background, health, social services, free text. */
const forbidden = [
  'sex',
  'gender',
  'birthCountry',
  'birthDate',
  'age',
  'motherTongue',
  'language',
  'citizenship',
  'ethnicity',
  'religion',
  'address',
  'postalCode',
  'area',
  'municipality',
  'homeMunicipality',
  'parents',
  'guardians',
  'parentEducation',
  'income',
  'diagnosis',
  'health',
  'disability',
  'socialServices',
  'note',
  'notes',
  'text',
  'comment',
  'name',
  'firstName',
  'lastName',
  'civicNumber',
  'protectedIdentity',
] as const;
type Forbidden = (typeof forbidden)[number];

test('the type has no place for background', () => {
  expectTypeOf<Extract<keyof StudentFacts, Forbidden>>().toBeNever();
  expectTypeOf<Extract<keyof ActFact | keyof FeedbackFact | keyof EngineSettings, Forbidden>>().toBeNever();
  // A concern's `area` is a choice in the form ("närvaro"), not where somebody lives; it is shown, never counted.
  expectTypeOf<Exclude<Extract<keyof ConcernFact, Forbidden>, 'area'>>().toBeNever();
  expectTypeOf<keyof StudentFacts>().toEqualTypeOf<
    'enrolledFrom' | 'yearOfProgramme' | 'weeks' | 'acts' | 'concerns' | 'feedback'
  >();
});

const weeks = drawnWeeks('2025-08-18', times(9, 'v... .vi. ..v. .... ....'));
const facts = studentFacts(weeks, { acts: [mentorTalk('2025-09-02')], concerns: [wishToTalk('2025-09-10')] });

test('background that is smuggled in changes nothing', () => {
  const smuggled = { ...facts, ...Object.fromEntries(forbidden.map((key) => [key, 'x'])) } as StudentFacts;
  expect(evaluate(smuggled, '2025-10-20', settings2025)).toEqual(evaluate(facts, '2025-10-20', settings2025));
});

test('the engine asks for nothing outside the closed list', () => {
  const asked = new Set<string>();
  const watched = new Proxy(facts, {
    get(target, key, receiver) {
      asked.add(String(key));
      return Reflect.get(target, key, receiver) as unknown;
    },
  });
  evaluate(watched, '2025-10-20', settings2025);
  expect([...asked].sort()).toEqual([
    'acts',
    'concerns',
    'enrolledFrom',
    'feedback',
    'weeks',
    'yearOfProgramme',
  ]);
});

test('what a concern is about is shown and never weighed', () => {
  const about = (area: string) =>
    evaluate(
      studentFacts(weeks, { concerns: [wishToTalk('2025-09-10', { area })] }),
      '2025-10-20',
      settings2025,
    );
  const levels = (area: string) => about(area).map((each) => [each.signal, each.level, each.state]);
  expect(levels('närvaro')).toEqual(levels('hur eleven mår'));
});
