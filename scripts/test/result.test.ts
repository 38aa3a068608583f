import { expect, test } from 'vitest';
import { countCheck, countVitest, lastLine } from './result.ts';

const file = (status: string, ...tests: string[]) => ({
  name: 'a.test.ts',
  status,
  message: 'why',
  assertionResults: tests.map((each) => ({ status: each })),
});
const report = (...testResults: object[]) => JSON.stringify({ success: true, testResults });

test('passed and failed tests are counted over all files, skipped ones are neither', () => {
  const text = report(file('failed', 'passed', 'failed', 'skipped'), file('passed', 'passed'));
  expect(countVitest(text, 1)).toMatchObject({ passed: 2, failed: 1 });
});

test('a file that could not be loaded counts as one failed and says why', () => {
  expect(countVitest(report(file('failed'), file('passed', 'passed')), 1)).toEqual({
    passed: 1,
    failed: 1,
    details: 'a.test.ts: why',
  });
});

test('a run that ends badly without a failed test has failed', () => {
  expect(countVitest(report(file('passed', 'passed')), 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(countVitest(undefined, 1)).toMatchObject({ passed: 0, failed: 1 });
});

test('a run that ends well without a report has failed too', () => {
  expect(countVitest(undefined, 0)).toMatchObject({ failed: 1 });
});

test('a check counts as one', () => {
  expect(countCheck(0, 'all well')).toEqual({ passed: 1, failed: 0, details: '' });
  expect(countCheck(2, 'a line')).toEqual({ passed: 0, failed: 1, details: 'a line' });
});

test('the last line adds up all parts', () => {
  expect(lastLine([countCheck(0, ''), countVitest(report(file('failed', 'passed', 'failed')), 1)])).toBe(
    '2 passed, 1 failed',
  );
});
