import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { generate } from '../../fixtures/generator/generate.ts';
import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { testDatabase } from '../../fixtures/test-database.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { attendanceTotals } from '../attendance/index.ts';
import { dangerouslyAllStudentIdentifiers } from '../people/index.ts';
import {
  emptyOrganiser,
  type Files,
  newFolder,
  readable,
  readFolder,
  readIn,
  takenOut,
} from './export-fixture.ts';

const { db } = await testDatabase();

async function minutesByStudent(organiser: number) {
  return withOrganiser(db, organiser, async (tx) => {
    const { byCivicNumber, bySourceId } = await dangerouslyAllStudentIdentifiers(tx);
    const names = new Map([...bySourceId, ...byCivicNumber].map(([name, id]) => [id, name]));
    const totals = await attendanceTotals(tx, '2000-01-01', '2099-12-31');
    return new Map(totals.map(({ studentId, ...minutes }) => [names.get(studentId), minutes]));
  });
}

describe('a whole organiser, out and in again', () => {
  let first = 0;
  let second = 0;
  let files: Files;

  beforeAll(async () => {
    const folder = newFolder();
    await generate({ students: 60, seed: 7, start: '2026-08-17', weeks: 7 }, 'liten', folder);
    const paths = readdirSync(folder)
      .filter((name) => name.endsWith('.csv'))
      .map((name) => join(folder, name));
    first = await emptyOrganiser(db, 'Första');
    second = await emptyOrganiser(db, 'Andra');
    expect((await readFolder(db, first, paths)).state).toBe('done');
    files = await takenOut(db, first);
  }, 120_000);

  test('holds a file a month and says how many rows each has', () => {
    const months = [...files.keys()].filter((name) => /^narvaro-/.test(name));
    expect(months).toEqual(['narvaro-2026-08.csv', 'narvaro-2026-09.csv', 'narvaro-2026-10.csv']);
    for (const [name, text] of files) {
      if (!name.endsWith('.csv')) continue;
      const rows = text.split('\r\n').length - 2;
      const said = rows === 1 ? '1 rad' : `${rows.toLocaleString('sv-SE').replaceAll(/\s/g, ' ')} rader`;
      expect(files.get('LÄSMIG.txt')).toContain(`${name}: ${said}`);
    }
  });

  test('is read into an empty organiser with no row refused', async () => {
    const report = await readIn(db, second, readable(files));
    expect(report.state).toBe('done');
    for (const kind of Object.values(report.kinds)) expect(kind.refused).toEqual([]);
    expect(report.kinds.elever.created).toBe(60);
  });

  test('has the same minutes for every student', async () => {
    const before = await minutesByStudent(first);
    expect(before.size).toBe(60);
    expect(await minutesByStudent(second)).toEqual(before);
  });

  test('comes out once more with the same rows, byte for byte', async () => {
    const again = readable(await takenOut(db, second));
    expect([...again.keys()]).toEqual([...readable(files).keys()]);
    for (const [name, text] of readable(files)) expect([name, again.get(name)]).toEqual([name, text]);
  });

  test('is the same file when it is taken out twice, but for the log of it', async () => {
    const again = await takenOut(db, first);
    for (const [name, text] of files)
      if (!/logg|audit|LÄSMIG/.test(name)) expect([name, again.get(name) === text]).toEqual([name, true]);
    expect(again.size).toBe(files.size);
  });

  test('read into the organiser that it came from, changes nothing', async () => {
    const { kinds } = await readIn(db, first, readable(files));
    for (const kind of Object.values(kinds))
      expect({ ...kind, unchanged: 0, warnings: [] }).toEqual({
        created: 0,
        updated: 0,
        unchanged: 0,
        refused: [],
        warnings: [],
      });
  });
});

