import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Decided, decide } from '../../../law/index.ts';
import { examForecast } from './exam-forecast.ts';
import type { ExamForecast } from './exam-outlook.ts';

type Row = {
  readonly code: string;
  readonly points: number;
  readonly grade: string | null;
  readonly group: string;
};
type Plan = {
  readonly curriculum: 'GY11' | 'GY25';
  readonly kind: 'vocational' | 'preparatory';
  readonly rows: readonly Row[];
};

const required = {
  GY11: ['SVESVE01', 'SVASVA01', 'SVESVE02', 'SVESVE03', 'ENGENG05', 'ENGENG06', 'MATMAT01b', 'GYARXX'],
  GY25: ['SVEN1000X', 'SVEA2000X', 'SVEN3000X', 'ENGE1000X', 'ENGE2000X', 'MATE1B00X', 'MATE2B00X', 'GYARXX'],
} as const;
const others = {
  GY11: ['AAA01', 'BBB01', 'CCC01', 'DDD01', 'EEE01', 'FFF01'],
  GY25: ['AAAA1000X', 'AAAA2000X', 'AAAA3000X', 'BBBB1000X', 'BBBB2000X', 'CCCC1000X'],
} as const;

const grade = fc.constantFrom('E', 'E', 'E', 'E', 'E', 'F', 'F', '-', null);
const otherRow = fc.record({
  points: fc.constantFrom(50, 100, 150, 200),
  grade: fc.constantFrom('E', 'F', 'F', '-', null),
  group: fc.constantFrom('programme', 'specialisation'),
});

/** Small plans that fall on both sides of the limits: approved points enough to come near, few failed. */
const plan: fc.Arbitrary<Plan> = fc
  .record({
    curriculum: fc.constantFrom('GY11' as const, 'GY25' as const),
    kind: fc.constantFrom('vocational' as const, 'preparatory' as const),
    grades: fc.array(grade, { minLength: 8, maxLength: 8 }),
    left: fc.subarray([0, 1, 2, 3, 4, 5, 6, 7], { minLength: 6 }),
    more: fc.array(otherRow, { maxLength: 6 }),
    base: fc.integer({ min: 12, max: 20 }),
    programme: fc.integer({ min: 2, max: 5 }),
  })
  .map(({ curriculum, kind, grades, left, more, base, programme }) => ({
    ...{ curriculum, kind },
    rows: [
      ...left.map((at) => ({ ...common, code: required[curriculum][at]!, grade: grades[at]! })),
      ...more.map((row, at) => ({ ...row, code: others[curriculum][at]! })),
      ...Array.from({ length: base }, (_, at) => approved(`XYZ${at}`, at < programme)),
    ],
  }));
const common = { points: 100, group: 'common' };

function approved(code: string, inProgramme: boolean): Row {
  return { code, points: 100, grade: 'E', group: inProgramme ? 'programme' : 'individual' };
}

function ask({ curriculum, kind }: Plan, rows: readonly Row[]): Decided<ExamForecast> {
  return decide(examForecast, { curriculum, kind, planPoints: 2500, results: rows }, '2026-11-22');
}

function forecastOf(asked: Plan, rows: readonly Row[] = asked.rows): ExamForecast {
  return ask(asked, rows).value!;
}

const isFailed = ({ grade: of }: Row) => of === 'F' || of === '-';

/** All sets of some numbers, the fewest first and, of one size, the earliest first. */
function setsOf(numbers: readonly number[]): number[][] {
  const grow = ([first, ...rest]: readonly number[]): number[][] => {
    if (first === undefined) return [[]];
    const sets = grow(rest);
    return sets.map((set) => [first, ...set]).concat(sets);
  };
  return grow(numbers).sort((a, b) => a.length - b.length);
}

function passing(rows: readonly Row[], retaken: readonly number[]): Row[] {
  return rows.map((row, at) => (row.grade === null || retaken.includes(at) ? { ...row, grade: 'E' } : row));
}

/** By trying all: the rule asked anew for each set of failed courses, everything open passed. */
function smallestByTrying(asked: Plan): readonly string[] | null {
  const failed = asked.rows.flatMap((row, at) => (isFailed(row) ? [at] : []));
  const pointsOf = (set: readonly number[]) => set.reduce((sum, at) => sum + asked.rows[at]!.points, 0);
  const enough = setsOf(failed).filter((set) => ask(asked, passing(asked.rows, set)).verdict === 'ok');
  const fewest = enough.filter((set) => set.length === enough[0]!.length);
  const cheapest = Math.min(...fewest.map(pointsOf));
  const best = fewest.find((set) => pointsOf(set) === cheapest);
  return best ? best.map((at) => asked.rows[at]!.code) : null;
}

