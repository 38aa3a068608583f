import { describe, expect, test } from 'vitest';
import { planSteps } from './plan-steps.ts';

const today = '2026-11-25';
const yearStarts = '2026-08-01';
const never = { since: null, windowTo: null, yearStarts, today };
const since = new Date('2026-11-24T02:00:00Z');

describe('what is asked of a source', () => {
  test('everybody the first time, then who has changed since the last pull began, ten minutes earlier to be sure', () => {
    expect(planSteps('persons', never).steps).toEqual([{ whole: true }]);
    expect(planSteps('persons', { ...never, since }).steps).toEqual([
      { modifiedAfter: '2026-11-24T01:50:00.000Z' },
    ]);
  });

  test('attendance that was written before the school year is not asked for', () => {
    expect(planSteps('attendances', never).steps).toEqual([
      { modifiedAfter: '2026-08-01T00:00:00Z', whole: true },
    ]);
  });

  test('lessons from the first day of the school year to two weeks ahead, four weeks at a time, no day twice and none left out', () => {
    const { steps, windowTo } = planSteps('calendarEvents', never);
    expect(steps[0]).toEqual({ window: { from: '2026-08-01', to: '2026-08-28' }, whole: true });
    expect(steps[1]!.window!.from).toBe('2026-08-29');
    expect(steps.at(-1)!.window!.to).toBe('2026-12-09');
    expect(windowTo).toBe('2026-12-09');
    expect(steps).toHaveLength(5);
  });

  test('the next day: what has changed in any day, for a lesson may have been moved far ahead, and all of the one new day', () => {
    const from = { ...never, since, windowTo: '2026-12-08' };
    expect(planSteps('calendarEvents', from)).toEqual({
      steps: [
        { modifiedAfter: '2026-11-24T01:50:00.000Z', window: { from: yearStarts, to: '2027-12-10' } },
        { window: { from: '2026-12-09', to: '2026-12-09' } },
      ],
      windowTo: '2026-12-09',
    });
    expect(planSteps('calendarEvents', { ...from, windowTo: '2026-12-09' }).steps).toHaveLength(1);
  });

  test('a new school year is mirrored from its beginning', () => {
    const from = { ...never, since, windowTo: '2026-07-31' };
    expect(planSteps('calendarEvents', from).steps[0]).toEqual({
      window: { from: '2026-08-01', to: '2026-08-28' },
      whole: true,
    });
  });

  test('sums are asked for week by week, Monday to Sunday, and the last six weeks again', () => {
    const first = planSteps('aggregatedAttendance', never);
    expect(first.steps).toHaveLength(18);
    expect(first.steps[0]!.window).toEqual({ from: '2026-07-27', to: '2026-08-02' });
    expect(first.steps.at(-1)!.window).toEqual({ from: '2026-11-23', to: '2026-11-29' });
    const again = planSteps('aggregatedAttendance', { ...never, since, windowTo: '2026-11-24' });
    expect(again.steps).toHaveLength(6);
    expect(again.steps[0]!.window).toEqual({ from: '2026-10-19', to: '2026-10-25' });
  });

  test('a source that has been silent for two months gets all weeks of the silence', () => {
    const again = planSteps('aggregatedAttendance', { ...never, since, windowTo: '2026-09-25' });
    expect(again.steps[0]!.window!.from).toBe('2026-08-17');
    expect(again.steps.at(-1)!.window!.from).toBe('2026-11-23');
  });
});
