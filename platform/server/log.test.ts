import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from './project-root.ts';

/** What a process writes that logs `expression`. */
function logged(expression: string): { out: string; line: Record<string, unknown> } {
  const file = join(projectRoot(), 'platform', 'server', 'log.ts');
  const code = `import { createLog } from ${JSON.stringify(file)}; const log = createLog('info'); ${expression}`;
  const ran = spawnSync(process.execPath, ['--input-type=module-typescript', '-e', code], {
    encoding: 'utf8',
  });
  return { out: ran.stdout, line: JSON.parse(ran.stderr) };
}

test('the log goes to standard error, so that standard output stays free', () => {
  const { out, line } = logged(`log.info({ rows: 3 }, 'done')`);
  expect(out).toBe('');
  expect(line).toMatchObject({ rows: 3, msg: 'done' });
});

test('a person logged by mistake is left out', () => {
  const { line } = logged(
    `log.info({ student: { id: 1, civicNumber: '201001012384', familyName: 'Ek' }, email: 'a@b.se' }, 'saved')`,
  );
  expect(line).toMatchObject({ student: { id: 1 } });
  expect(JSON.stringify(line)).not.toMatch(/201001012384|Ek|a@b/);
});

test('an error of the database is logged by its code, without the row it quotes', () => {
  const { line } = logged(
    `log.error({ err: Object.assign(new Error('duplicate key (201001012384)'), { code: '23505', detail: 'Key (201001012384)' }) }, 'failed')`,
  );
  expect(line).toMatchObject({ err: { code: '23505' }, msg: 'failed' });
  expect(JSON.stringify(line)).not.toContain('201001012384');
});

test('an error of our own keeps its message and where it was thrown', () => {
  const { line } = logged(`log.error({ err: new TypeError('organiser must be an integer') }, 'failed')`);
  expect(line).toMatchObject({
    err: {
      type: 'TypeError',
      message: 'organiser must be an integer',
      stack: expect.stringContaining('at '),
    },
  });
});
