import { readdirSync } from 'node:fs';
import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../../fixtures/test-database.ts';
import { workbookOf } from '../../../fixtures/workbook/workbook.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import { csv, emptyOrganiser, fileFolder, importer, schoolDays, smallSchool } from '../import-fixture.ts';
import { removeOldUploads } from '../uploads.ts';
import { uploadFolder } from './import-parts.ts';
import { type App, buttonOf, duty, form, importOffice, press, read, send } from './pages-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);
const school = smallSchool(12);
const { organiser, camilla, bo, unit, appFor, administrator } = await importOffice(db, folder.path);

async function pressReadIn(app: App, path: string): Promise<Response> {
  return press(app, path, await buttonOf(app, path));
}

const uploads = () => readdirSync(uploadFolder(folder.path));
const lessons = async () =>
  Number((await db.pool.query('select count(*) from attendance.lesson')).rows[0].count);

describe('reading files in from the page', () => {
  it('shows first what would happen, and changes nothing until the button is pressed', async () => {
    const app = administrator();
    const bad = school.elever((cells, index) => (index === 2 ? { ...cells, Efternamn: '' } : cells));
    const path = await send(app, {
      'elever ht26.csv': bad,
      'narvaro.csv': school.narvaro(schoolDays('2026-11-16', 5)),
    });
    const preview = await read(app, path);
    expect(preview).toContain('Förhandsvisning: elever ht26.csv, narvaro.csv');
    expect(preview).toContain('Läs in 231 rader');
    expect(preview).toContain('21 rader stoppas');
    expect(preview).toMatch(/Efternamn saknas\..*Fyll i det\./);
    expect(preview).toContain('Eleven är inte inläst.');
    expect(preview).toContain('Förnamn');
    expect(preview).not.toContain(school.students[2]);
    expect(await lessons()).toBe(0);

    const answer = await pressReadIn(app, path);
    expect([answer.status, answer.headers.get('location')]).toEqual([303, path]);
    const result = await read(app, path);
    expect(result).toContain('Inläst: elever ht26.csv, narvaro.csv');
    expect(result).toContain('231 nya rader');
    expect(await lessons()).toBe(220);
    await expect.poll(uploads).toEqual([]);
  });

  it('reads in once however often the button is pressed', async () => {
    const app = administrator();
    const path = await send(app, { 'narvaro.csv': school.narvaro(['2026-11-23']) });
    await read(app, path);
    const seen = await buttonOf(app, path);
    const clicks = await Promise.all([1, 2, 3].map(() => press(app, path, seen)));
    expect(clicks.map((click) => click.status)).toEqual([303, 303, 303]);
    expect(await read(app, path)).toContain('44 nya rader');
    const { rows } = await db.pool.query(
      `select count(*)::int as runs from audit.entry where detail->>'run' = $1 and detail->>'state' = 'done'`,
      [path.split('/').at(-1)],
    );
    expect(rows[0].runs).toBe(1);
  });

  it('reads in nothing for a page whose moment is no moment', async () => {
    const app = administrator();
    const path = await send(app, { 'narvaro.csv': school.narvaro(['2026-11-20']) });
    const before = await lessons();
    for (const sett of ['', 'x', '2026-02-30T99', '-200000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z']) {
      const answer = await press(app, path, new URLSearchParams({ sett }));
      expect([answer.status, answer.headers.get('location')]).toEqual([303, `${path}?svar=andrad`]);
    }
    // Somebody has meanwhile said what columns are.
    await withOrganiser(db, organiser.id, (tx) =>
      tx.client.query(
        `insert into imports.column_mapping (organiser_id, signature, kind, headings, columns, day_order, in_hours, source, set_by)
         values ($1, 'x', 'elever', '{}', '[]', 'year-first', false, '', $2)`,
        [organiser.id, camilla],
      ),
    );
    for (const sett of ['', 'x', '-200000-01-01T00:00:00Z', '+275760-09-13T00:00:00Z'])
      expect((await press(app, path, new URLSearchParams({ sett }))).status).toBe(303);
    await db.pool.query('delete from imports.column_mapping');
    expect(await lessons()).toBe(before);
    await app.request(`${path}/avbryt`, { method: 'POST' });
  });

  it('asks in other words when the change is improbably large, and reads it in when the person says yes', async () => {
    const app = administrator();
    const gone = school.elever((cells, index) =>
      index === 2 ? null : { ...cells, 'Ta bort': index < 6 ? 'Ja' : '' },
    );
    const path = await send(app, { 'elever.csv': gone });
    const preview = await read(app, path);
    expect(preview).toContain('Det stämmer, läs in ändå');
    expect(preview).toContain('5 av 11 elever avslutas.');
    await pressReadIn(app, path);
    expect(await read(app, path)).toContain('5 ändrade rader');
  });

  it('removes the files and changes nothing when the person gives up', async () => {
    const app = administrator();
    const path = await send(app, { 'narvaro.csv': `${school.narvaro(['2026-11-24'])}fel;rad\r\n` });
    await read(app, path);
    const answer = await app.request(`${path}/avbryt`, { method: 'POST' });
    expect(answer.headers.get('location')).toBe('/import');
    expect(uploads()).toEqual([]);
    await app.request(`${path}/las-in`, { method: 'POST' });
    expect(await read(app, path)).toContain('Förhandsvisningen avbröts.');
    const { rows } = await db.pool.query('select from imports.refused_row where run_id = $1', [
      path.split('/').at(-1),
    ]);
    expect(rows).toEqual([]);
  });

  it('does not take the yes of an older page for what it never showed', async () => {
    const app = administrator();
    const path = await send(app, {
      'elever.csv': school.elever((cells) => ({ ...cells, Klass: 'TE25A' })),
    });
    const older = await buttonOf(app, path);
    expect(older.get('anda')).toBe('ja');
    const readIn = await send(app, { 'narvaro.csv': school.narvaro(['2026-11-25']) });
    await pressReadIn(app, readIn);
    await press(app, path, older);
    const stopped = await read(app, path);
    expect(stopped).toContain('Inläsningen stannade och inget är ändrat.');
    const again = await press(app, path, older);
    expect(again.headers.get('location')).toBe(`${path}?svar=andrad`);
    expect(await read(app, `${path}?svar=andrad`)).toContain('Sidan hade hunnit bli gammal.');
    await pressReadIn(app, path);
    expect(await read(app, path)).toContain('Filerna är inlästa');
  });

  it('does not take an improbable change without a yes, whatever is sent', async () => {
    const app = administrator();
    const path = await send(app, { 'elever.csv': school.elever((cells) => ({ ...cells, Klass: 'NA25C' })) });
    const sent = await buttonOf(app, path);
    sent.delete('anda');
    await press(app, path, sent);
    expect(await read(app, path)).toContain('Inläsningen stannade och inget är ändrat.');
    await app.request(`${path}/avbryt`, { method: 'POST' });
  });

  it('says who was first when two administrators look at the same files', async () => {
    const path = await send(administrator(), { 'narvaro.csv': school.narvaro(['2026-11-26']) });
    const colleague = appFor([duty('administrator', null)], bo);
    const seen = await buttonOf(colleague, path);
    await pressReadIn(administrator(), path);
    const answer = await press(colleague, path, seen);
    expect(answer.headers.get('location')).toBe(`${path}?svar=redan`);
    expect(await read(colleague, `${path}?svar=redan`)).toContain('Camilla Ståhl hann före dig');
    expect(await read(administrator(), path)).toContain('inläst av Camilla Ståhl');
  });

  it('says that files are gone after a day instead of offering to read them in', async () => {
    const app = administrator();
    const path = await send(app, { 'narvaro.csv': school.narvaro(['2026-11-27']) });
    await removeOldUploads(uploadFolder(folder.path), new Date('2026-11-24T08:00:00Z'));
    const page = await read(app, path);
    expect(page).toContain('Filerna är borttagna eftersom det har gått ett dygn.');
    expect(page).not.toContain('las-in');
  });

  it('offers nothing to read in when everything is there already', async () => {
    const app = administrator();
    const page = await read(app, await send(app, { 'narvaro.csv': school.narvaro(['2026-11-26']) }));
    expect(page).toContain('Det finns inget nytt att läsa in.');
    expect(page).not.toContain('las-in');
  });

  it('says which files it cannot read', async () => {
    const app = administrator();
    const page = await read(app, await send(app, { 'lista.xlsx': 'PK\u0003\u0004 [Content_Types].xml' }));
    expect(page).toContain('Filen är skadad och går inte att packa upp.');
    expect(page).toContain('Det finns inget att läsa in i filerna.');
    expect(page).not.toContain('Läs in 0');
  });

  it('asks for a file when none was chosen, and for a smaller one when it is too large', async () => {
    const none = await administrator().request('/import', form({ '': '' }));
    expect(none.status).toBe(422);
    expect(await none.text()).toContain('Välj minst en fil.');
    const many = Object.fromEntries(Array.from({ length: 21 }, (_, index) => [`${index}.csv`, 'a;b']));
    expect(await (await administrator().request('/import', form(many))).text()).toContain(
      'Välj högst 20 filer',
    );
    const small = appFor([duty('administrator', null)], camilla, { limits: { bytes: 100, files: 20 } });
    const large = await small.request('/import', form({ 'a.csv': 'x'.repeat(60), 'b.csv': 'x'.repeat(60) }));
    expect(large.status).toBe(422);
    expect(await large.text()).toContain('Filerna är större än 600 MB tillsammans.');
    const cut = await administrator().request('/import', {
      method: 'POST',
      body: '--x\r\nContent-Disposition: form-data; name="filer"; filename="a.csv"\r\n\r\nabc',
      headers: { 'content-type': 'multipart/form-data; boundary=x' },
    });
    expect(await cut.text()).toContain('Filerna kom inte fram hela.');
  });
});

