import type { Io } from './command.ts';

/** How long a command may take to stop cleanly before the process ends anyway. */
const stopWithinMs = 5_000;

/** The real process's streams and signals. The first Ctrl-C or SIGTERM asks the command to stop, the second ends the process at once. */
export function processIo(): Io {
  const isTerminal = process.stderr.isTTY;
  return {
    out: (text) => void process.stdout.write(text.endsWith('\n') ? text : `${text}\n`),
    say: (line) => void process.stderr.write(`${line}\n`),
    progress: (text) => void (isTerminal && process.stderr.write(`\r\u001b[K${text}`)),
    env: process.env,
    stopping: stopSignal(),
  };
}

/** One press reaches us more than once: from the terminal, from npm and from the launcher. Only a later one is a second press. */
const samePressMs = 500;

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  let firstAt = 0;
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => {
      if (controller.signal.aborted && performance.now() - firstAt < samePressMs) return;
      if (controller.signal.aborted) process.exit(code);
      firstAt = performance.now();
      controller.abort(signal);
      setTimeout(() => process.exit(code), stopWithinMs).unref();
    });
  }
  return controller.signal;
}
