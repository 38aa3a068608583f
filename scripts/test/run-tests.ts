// Runs the parts of the test run that are asked for (all of them if none is), says how each went, and ends with `N passed, N failed`.
import { type Part, parts } from './parts.ts';
import { lastLine, type PartResult } from './result.ts';
import { forwardSignals } from './run-command.ts';

/** The parts and path filters that the arguments ask for: a part's name, or the beginning of a path. A path alone runs the tests below it. */
function choose(args: readonly string[]): { chosen: readonly Part[]; filters: readonly string[] } {
  const named = parts.filter((part) => args.includes(part.name));
  const filters = args.filter((arg) => !parts.some((part) => part.name === arg));
  if (named.length > 0) return { chosen: named, filters };
  return { chosen: filters.length > 0 ? parts.filter((part) => part.kind === 'tests') : parts, filters };
}

async function runPart(part: Part, filters: readonly string[]): Promise<PartResult> {
  const begun = performance.now();
  const result = await part.run(filters);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1).replace('.', ',');
  if (result.details) process.stdout.write(`${result.details.trimEnd()}\n`);
  const figures = `${result.passed} godkända, ${result.failed} fel`;
  process.stdout.write(`${part.title.padEnd(26)}${figures.padEnd(26)}${seconds} s\n`);
  return result;
}

forwardSignals();
const { chosen, filters } = choose(process.argv.slice(2));
const checks = chosen.filter((part) => part.kind === 'check');
// The checks use one core each and the tests use both, so the checks run two and two and the tests one kind at a time.
const results: PartResult[] = [];
for (let first = 0; first < checks.length; first += 2)
  results.push(...(await Promise.all(checks.slice(first, first + 2).map((part) => runPart(part, [])))));
for (const part of chosen.filter((each) => each.kind === 'tests')) results.push(await runPart(part, filters));
process.stdout.write(`${lastLine(results)}\n`);
if (results.some((each) => each.failed > 0)) process.exitCode = 1;