it('shows neither a name nor more than the end of a civic number of a refused row', async () => {
  const app = administrator();
  const wrong = school.elever((cells, index) =>
    index < 2
      ? {
          ...cells,
          Personnummer: '20081231-9999',
          Förnamn: 'Skyddad-Alva',
          Efternamn: 'Hemligsson',
          Klass: 'X1',
          Sekretessmarkering: 'Ja',
        }
      : null,
  );
  const page = await read(app, await send(app, { 'elever.csv': wrong }));
  expect(page).toContain('2 rader, Personnummer');
  for (const secret of ['Skyddad-Alva', 'Hemligsson', '20081231', '9999'])
    expect([secret, page.includes(secret)]).toEqual([secret, false]);
});

describe('the refused rows as a file', () => {
  it('has the headings of the file that was sent, the reason after them, and runs no formula', async () => {
    const app = administrator();
    const bad = school.elever((cells, index) =>
      index === 7 ? { ...cells, Förnamn: '=HYPERLINK("x")', Efternamn: '' } : null,
    );
    const path = await send(app, { 'elever.csv': bad });
    await read(app, path);
    const answer = await app.request(`${path}/stoppade-rader.csv?fil=0`);
    expect(answer.headers.get('content-disposition')).toContain('attachment');
    const bytes = Buffer.from(await answer.arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const lines = bytes.subarray(3).toString('utf8').split('\r\n');
    expect(lines[0]).toContain(`Person-ID;Personnummer;Förnamn;Efternamn`);
    expect(lines[0]!.endsWith(';Rad i filen;Kolumn;Skäl;Gör så här')).toBe(true);
    expect(lines[1]).toContain(`E7;${school.students[7]};"'=HYPERLINK(""x"")";;`);
    expect(lines[1]).toContain(';2;Efternamn;Efternamn saknas.;Fyll i det.');
    const { rows } = await db.pool.query(
      `select what from audit.entry where what like 'Stoppade rader%' order by at`,
    );
    expect(rows.map((row) => row.what)).toContain('Stoppade rader som fil');
  });

  it('comes back as it was after a walk through Excel: what was guarded, a lone dash, a figure below zero', async () => {
    const app = administrator();
    const cells = {
      'Person-ID': 'E99',
      Förnamn: '=1+1',
      Mellannamn: '-',
      Efternamn: '',
      Skolenhetskod: '12345678',
      Klass: '-5',
    };
    const path = await send(app, { 'elever.csv': csv([cells]) });
    await read(app, path);
    const file = await (await app.request(`${path}/stoppade-rader.csv?fil=0`)).text();
    expect(file).toContain("E99;'=1+1;-;;12345678;-5;2;");
    const again = await send(app, { 'rättad.csv': file.replace('-;;', '-;Rättad;') });
    await pressReadIn(app, again);
    await read(app, again);
    const { rows } = await db.pool.query(
      `select p.given_name, p.middle_name, g.name from people.person p
       join people.group_membership m on m.organiser_id = p.organiser_id and m.student_id = p.person_id
       join people.student_group g on g.organiser_id = m.organiser_id and g.group_id = m.group_id
       where p.family_name = 'Rättad'`,
    );
    expect(rows).toEqual([{ given_name: '=1+1', middle_name: '-', name: '-5' }]);
  });
});

describe('a workbook on the page', () => {
  it('is looked at sheet by sheet, and what it was taken apart into is gone when the page is there', async () => {
    const app = administrator();
    const rows = school
      .elever((cells, index) => (index < 2 ? { ...cells, Efternamn: ['', 'Ek'][index]! } : null))
      .trim()
      .split('\r\n');
    const sheets = [
      { name: 'Elever', rows: rows.map((row) => row.split(';')) },
      { name: 'Hjälp', rows: [['Så fyller du i']] },
    ];
    const path = await send(app, { 'skola.xlsx': new Uint8Array(workbookOf(sheets)) });
    const preview = await read(app, path);
    expect(preview).toContain('Förhandsvisning: skola.xlsx');
    expect(preview).not.toContain('Hjälp');
    expect(preview).toContain('Ladda ner stoppade rader ur skola.xlsx › Elever');
    expect(uploads().filter((name) => name.startsWith('fullfolj-uppackat'))).toEqual([]);
  });
});

describe('who may import', () => {
  it('does not exist for others', async () => {
    const principal = appFor([duty('principal', unit)]);
    for (const path of ['/import', '/import/1', '/import/1/stoppade-rader.csv'])
      expect((await principal.request(path)).status).toBe(404);
    for (const path of ['/import', '/import/1/las-in', '/import/1/avbryt'])
      expect((await principal.request(path, { method: 'POST' })).status).toBe(404);
  });

  it("lets an administrator of one unit read in that unit only, and see no one else's runs", async () => {
    const everybody = await administrator().request('/import');
    const path = /href="(\/import\/\d+)"/.exec(await everybody.text())![1]!;
    const app = appFor([duty('administrator', unit)], bo);
    expect((await app.request(path)).status).toBe(404);
    const rows = school.elever((cells, index) =>
      index < 2 ? { ...cells, Skolenhetskod: index === 0 ? '87654321' : '12345678' } : null,
    );
    const preview = await read(app, await send(app, { 'elever.csv': rows }));
    expect(preview).toContain('Filen får bara innehålla din skolenhet.');
    expect(preview).toContain('1 rad stoppas');
  });

  it('shows a run to colleagues of the same unit, and lets a wider reach widen nothing', async () => {
    const one = appFor([duty('administrator', unit)], bo);
    const path = await send(one, {
      'elever.csv': school.elever((cells, index) =>
        index === 0
          ? { ...cells, Skolenhetskod: '87654321' }
          : index === 5
            ? { ...cells, Mellannamn: 'Bo' }
            : null,
      ),
    });
    const colleague = appFor([duty('administrator', unit)], camilla);
    expect(await read(colleague, path)).toContain('1 rad stoppas');
    const elsewhere = appFor([duty('administrator', unit + 1)], camilla + 1000);
    expect((await elsewhere.request(path)).status).toBe(404);
    await pressReadIn(administrator(), path);
    expect(await read(administrator(), path)).toContain('1 rad stoppades');
  });

  it('shows nobody a run that reached further than they do today, though they began it themselves', async () => {
    const path = await send(administrator(), { 'elever.csv': school.elever() });
    const bad = school.elever((cells) => ({ ...cells, Efternamn: '' }));
    const refused = await send(administrator(), { 'elever.csv': bad });
    const narrowed = appFor([duty('administrator', unit)], camilla);
    for (const each of [path, refused])
      for (const page of ['', '/kolumner', '/stoppade-rader.csv', '/elever-som-saknas.csv'])
        expect([page, (await narrowed.request(`${each}${page}`)).status]).toEqual([page, 404]);
    for (const act of ['/las-in', '/avbryt', '/angra', '/kolumner'])
      expect([act, (await press(narrowed, path, new URLSearchParams(), act)).status]).toEqual([act, 404]);
    expect(await (await narrowed.request('/import')).text()).not.toContain(path);
  });

  it('lets nobody give up what was fetched from a source by the way that files are given up', async () => {
    const { rows } = await db.pool.query(
      `insert into imports.run (organiser_id, started_by, started_at, finished_at, source, state, counts)
       values ($1, $2, now(), now(), 'Skolsystemet', 'preview', '{"fetchedFrom": 1}') returning run_id as id`,
      [organiser.id, camilla],
    );
    await administrator().request(`/import/${rows[0].id}/avbryt`, { method: 'POST' });
    const { rows: after } = await db.pool.query('select state, counts from imports.run where run_id = $1', [
      rows[0].id,
    ]);
    expect(after).toEqual([{ state: 'preview', counts: { fetchedFrom: 1 } }]);
  });

  it('has no page for a run of another organiser or a run that is not there', async () => {
    const foreign = await emptyOrganiser(db, 'Annan');
    const report = await importer(db, foreign)([folder.put('e.csv', school.elever())]);
    expect((await administrator().request(`/import/${report.runId}`)).status).toBe(404);
    expect((await administrator().request('/import/0')).status).toBe(404);
    expect((await administrator().request('/import/abc')).status).toBe(404);
  });
});
