import { type ChildProcess, spawn } from 'node:child_process';
import { projectRoot } from '../../platform/server/project-root.ts';

/** How a program ended, and what it wrote if it was collected. */
export type Ending = { code: number; output: string };

const running = new Set<ChildProcess>();

/**
 * Runs a program in the project's folder. `collect` gathers what it writes, to be shown only if it fails; `show` passes it on to standard error.
 * A program that cannot be started counts as ended with 127.
 */
export function runCommand(
  file: string,
  args: readonly string[],
  mode: 'collect' | 'show',
  env: NodeJS.ProcessEnv = process.env,
): Promise<Ending> {
  const output: Buffer[] = [];
  const stdio = mode === 'collect' ? (['ignore', 'pipe', 'pipe'] as const) : (['ignore', 2, 2] as const);
  const child = spawn(file, args, { cwd: projectRoot(), env, stdio: [...stdio] });
  running.add(child);
  for (const stream of [child.stdout, child.stderr])
    stream?.on('data', (chunk: Buffer) => output.push(chunk));
  return new Promise((resolve) => {
    const end = (code: number) => {
      running.delete(child);
      resolve({ code, output: Buffer.concat(output).toString('utf8') });
    };
    child.once('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      end(127);
    });
    child.once('close', (code) => end(code ?? 1));
  });
}

/** Passes Ctrl-C and SIGTERM on to the programs that run, so that they can tidy up. */
export function forwardSignals(): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      for (const child of running) child.kill(signal);
      process.exitCode = 130;
      setTimeout(() => process.exit(130), 5_000).unref();
    });
  }
}
