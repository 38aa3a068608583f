import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../../platform/server/project-root.ts';
import { findBrowser } from './find-browser.ts';
import { countCheck, countVitest, type PartResult } from './result.ts';
import { runCommand } from './run-command.ts';

/** One part of the test run. `filters` are paths that narrow down which test files run; a check ignores them. */
export type Part = {
  name: string;
  /** In Swedish, for the summary. */
  title: string;
  kind: 'check' | 'tests';
  run(filters: readonly string[]): Promise<PartResult>;
};

const say = (line: string) => void process.stderr.write(`${line}\n`);

/** Everything `./fullfolj test` does, in order: what is quick and stops most mistakes first. */
export const parts: readonly Part[] = [
  check('types', 'Typer', tool('typescript/bin/tsc'), ['--noEmit']),
  check('build', 'Bygge', 'scripts/run.mjs', ['--only-build']),
  check('lint', 'Format och stil', tool('@biomejs/biome/bin/biome'), [
    'ci',
    '--colors=off',
    '--diagnostic-level=error',
  ]),
  check('arrows', 'Pilar mellan moduler', 'scripts/check-arrows.ts', []),
  check('generated', 'Genererade filer', 'scripts/generate-types.ts', ['--check']),
  tests('pure', 'Rena tester'),
  tests('server', 'Servertester'),
  { ...tests('journey', 'Resor och tillgänglighet'), run: journeys },
];

function tool(path: string): string {
  return join('node_modules', path);
}

function check(name: string, title: string, program: string, args: string[]): Part {
  return {
    name,
    title,
    kind: 'check',
    async run() {
      const { code, output } = await runCommand(process.execPath, [program, ...args], 'collect');
      return countCheck(code, output);
    },
  };
}

function tests(name: string, title: string): Part {
  return { name, title, kind: 'tests', run: (filters) => runVitest(name, filters, process.env) };
}

async function journeys(filters: readonly string[]): Promise<PartResult> {
  if (!existsSync(join(projectRoot(), 'e2e'))) return { passed: 0, failed: 0, details: '' };
  const browser = await findBrowser(say);
  const none =
    'Ingen webbläsare finns och ingen gick att installera. Installera Chromium eller ange den i CHROMIUM_PATH.';
  if (!browser) return countCheck(1, none);
  return runVitest('journey', filters, { ...process.env, CHROMIUM_PATH: browser });
}

async function runVitest(
  project: string,
  filters: readonly string[],
  env: NodeJS.ProcessEnv,
): Promise<PartResult> {
  const folder = mkdtempSync(join(tmpdir(), 'fullfolj-report-'));
  const file = join(folder, 'report.json');
  // The tests make their own database; one that the person works with must not be reachable.
  const { DATABASE_URL: _own, FULLFOLJ_DATA: _data, ...others } = env;
  const surroundings = process.stderr.isTTY ? others : { ...others, NO_COLOR: '1' };
  const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const args = [
    'run',
    '--project',
    project,
    '--passWithNoTests',
    '--configLoader=native',
    ...reporters,
    ...filters,
  ];
  try {
    const { code } = await runCommand(
      process.execPath,
      [tool('vitest/vitest.mjs'), ...args],
      'show',
      surroundings,
    );
    return countVitest(existsSync(file) ? readFileSync(file, 'utf8') : undefined, code);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
