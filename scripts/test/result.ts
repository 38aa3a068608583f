/** What one part of the test run found. `details` is shown when something failed. */
export type PartResult = { passed: number; failed: number; details: string };

type VitestFile = { name: string; status: string; message?: string; assertionResults: { status: string }[] };
type VitestReport = { success: boolean; testResults: VitestFile[] };

/**
 * Counts a report of vitest's JSON reporter. A file that could not be loaded counts as one failed, and so does a run that ended badly without a
 * failed test (an error between tests, no report at all).
 */
export function countVitest(report: string | undefined, exitCode: number): PartResult {
  if (report === undefined) return { passed: 0, failed: 1, details: 'Testprogrammet lämnade ingen rapport.' };
  const { testResults }: VitestReport = JSON.parse(report);
  const tests = testResults.flatMap((file) => file.assertionResults.map((each) => each.status));
  const passed = tests.filter((status) => status === 'passed').length;
  const broken = testResults.filter((file) => file.status === 'failed' && !hasFailedTest(file));
  const failed = tests.filter((status) => status === 'failed').length + broken.length;
  const unexplained = failed === 0 && exitCode !== 0;
  const details = broken.map((file) => `${file.name}: ${file.message ?? 'gick inte att läsa in'}`);
  return { passed, failed: unexplained ? 1 : failed, details: details.join('\n') };
}

function hasFailedTest(file: VitestFile): boolean {
  return file.assertionResults.some((each) => each.status === 'failed');
}

/** A check that is one thing: it holds or it does not. */
export function countCheck(exitCode: number, output: string): PartResult {
  return exitCode === 0 ? { passed: 1, failed: 0, details: '' } : { passed: 0, failed: 1, details: output };
}

/** The last line of a test run; what reads it counts on exactly these words. */
export function lastLine(results: readonly PartResult[]): string {
  const sum = (key: 'passed' | 'failed') => results.reduce((total, each) => total + each[key], 0);
  return `${sum('passed')} passed, ${sum('failed')} failed`;
}
