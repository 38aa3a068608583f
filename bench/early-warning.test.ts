import { expect, test } from 'vitest';
import type { Io } from '../app/command.ts';
import { type EarlyWarningRow, run } from './early-warning.ts';

test('a small year of each mix meets bar B5, and the answer is one document', {
  timeout: 120_000,
}, async () => {
  const written: string[] = [];
  const io: Io = {
    out: (text) => void written.push(text),
    say: () => {},
    progress: () => {},
    env: {},
    stopping: new AbortController().signal,
  };
  expect(await run(['--students', '2500', '--seeds', '5', '--json'], io)).toBe(0);
  const answer = JSON.parse(written.join('')) as { met: boolean; rows: EarlyWarningRow[] };
  expect(answer.met).toBe(true);
  expect(answer.rows.map((row) => [row.mix, row.signals, row.missed])).toEqual([
    ['förenklad', 'N01', []],
    ['förenklad', 'N01–N04', []],
    ['full', 'N01', []],
    ['full', 'N01–N04', []],
  ]);
});
