import { afterAll, describe, expect, test } from 'vitest';
import { generatedSchool, startReferenceServer } from '../../fixtures/ss12000-server/index.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { runCommandLine } from '../command-line.ts';

const { db, url } = await testDatabase();
const { data } = generatedSchool({ students: 30, seed: 2, start: '2026-08-17', weeks: 2 });
const server = await startReferenceServer(data, { token: 'en-nyckel' });
afterAll(() => server.close());

/** Runs the command line; what it printed on each stream, and its exit code. */
async function fullfolj(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runCommandLine(['import', 'ss12000', ...args], {
    out: (text) => void out.push(text),
    say: (line) => void said.push(line),
    progress: () => undefined,
    env: { DATABASE_URL: url, ...env },
    stopping: new AbortController().signal,
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

describe('a source from the command line', () => {
  test('wants an address, and half a log-in is refused in words', async () => {
    expect(await fullfolj([])).toMatchObject({ code: 1, said: expect.stringContaining('--url') });
    expect((await fullfolj(['--url', 'skola'])).said).toContain('Adressen går inte att läsa');
    expect((await fullfolj(['--url', server.url, '--client-id', 'x'])).said).toContain('--token-url');
    expect((await fullfolj(['--url', server.url, '--since', 'igår'])).said).toContain('är ingen tid');
  });

  test('a key that is wrong is told in a sentence, without the key and without a stack', async () => {
    const { code, said } = await fullfolj(['--url', server.url, '--token', 'fel-nyckel']);
    expect(code).toBe(1);
    expect(said).not.toContain('fel-nyckel');
    expect(said).not.toMatch(/\bat .*\.ts/);
    const { rows } = await db.pool.query(`select outcome->>'code' as code from ss12000.source`);
    expect(rows).toEqual([{ code: 'unauthorised' }]);
  });

  test('the key may stand in the environment; all that is pulled is told, and the same again changes nothing', async () => {
    const env = { FULLFOLJ_SS12000_TOKEN: 'en-nyckel' };
    const first = await fullfolj(['--url', server.url, '--accept-large-change'], env);
    expect(first).toMatchObject({ code: 0, said: '' });
    expect(first.out).toContain('Elever: 30 nya, 0 ändrade, 0 oförändrade, 0 stoppade');
    expect(first.out).toContain(`attendances ${data.lists.attendances.size}`);
    const again = JSON.parse((await fullfolj(['--url', `${server.url}/`, '--json'], env)).out);
    expect(again).toMatchObject({ state: 'done', elever: { created: 0, updated: 0, unchanged: 30 } });
    expect(again.narvaro).toMatchObject({ created: 0, updated: 0 });
    const { rows } = await db.pool.query(
      'select count(*)::int as sources, bool_or(secret is not null) as secret from ss12000.source',
    );
    expect(rows).toEqual([{ sources: 1, secret: false }]);
  });

  test('a dry run changes nothing and leaves no run', async () => {
    const student = [...data.lists.persons].find((each) => (each.enrolments as object[]).length > 0)!;
    data.change('persons', student.id, { givenName: 'Nyttnamn' }, new Date().toISOString());
    const env = { FULLFOLJ_SS12000_TOKEN: 'en-nyckel' };
    const runs = async () =>
      (await db.pool.query('select count(*)::int as runs from imports.run')).rows[0].runs;
    const before = await runs();
    const { code, out } = await fullfolj(['--url', server.url, '--dry-run'], env);
    expect(code).toBe(0);
    expect(out).toContain('Elever: 0 nya, 1 ändrade, 29 oförändrade');
    expect(await runs()).toBe(before);
    const { rows } = await db.pool.query(`select from people.person where given_name = 'Nyttnamn'`);
    expect(rows).toEqual([]);
  });
});
