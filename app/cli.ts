// The entry of the command line: the real process's streams and signals around `runCommandLine`.
import { runCommandLine } from './command-line.ts';
import { processIo } from './process-io.ts';

process.exitCode = await runCommandLine(process.argv.slice(2), processIo());
// A command that has answered is done, whatever timers or sockets a library has left behind.
process.stdout.write('', () => process.exit());
