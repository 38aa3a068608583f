import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WeekBars } from './week-bars.tsx';
import { frame, limitNameStart, size, type WeekBar, weekBarsGeometry } from './week-bars-geometry.ts';

const part = fc.integer({ min: 0, max: 50 });
const counted = fc.record({ week: fc.integer({ min: 1, max: 53 }), valid: part, invalid: part });
const empty = fc.record({
  week: fc.integer({ min: 1, max: 53 }),
  empty: fc.constantFrom<'holiday' | 'no-report'>('holiday', 'no-report'),
});
const anyWeeks = fc.array(fc.oneof(counted, empty), { maxLength: 42 });
const topOf = (weeks: WeekBar[], limit?: number) => weekBarsGeometry(weeks, limit).ticks.at(-1);
const week = (valid: number, invalid = 0): WeekBar => ({ week: 34, valid, invalid });

const autumn: WeekBar[] = [
  { week: 43, valid: 10, invalid: 2 },
  { week: 44, empty: 'holiday' },
  { week: 45, valid: 15, invalid: 4 },
  { week: 46, empty: 'no-report' },
  { week: 47, valid: 12, invalid: 0 },
];
const html = async () =>
  String(
    await (
      <WeekBars
        id="h9"
        weeks={autumn}
        caption="Frånvaro per vecka"
        limit={{ percent: 15, name: 'gräns 15 %' }}
      />
    ),
  );

describe('the bars of the weeks', () => {
  it('never leave their box, and invalid absence always stands on top of valid', () => {
    fc.assert(
      fc.property(anyWeeks, fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined }), (weeks, limit) =>
        weekBarsGeometry(weeks, limit).bars.every(
          (bar) =>
            bar.x >= 34 &&
            bar.x + bar.width <= size.width + 0.1 &&
            bar.top >= 10 &&
            bar.top <= bar.validTop &&
            bar.validTop <= bar.bottom,
        ),
      ),
    );
  });

  it('have an axis to 40 percent, to 60 or 100 when a week or the limit needs it', () => {
    expect([topOf([week(40)]), topOf([week(40, 1)]), topOf([week(60)]), topOf([week(60, 1)])]).toEqual([
      40, 60, 60, 100,
    ]);
    expect(topOf([week(5)], 50)).toBe(60);
    expect(topOf([])).toBe(40);
  });

  it('tell a holiday and a missing report from a week without absence', async () => {
    const page = await html();
    expect(page.match(/<rect class="none"/g)).toHaveLength(2 + 2); // two weeks and two signs in the legend
    expect(page).toContain('Lov vecka 44. Ingen rapport vecka 46.');
  });

  it('say the highest and the latest week and the limit for those who do not see them', async () => {
    const sentence = (await html()).match(/aria-label="([^"]+)"/)?.[1]?.replaceAll('\u00a0', ' ');
    expect(sentence).toBe(
      'Frånvaro per vecka. Högst vecka 45: 19 %, varav 4 % ogiltig. Senast vecka 47: 12 %, varav 0 % ogiltig. ' +
        'Lov vecka 44. Ingen rapport vecka 46. En linje visar gräns 15 %.',
    );
  });

  it('stand in a table too, with words where there is no figure', async () => {
    const page = await html();
    expect(page).toContain('<summary>Visa som tabell</summary>');
    expect(page).toContain('<th scope="row">46</th><td class="ff-num">ingen rapport</td>');
  });

  it('use the pattern of their own figure', async () => {
    expect(await html()).toContain('fill="url(#h9)"');
  });

  it('write the name of the limit where no bar hides it, and at the left when there is no such place', () => {
    const start = (weeks: WeekBar[]) => {
      const { bars, y } = weekBarsGeometry(weeks, 15);
      return limitNameStart(bars, y(15));
    };
    const calm = Array.from({ length: 16 }, () => week(5));
    expect(start(calm)).toBe(frame.left + 2);
    expect(start([week(30), ...calm.slice(1)])).toBeGreaterThan(weekBarsGeometry(calm).bars[0]!.x);
    expect(start(calm.map(() => week(30)))).toBe(frame.left + 2);
  });
});
