import { OperatorError } from '../platform/server/operator-error.ts';
import type { Command, Io } from './command.ts';
import { failureInWords } from './failure-in-words.ts';

/** The commands in the order of the list. */
const names = [
  'start',
  'test',
  'import',
  'export',
  'signals',
  'attendance',
  'rules',
  'generate',
  'ss12000-server',
  'bench',
  'backup',
  'restore',
  'staff',
  'audit',
  'migrate',
];

/** Runs what the command line says and answers the exit code: 0 done, 1 refused or failed, 2 not understood. */
export async function runCommandLine(args: string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === 'help' || name === '--help' || name === '-h') {
    io.out(await overview());
    return 0;
  }
  const command = names.includes(name) ? await load(name) : undefined;
  if (!command) {
    io.say(`Kommandot ${name} finns inte.\n\n${await overview()}`);
    return 2;
  }
  if (rest.includes('--help') || rest.includes('-h')) {
    io.out(command.help.trim());
    return 0;
  }
  return runCommand(name, command, rest, io);
}

async function runCommand(name: string, command: Command, args: string[], io: Io): Promise<number> {
  try {
    return await command.run(args, io);
  } catch (error) {
    const usage = misunderstanding(error);
    io.progress('');
    if (usage) io.say(`${usage} Se ./fullfolj ${name} --help.`);
    else io.say(error instanceof OperatorError ? error.message : failureInWords(error));
    return usage ? 2 : 1;
  }
}

/** What `parseArgs` did not understand, in words; undefined for any other error. */
function misunderstanding(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  const quoted = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') return `Flaggan ${quoted} finns inte.`;
  if (error.code === 'ERR_PARSE_ARGS_UNEXPECTED_POSITIONAL') return `Ordet ${quoted} väntades inte.`;
  if (error.code === 'ERR_PARSE_ARGS_INVALID_OPTION_VALUE') return `Flaggan ${quoted} har fel slags värde.`;
  return undefined;
}

async function load(name: string): Promise<Command | undefined> {
  try {
    return (await import(`./commands/${name}.ts`)) as Command;
  } catch (error) {
    if (error instanceof Error && error.message.startsWith('Module not found in bundle')) return undefined;
    throw error;
  }
}

async function overview(): Promise<string> {
  const commands = await Promise.all(names.map(async (name) => ({ name, command: await load(name) })));
  const lines = commands.flatMap(({ name, command }) =>
    command ? [`  ${name.padEnd(16)}${command.summary}`] : [],
  );
  const more = './fullfolj KOMMANDO --help berättar mer om ett kommando.';
  return ['Fullfölj: stöd för att fler elever ska fullfölja gymnasiet.', '', ...lines, '', more].join('\n');
}