describe('for any study plan', () => {
  test('the retakes are the smallest set that leads to the exam, as trying every set shows', () => {
    fc.assert(
      fc.property(plan, (asked) => {
        expect(forecastOf(asked).retakes).toEqual(smallestByTrying(asked));
      }),
      { numRuns: 300 },
    );
  });

  test('the generated plans are of every kind, or the property above shows nothing', () => {
    const seen = new Map<string, number>();
    for (const asked of fc.sample(plan, { numRuns: 600, seed: 7 })) {
      const length = forecastOf(asked).retakes?.length;
      const kind = `${asked.curriculum} ${length === undefined ? 'none' : Math.min(length, 3)}`;
      seen.set(kind, (seen.get(kind) ?? 0) + 1);
    }
    const kinds = ['none', 0, 1, 2, 3].flatMap((kind) => [`GY11 ${kind}`, `GY25 ${kind}`]);
    for (const kind of kinds) expect(seen.get(kind) ?? 0, kind).toBeGreaterThan(2);
  });

  test('approved, failed and open points are all the points', () => {
    fc.assert(
      fc.property(plan, (asked) => {
        const { approvedPoints, failedPoints, openPoints, possiblePoints } = forecastOf(asked);
        const all = asked.rows.reduce((sum, { points }) => sum + points, 0);
        expect(approvedPoints + failedPoints + openPoints).toBe(all);
        expect(possiblePoints).toBeGreaterThanOrEqual(approvedPoints + openPoints);
      }),
    );
  });

  test('what is possible is what is approved when all that is open is passed', () => {
    fc.assert(
      fc.property(plan, (asked) => {
        const passed = ask(asked, passing(asked.rows, []));
        const { possiblePoints, attainableWithoutRetake } = forecastOf(asked);
        expect(passed.value!.approvedPoints).toBe(possiblePoints);
        expect(passed.verdict === 'ok').toBe(attainableWithoutRetake);
      }),
    );
  });

  test('one more approved course never makes it worse', () => {
    const rank = { refused: 0, missing: 1, ok: 2 } as const;
    fc.assert(
      fc.property(plan, fc.nat(), (asked, at) => {
        const behind = asked.rows.flatMap((row, index) => (row.grade === 'E' ? [] : [index]));
        fc.pre(behind.length > 0);
        const passed = behind[at % behind.length]!;
        const rows = asked.rows.map((row, index) => (index === passed ? { ...row, grade: 'E' } : row));
        const before = ask(asked, asked.rows);
        const after = ask(asked, rows);
        expect(rank[after.verdict]).toBeGreaterThanOrEqual(rank[before.verdict]);
        expect(after.value!.approvedPoints).toBeGreaterThanOrEqual(before.value!.approvedPoints);
        if (before.value!.retakes)
          expect(after.value!.retakes!.length).toBeLessThanOrEqual(before.value!.retakes.length);
      }),
    );
  });

  test('a failed attempt beside the same course changes nothing', () => {
    fc.assert(
      fc.property(plan, fc.nat(), (asked, at) => {
        const again = asked.rows[at % asked.rows.length]!;
        fc.pre(again.grade !== '-');
        const changed = ask(asked, [...asked.rows, { ...again, grade: '-' }]);
        expect(changed.value).toEqual(forecastOf(asked));
      }),
    );
  });

  test('the order of the results does not matter, but for which of equal retakes is named', () => {
    const shuffled = plan.chain((asked) =>
      fc.shuffledSubarray([...asked.rows], { minLength: asked.rows.length }).map((rows) => ({ asked, rows })),
    );
    fc.assert(
      fc.property(shuffled, ({ asked, rows }) => {
        const sorted = (each: ExamForecast) => ({
          ...each,
          open: [...each.open].sort(),
          blocking: each.blocking.map(({ requirement, codes }) => [requirement, [...codes].sort()]),
          retakes: each.retakes && costOf(asked, each.retakes),
        });
        const other = ask(asked, rows);
        expect(sorted(other.value!)).toEqual(sorted(forecastOf(asked)));
        expect(other.reasons.map(({ code }) => code)).toEqual(
          ask(asked, asked.rows).reasons.map(({ code }) => code),
        );
      }),
    );
  });
});

function costOf(asked: Plan, codes: readonly string[]) {
  const points = codes.map((code) => asked.rows.find((row) => row.code === code)!.points);
  return { count: codes.length, points: points.reduce((sum, each) => sum + each, 0) };
}
