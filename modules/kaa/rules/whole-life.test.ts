import fc from 'fast-check';
import { expect, test } from 'vitest';
import { decide } from '../../../law/index.ts';
import { addDays, fromEpochDay, type LocalDate } from '../../../platform/local-date.ts';
import { kaaInScope } from './in-scope.ts';

interface LivedStudy {
  readonly form: string;
  readonly programme: string | null;
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/** A life from outside: what happened on which day, with nothing computed. */
interface Life {
  readonly birthDate: LocalDate;
  readonly arrivedLate: boolean;
  /** The last day of compulsory schooling or, for who arrived late, the day before registration. */
  readonly schoolingUntil: LocalDate;
  readonly studies: readonly LivedStudy[];
  /** Given on the last day of the last study, when that is an upper secondary one. */
  readonly diplomaOn: LocalDate | null;
}

const kinds = [
  { form: 'upper-secondary', programme: 'national' },
  { form: 'upper-secondary', programme: 'IMS' },
  { form: 'adapted-upper-secondary', programme: null },
  { form: 'adult-education', programme: null },
] as const;

const birthDays = fc.oneof(
  fc.integer({ min: 10_966, max: 13_878 }).map(fromEpochDay),
  fc.constantFrom('2000-02-29', '2004-02-29', '2000-07-01', '2001-07-01'),
);
const spell = fc.record({
  gap: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 300 })),
  days: fc.oneof(fc.constant(1), fc.integer({ min: 2, max: 900 })),
  kind: fc.constantFrom(...kinds),
});

const lives: fc.Arbitrary<Life> = fc
  .record({
    birthDate: birthDays,
    arrivedLate: fc.boolean(),
    schooling: fc.integer({ min: 15 * 365 + 10, max: 18 * 365 }),
    spells: fc.array(spell, { maxLength: 4 }),
    graduates: fc.boolean(),
  })
  .map(({ birthDate, arrivedLate, schooling, spells, graduates }) => {
    const schoolingUntil = addDays(birthDate, schooling);
    const studies: LivedStudy[] = [];
    for (const { gap, days, kind } of spells) {
      const from = addDays(studies.at(-1)?.to ?? schoolingUntil, 1 + gap);
      studies.push({ ...kind, from, to: addDays(from, days - 1) });
    }
    const last = studies.at(-1);
    const diplomaOn = graduates && last?.programme === 'national' ? last.to : null;
    return { birthDate, arrivedLate, schoolingUntil, studies, diplomaOn };
  });

function factsOn(life: Life, on: LocalDate) {
  const known = { birthDate: life.birthDate, registeredIn: '0114', enrolments: life.studies };
  const schooling = life.arrivedLate
    ? { compulsorySchooling: 'not-subject', registeredOn: addDays(life.schoolingUntil, 1) }
    : { compulsorySchoolingUntil: life.schoolingUntil };
  const diploma = life.diplomaOn !== null && life.diplomaOn <= on;
  return { ...known, ...schooling, diploma, adaptedCertificate: false, equivalentCompleted: false };
}

/** The six conditions, said once more and in another way than the rule says them. */
function conditionsHold(life: Life, on: LocalDate): boolean {
  const twenty = `${Number(life.birthDate.slice(0, 4)) + 20}${life.birthDate.slice(4)}`;
  const attends = life.studies.some(({ form, programme, from, to }) => {
    const counts = form !== 'adult-education' && (programme !== 'IMS' || on >= '2018-07-01');
    return counts && from <= on && on <= to;
  });
  return on < twenty && on > life.schoolingUntil && !attends && !(life.diplomaOn && on >= life.diplomaOn);
}

function daysFrom15To21({ birthDate }: Life): LocalDate[] {
  const fifteen = addDays(birthDate, 15 * 365 + 3);
  return Array.from({ length: 6 * 365 + 10 }, (_, day) => addDays(fifteen, day));
}

test('over a whole life the days in scope are exactly those when the conditions hold, and first and last day agree with them', () => {
  fc.assert(
    fc.property(lives, (life) => {
      const days = daysFrom15To21(life);
      const held = days.map((on) => conditionsHold(life, on));
      for (const [at, on] of days.entries()) {
        const { verdict, value } = decide(kaaInScope, factsOn(life, on), on);
        const first = held.lastIndexOf(false, at) + 1;
        const last = held.indexOf(false, at) - 1;
        const wanted = held[at]
          ? { inScope: true, from: days[first], until: days[last] }
          : { inScope: false, from: null, until: null };
        expect({ on, verdict, ...value }).toMatchObject({ on, verdict: 'ok', ...wanted });
      }
    }),
    { numRuns: 40 },
  );
});

test('nobody is in scope at 20, whatever else is known', () => {
  fc.assert(
    fc.property(lives, fc.integer({ min: 0, max: 3000 }), (life, later) => {
      const twenty = `${Number(life.birthDate.slice(0, 4)) + 20}${life.birthDate.slice(4)}`;
      const on = addDays(twenty, later);
      expect(decide(kaaInScope, { birthDate: life.birthDate }, on).value).toMatchObject({ inScope: false });
      expect(decide(kaaInScope, factsOn(life, on), on).value).toMatchObject({ inScope: false });
    }),
  );
});