describe('what is hard to write', () => {
  const civic = testCivicNumber('2008-03-01', 0);
  const files: Files = new Map([
    [
      'elever.csv',
      [
        'Person-ID;Personnummer;Förnamn;Mellannamn;Efternamn;E-postadress;Skolenhetskod;Årskurs;Studievägskod;Klass;Ämnesgrupper;Startdatum;Slutdatum;Hemkommun;Mentor',
        `E1;${civic};Ann-Marie;;O'Neill;a@b.se;12345678;1;NA25;=NA"25";+ENG,-MAT;2026-08-17;;0180;Larsson Kim, Berg Ali`,
        "E2;;@Åsa;;'=Ek;;12345678;2;SA25;SA25;;2026-08-17;2026-10-01;;Larsson Kim",
      ].join('\r\n'),
    ],
    [
      'lektioner.csv',
      [
        'Person-ID;Datum;Starttid;Sluttid;Ämnesgrupp;Kurskod;Lektionsminuter;Närvaro (min);Giltig frånvaro (min);Ogiltig frånvaro (min);Annan aktivitet (min);Sen ankomst (min);Frånvaroanledning;Rapporterad;Lektions-ID',
        'E1;2026-09-01;08:10;09:10;=1+1;MATE1000X;60;0;60;0;0;0;-sjuk;Ja;@1',
        'E1;2026-09-01;23:30;;"a;b";;45;0;0;0;0;0;;Nej;',
        'E2;2026-09-01;08:10;;-5;ENGE1000X;50;44;0;0;0;6;"Sa ""nej""";Ja;',
      ].join('\r\n'),
    ],
    [
      'summor.csv',
      [
        'Person-ID;Från;Till;Ämnesgrupp;Kurskod;Lekt.;Undv. tid;N min;GF min;F min;Ej reg tid',
        'E1;2026-03-01;2026-05-31;+SV;SVEN1000X;91;5461;4000;333;17;12,77',
        'E2;2026-03-01;2026-05-31;;;;0;0;0;0;0',
      ].join('\r\n'),
    ],
    [
      'betyg.csv',
      [
        'Person-ID;Kurskod;Betyg;Betygsdatum;Termin;Prövning;Utökad;Anpassad studieplan;Lärarsignatur;Anmärkning',
        'E1;MATE1000X;-;2026-06-10;VT2026;Nej;Ja;;=KL;"två',
        'rader"',
        "E1;MATE1000X;C;2026-06-10;VT2026;Ja;Nej;;;'＝2+2",
        'E2;MATE1000X;C;2026-06-10;VT2026;Ja;Nej;;;＠SUM(A1)',
        "E1;ENGE1000X;3;2026-06-10;;;;;;'+bra",
        'E2;ENGE1000X;2;2026-06-10;;;;;;',
      ].join('\r\n'),
    ],
  ]);
  let out: Files;

  beforeAll(async () => {
    const first = await emptyOrganiser(db, 'Svår');
    const report = await readIn(db, first, files);
    for (const kind of Object.values(report.kinds)) expect(kind.refused).toEqual([]);
    out = await takenOut(db, first);
  });

  test('no cell of any file is run by a spreadsheet', () => {
    for (const [name, text] of out) {
      if (!name.endsWith('.csv')) continue;
      const cells = text
        .slice(1)
        .split(/[;\r\n]+/)
        .map((cell) => cell.replace(/^"/, ''));
      expect([name, cells.filter((cell) => /^[=+@＝＋－＠]|^-[^\d]/.test(cell))]).toEqual([name, []]);
    }
    expect(out.get('narvaro-2026-09.csv')).toContain("'=1+1");
    expect(out.get('elever.csv')).toContain(`"'=NA""25"""`);
  });

  test('all of it survives being read in and taken out again', async () => {
    const second = await emptyOrganiser(db, 'Svår igen');
    const report = await readIn(db, second, readable(out));
    for (const kind of Object.values(report.kinds)) expect(kind.refused).toEqual([]);
    const again = await takenOut(db, second);
    for (const [name, text] of readable(out)) expect([name, again.get(name)]).toEqual([name, text]);
    const { rows } = await db.pool.query(
      `select given_name, family_name from people.person where organiser_id = $1 and source_id in ('E1', 'E2') order by source_id`,
      [second],
    );
    expect(rows).toEqual([
      { given_name: 'Ann-Marie', family_name: "O'Neill" },
      { given_name: '@Åsa', family_name: '=Ek' },
    ]);
  });

  test('the unreported minutes of a period come back exactly', () => {
    expect(out.get('narvaro_summa.csv')?.split('\r\n')).toHaveLength(4);
    expect(out.get('narvaro_summa.csv')).toContain('91;5461;4000;333;17;');
  });
});
