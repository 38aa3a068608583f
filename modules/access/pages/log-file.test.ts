import { expect, test } from 'vitest';
import type { LogEntry } from '../../audit/index.ts';
import { logFile } from './log-file.ts';

const entry: LogEntry = {
  chain: 3,
  seq: 7,
  at: new Date('2026-11-23T06:58:00Z'),
  actorId: 1,
  actorName: 'Maria Holm',
  action: 'student.read',
  what: 'Elevsidan',
  because: 'mentor',
  subjects: [2],
  detail: {},
};

const rows = (given: readonly LogEntry[]) => logFile(given, new Map([[2, 'Nora Lindgren']])).split('\r\n');

test('the file opens right in a Swedish spreadsheet: its mark first, semicolons, one line a row', () => {
  expect(logFile([], new Map()).startsWith('\ufeffTid;Vem;')).toBe(true);
  expect(rows([entry])[1]).toBe(
    '2026-11-23T06:58:00.000Z;Maria Holm;Läste: Elevsidan;Nora Lindgren;mentor;3;7',
  );
});

test('a name that begins as a formula is not run, and one with a semicolon stays in its column', () => {
  expect(rows([{ ...entry, actorName: '=1+1' }])[1]).toContain(";'=1+1;");
  expect(rows([{ ...entry, actorName: 'Holm; Maria "M"' }])[1]).toContain(';"Holm; Maria ""M""";');
});
