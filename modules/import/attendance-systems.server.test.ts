import { afterAll, describe, expect, it } from 'vitest';
import { testDatabase } from '../../fixtures/test-database.ts';
import { fileFolder } from './import-fixture.ts';
import { alva, lines, long, organisersOfOwn } from './named-systems-fixture.ts';

const { db } = await testDatabase();
const folder = fileFolder();
afterAll(folder.clean);
const organiserOfOwn = organisersOfOwn(db, folder);

describe('the totals of', () => {
  it('Vklass: totals of a period', async () => {
    const { read, stored } = await organiserOfOwn('students');
    const report = await read(
      'vklass.csv',
      lines(
        ';',
        [
          ...[
            'Personnummer',
            'Namn',
            'Klass',
            'Från',
            'Till',
            'Lekt.',
            'Undv. tid',
            'N min',
            'GF min',
            'F min',
          ],
          ...['N %', 'GF %', 'F %', 'Ej reg tid', 'N h', 'GF h', 'F h'],
        ],
        [
          ...[alva, 'Alva', 'NA25A', '2026-10-01', '2026-10-31', '62', '4340', '4100', '160', '80'],
          ...['94,5', '3,7', '1,8', '2,0', '68,3', '2,7', '1,3'],
        ],
      ),
    );
    expect(report.kinds.narvaro_summa).toMatchObject({ created: 1, refused: [] });
    expect(await stored('select offered, valid, invalid from attendance.period_total')).toEqual([
      { offered: 4340, valid: 160, invalid: 80 },
    ]);
  });

  it('Vklass without a period: said in words what to add', async () => {
    const { read } = await organiserOfOwn('students');
    const report = await read(
      'vklass.csv',
      lines(';', ['Personnummer', 'Undv. tid', 'GF min', 'F min'], [alva, '10', '1', '1']),
    );
    expect(report.files[0]!.says).toBe(
      'Filen liknar närvaro per period men saknar Från och Till. Lägg till rubrikerna och läs in filen igen.',
    );
  });

  it('LearnPoint: hours and share reported', async () => {
    const { read, stored } = await organiserOfOwn('students');
    const report = await read(
      'learnpoint.csv',
      lines(
        ';',
        [
          ...['Personnummer', 'Från', 'Till', 'Kurs', 'Antal tillfällen', 'Totalt (t)', 'Frånvaro (t)'],
          ...[
            'Frånvaro (%)',
            'Giltig (tim)',
            'Giltig (%)',
            'Ogiltig (tim)',
            'Ogiltig (%)',
            'Rapporterat (%)',
          ],
        ],
        [
          ...[long(alva), '2026-10-01', '2026-10-31', 'MATE1000X', '8', '10,0', '1,5', '15', '1,0', '10'],
          ...['0,5', '5', '80'],
        ],
      ),
    );
    expect(report.kinds.narvaro_summa).toMatchObject({ created: 1, refused: [] });
    expect(await stored('select offered, reported, valid, invalid from attendance.period_total')).toEqual([
      { offered: 600, reported: 480, valid: 60, invalid: 30 },
    ]);
  });

  it('Skola24: shares of lesson time with a percent sign are no minutes', async () => {
    const { read, stored } = await organiserOfOwn('students');
    const report = await read(
      'skola24.csv',
      lines(
        ';',
        ['Personnummer', 'Från', 'Till', 'Lektionstid', 'Giltig', 'Ogiltig', 'Rapporteringsgrad'],
        [alva, '2026-10-01', '2026-10-31', '1000', '12,5 %', '2,5%', '90 %'],
      ),
    );
    expect(report.kinds.narvaro_summa).toMatchObject({ created: 1, refused: [] });
    expect(await stored('select offered, reported, valid, invalid from attendance.period_total')).toEqual([
      { offered: 1000, reported: 900, valid: 125, invalid: 25 },
    ]);
  });
});
