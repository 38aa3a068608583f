import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { cast } from '../../fixtures/cast.ts';
import { filesInZip } from '../../fixtures/read-zip.ts';
import { registerCast } from '../../fixtures/register-cast.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { runCommandLine } from '../command-line.ts';

const { db, url } = await testDatabase();
const folder = mkdtempSync(join(tmpdir(), 'fullfolj-export-command-'));
const file = join(folder, 'ut.zip');
afterAll(() => rmSync(folder, { recursive: true }));
let name = '';
let civic = '';
let hidden = '';

beforeAll(async () => {
  await registerCast(db, cast('2026-11-23'));
  const { rows } = await db.pool.query(
    `select o.name, p.civic_number, p.protection from people.person p join organisation.organiser o using (organiser_id)
     where exists (select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id)
       and (p.protection <> 'none' or p.given_name || p.family_name = 'NoraLindgren')`,
  );
  const nora = rows.find(({ protection }) => protection === 'none');
  name = nora.name;
  civic = nora.civic_number;
  hidden = rows.find(({ protection, name: of }) => protection !== 'none' && of === name).civic_number;
});

/** Runs the command line; what it printed on each stream, and its exit code. */
async function fullfolj(...args: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const code = await runCommandLine(['export', ...args], {
    out: (text) => void out.push(text),
    say: (line) => void said.push(line),
    progress: () => undefined,
    env: { DATABASE_URL: url },
    stopping: new AbortController().signal,
  });
  return { code, out: out.join('\n'), said: said.join('\n') };
}

const filesOf = () => filesInZip(readFileSync(file));

async function lastLine() {
  const { rows } = await db.pool.query(
    'select actor_id, action, because, detail, cardinality(subjects) as about from audit.entry order by at desc, seq desc limit 1',
  );
  return rows[0];
}

describe('export from the command line', () => {
  test('asks which organiser, when there are several', async () => {
    const { code, said } = await fullfolj('--to', file);
    expect(code).toBe(1);
    expect(said).toContain('--organiser');
    expect(existsSync(file)).toBe(false);
  });

  test('writes everything of an organiser, says what, and logs it as the operator’s', async () => {
    const { code, out } = await fullfolj('--organiser', name, '--to', file, '--json');
    expect(code).toBe(0);
    const answer = JSON.parse(out);
    expect(answer).toMatchObject({ file, organiser: name, leftOut: { students: 1 } });
    expect(answer.files['elever.csv']).toBeGreaterThan(20);
    expect([...filesOf().keys()]).toEqual([...Object.keys(answer.files), 'LÄSMIG.txt']);
    expect(await lastLine()).toMatchObject({
      actor_id: null,
      action: 'export.organiser',
      because: 'operator',
      detail: { protected: false, reason: null, units: 'all' },
    });
  });

  test('takes protected identities along only with a reason from the list', async () => {
    const without = await fullfolj('--organiser', name, '--to', file, '--with-protected');
    expect(without).toMatchObject({ code: 1 });
    expect(without.said).toContain('byte, kontroll, myndighet');
    const odd = await fullfolj('--organiser', name, '--to', file, '--with-protected', '--reason', 'för att');
    expect(odd.said).toContain('Skälet går inte att läsa');
    const { code } = await fullfolj(
      ...['--organiser', name, '--to', file, '--with-protected', '--reason', 'byte'],
    );
    expect(code).toBe(0);
    expect(filesOf().get('elever.csv')?.toString()).toContain(hidden);
    expect(await lastLine()).toMatchObject({ detail: { protected: true, reason: 'change-of-system' } });
  });

  test('writes the register extract of a student, whatever way her number is written', async () => {
    const { code, said } = await fullfolj(
      ...['--organiser', name, '--student', `${civic.slice(0, 8)}-${civic.slice(8)}`, '--to', file],
    );
    expect([code, said]).toEqual([0, expect.stringContaining('rader')]);
    expect(filesOf().get('Registerutdrag.html')?.toString()).toContain('Lindgren');
    expect(await lastLine()).toMatchObject({ action: 'export.student', about: 1 });
  });

  test('writes no extract of somebody unknown, or protected and not asked for, and leaves no file', async () => {
    rmSync(file);
    const unknown = await fullfolj('--organiser', name, '--student', 'E-finns-inte', '--to', file);
    expect(unknown.said).toBe('Ingen elev har det personnumret eller Person-ID:t.');
    const shielded = await fullfolj('--organiser', name, '--student', hidden, '--to', file);
    expect(shielded.said).toContain('--with-protected');
    expect(shielded.said).not.toContain(hidden);
    expect(existsSync(file)).toBe(false);
    expect(existsSync(`${file}.ofullständig`)).toBe(false);
  });

  test('that cannot write its file says so', async () => {
    const { code, said } = await fullfolj('--organiser', name, '--to', join(folder, 'finns', 'inte.zip'));
    expect(code).toBe(1);
    expect(said).toContain('Det går inte att skriva');
  });
});
