import { expect, test } from 'vitest';
import type { Io } from './command.ts';
import { runCommandLine } from './command-line.ts';

/** Runs a command line and answers all that it said. */
async function run(...args: string[]): Promise<{ code: number; out: string; said: string }> {
  let out = '';
  let said = '';
  const io: Io = {
    out: (text) => {
      out += text;
    },
    say: (line) => {
      said += line;
    },
    progress: () => undefined,
    env: {},
    stopping: new AbortController().signal,
  };
  const code = await runCommandLine(args, io);
  return { code, out, said };
}

test.each([[], ['--help'], ['-h'], ['help']])(
  'without a command, or with %s, it lists the commands',
  async (...args) => {
    const { code, out } = await run(...args);
    expect(code).toBe(0);
    for (const name of [
      'start',
      'test',
      'import',
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
    ])
      expect(out).toMatch(new RegExp(`^ {2}${name} `, 'm'));
  },
);

test.each(['start', 'backup', 'restore', 'migrate', 'test'])(
  '%s tells more about itself with --help, and does nothing',
  async (name) => {
    const { code, out } = await run(name, '--help');
    expect(code).toBe(0);
    expect(out).toMatch(new RegExp(`^\\./fullfolj ${name}`));
  },
);

test.each(['strat', 'toString', '../cli', 'command-line', ''])(
  'a command that is not there is said so: "%s"',
  async (name) => {
    const { code, out, said } = await run(name);
    expect(code).toBe(2);
    expect(out).toBe('');
    expect(said).toMatch(/finns inte/);
  },
);

test('a flag that is not understood is said in Swedish, with where to read more', async () => {
  expect(await run('start', '--prot', '1')).toMatchObject({
    code: 2,
    said: 'Flaggan --prot finns inte. Se ./fullfolj start --help.',
  });
  expect(await run('start', 'now')).toMatchObject({
    code: 2,
    said: 'Ordet now väntades inte. Se ./fullfolj start --help.',
  });
  expect(await run('start', '--port')).toMatchObject({
    code: 2,
    said: expect.stringContaining('har fel slags värde'),
  });
});

test.each(['65536', '-1', '80a', '1.5', ''])('a port that is no port is refused: "%s"', async (port) => {
  const { code, said } = await run('start', `--port=${port}`);
  expect(code).toBe(1);
  expect(said).toMatch(/inget tal mellan 0 och 65535/);
});

test('what the operator must put right comes as a sentence, without a stack', async () => {
  const { code, out, said } = await run('restore');
  expect({ code, out }).toEqual({ code: 1, out: '' });
  expect(said).toBe('Ange filen att läsa in: ./fullfolj restore FIL.');
});
