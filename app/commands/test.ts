import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { projectRoot } from '../../platform/server/project-root.ts';
import type { Io } from '../command.ts';

/** For the list of commands. */
export const summary = 'Kör alla kontroller och tester.';

/** For `--help`. */
export const help = `
./fullfolj test [DEL …] [SÖKVÄG …]

Installerar det som testerna behöver och kör allt: typer, bygge, format, pilar mellan moduler, genererade filer,
rena tester, servertester mot en riktig PostgreSQL, och resor och tillgänglighet i en riktig webbläsare.
Sista raden är: N passed, N failed.

  DEL       types, build, lint, arrows, generated, pure, server eller journey: kör bara de delarna
  SÖKVÄG    kör bara testerna i filer vars sökväg innehåller detta, t.ex. modules/signals

CHROMIUM_PATH pekar ut en webbläsare. Annars används datorns, eller så installeras en.
`;

/** Runs the test programs, which are no part of what is delivered, and answers their exit code. */
export function run(args: string[], io: Io): Promise<number> {
  const root = projectRoot();
  const child = spawn(process.execPath, [join(root, 'scripts/test/run-tests.ts'), ...args], {
    cwd: root,
    stdio: 'inherit',
  });
  // A terminal sends Ctrl-C to the whole group; another sender reaches only us.
  io.stopping.addEventListener('abort', () => child.kill('SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? 130));
  });
}
