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

function stopSignal(): AbortSignal {
  const controller = new AbortController();
  const codes = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 };
  for (const [signal, code] of Object.entries(codes)) {
    process.on(signal, () => {
      if (controller.signal.aborted) process.exit(code);
      controller.abort(signal);
      setTimeout(() => process.exit(code), stopWithinMs).unref();
    });
  }
  return controller.signal;
}
