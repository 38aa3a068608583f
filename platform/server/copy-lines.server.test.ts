import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { csvLine } from '../csv-line.ts';
import { copyCsv, copyJsonLines, withCrlf } from './copy-lines.ts';
import { dangerouslyAcrossOrganisers } from './db.ts';
import { withSnapshot } from './snapshot.ts';

const { db } = await testDatabase();
let organiser = 0;

beforeAll(async () => {
  const { rows } = await dangerouslyAcrossOrganisers(db, ({ client }) =>
    client.query(
      `insert into organisation.organiser (name) values ('Ena'), ('Andra') returning organiser_id`,
    ),
  );
  organiser = rows[0].organiser_id;
});

async function text(content: AsyncIterable<Uint8Array>): Promise<string> {
  const pieces: Uint8Array[] = [];
  for await (const piece of content) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

describe('a query as a file', () => {
  test('has headings, semicolons, CRLF, and quotation marks where they are needed', async () => {
    const query = `select * from (values ('å;b', 'c"d'), ('e' || chr(10) || 'f', null)) x(a, b)`;
    const [file, rows] = await withSnapshot(db, organiser, async (snapshot) => {
      const lines = copyCsv(snapshot, ['Ett', 'Två'], query);
      return [await text(lines.content), lines.rows()];
    });
    expect(file).toBe('\ufeffEtt;Två\r\n"å;b";"c""d"\r\n"e\nf";\r\n');
    expect(rows).toBe(2);
  });

  test('has documents as they are, one a line', async () => {
    const document = { namn: 'Å "b" \\ \u0001;', tal: 1.5 };
    const query = `select '${JSON.stringify(document)}'::text from generate_series(1, 3)`;
    const [file, rows] = await withSnapshot(db, organiser, async (snapshot) => {
      const lines = copyJsonLines(snapshot, query);
      return [await text(lines.content), lines.rows()];
    });
    expect(
      file
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual(Array(3).fill(document));
    expect(rows).toBe(3);
  });

  test('has only the organiser’s own rows, as they were when it began', async () => {
    const [file] = await withSnapshot(db, organiser, async (snapshot) => {
      await snapshot.client.query('select 1 from organisation.organiser');
      await db.pool.query(`insert into organisation.school_unit (organiser_id, code, name)
        select organiser_id, '12345678', name from organisation.organiser`);
      const lines = copyCsv(snapshot, ['n'], 'select name from organisation.school_unit');
      return [await text(lines.content)];
    });
    expect(file).toBe('\ufeffn\r\n');
    const later = await withSnapshot(db, organiser, (snapshot) =>
      text(copyCsv(snapshot, ['n'], 'select name from organisation.school_unit').content),
    );
    expect(later).toBe('\ufeffn\r\nEna\r\n');
  });

  test('that nobody reads to its end lets go of its connection', async () => {
    const reading = withSnapshot(db, organiser, async (snapshot) => {
      const { content } = copyCsv(snapshot, ['n'], 'select n::text from generate_series(1, 5000000) n');
      for await (const _ of content) throw new Error('gone');
    });
    await expect(reading).rejects.toThrow('gone');
    await expect.poll(exports, { timeout: 10_000 }).toBe(0);
  });
});

async function exports(): Promise<number> {
  const { rows } = await db.pool.query(
    `select count(*)::int as n from pg_stat_activity where application_name = 'fullfolj export' and datname = current_database()`,
  );
  return rows[0].n;
}

test('line breaks between rows become CRLF, those inside a cell stay, however the bytes are cut', () => {
  const cell = fc.string({ unit: fc.constantFrom('a', 'å', '"', ';', '\n'), maxLength: 6 });
  const rows = fc.array(fc.array(cell, { minLength: 2, maxLength: 3 }), { maxLength: 5 });
  fc.assert(
    fc.property(rows, fc.integer({ min: 1, max: 7 }), (table, size) => {
      const wanted = table.map((cells) => csvLine(cells)).join('');
      const given = Buffer.from(table.map((cells) => csvLine(cells).replace(/\r\n$/, '\n')).join(''));
      const lines = withCrlf();
      const said: Buffer[] = [];
      for (let at = 0; at < given.length; at += size) said.push(lines.take(given.subarray(at, at + size)));
      expect(Buffer.concat(said).toString()).toBe(wanted);
      expect(lines.rows()).toBe(table.length);
    }),
  );
});
