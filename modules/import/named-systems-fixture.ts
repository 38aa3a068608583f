import { testCivicNumber } from '../../fixtures/test-civic-numbers.ts';
import { type Database, withOrganiser } from '../../platform/server/db.ts';
import { ensureUnits } from '../organisation/index.ts';
import { emptyOrganiser, type fileFolder, importer, smallSchool } from './import-fixture.ts';

const school = smallSchool(2);
/** The two students of the small school, by personnummer. */
export const [alva, bo] = school.students as [string, string];
/** Somebody grown up. */
export const adult = testCivicNumber('1980-03-01');
/** A personnummer as `ÅÅMMDD-NNNN`. */
export const short = (civic: string): string => `${civic.slice(2, 8)}-${civic.slice(8)}`;
/** A personnummer as `ÅÅÅÅMMDD-NNNN`. */
export const long = (civic: string): string => `${civic.slice(0, 8)}-${civic.slice(8)}`;

/** Rows as a file. */
export const lines = (separator: string, ...rows: string[][]): string =>
  `${rows.map((cells) => cells.join(separator)).join('\r\n')}\r\n`;

/** Who is enrolled where. */
export const enrolled = `select p.given_name, u.code, e.year_of_study from people.enrolment e
  join people.person p on p.organiser_id = e.organiser_id and p.person_id = e.student_id
  join organisation.school_unit u on u.organiser_id = e.organiser_id and u.unit_id = e.unit_id order by 1`;

let made = 0;

/** Organisers of their own for tests: the first unit is called Ekdalagymnasiet; with the small school's students or nobody. */
export function organisersOfOwn(db: Database, folder: ReturnType<typeof fileFolder>) {
  return async (students: 'students' | 'nobody', codes = ['12345678']) => {
    made += 1;
    const organiser = await emptyOrganiser(db, `System ${made}`);
    const names = codes.map((code, index) => ({
      code,
      name: index === 0 ? 'Ekdalagymnasiet' : 'Hamngymnasiet',
    }));
    await withOrganiser(db, organiser.id, (tx) => ensureUnits(tx, names));
    const run = importer(db, organiser);
    if (students === 'students') await run([folder.put(`${made}-elever.csv`, school.elever())]);
    const stored = <T extends object>(sql: string) =>
      withOrganiser(db, organiser.id, async ({ client }) => (await client.query<T>(sql)).rows);
    const read = (name: string, text: string | Buffer) => run([folder.put(`${made}-${name}`, text)]);
    return { read, stored };
  };
}
