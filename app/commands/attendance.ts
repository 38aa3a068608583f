import { parseArgs } from 'node:util';
import { type AttendanceTotal, attendanceTotals } from '../../modules/attendance/index.ts';
import { dangerouslyAllStudentIdentifiers, type StudentIdentifiers } from '../../modules/people/index.ts';
import { isLocalDate } from '../../platform/local-date.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { OperatorError } from '../../platform/server/operator-error.ts';
import { chosenOrganiser } from '../chosen-organiser.ts';
import type { Io } from '../command.ts';
import { withDatabase } from '../with-database.ts';

/** For the list of commands. */
export const summary = 'Summerar närvaron per elev, för att jämföra med källan.';

/** For `--help`. */
export const help = `
./fullfolj attendance --from ÅÅÅÅ-MM-DD --to ÅÅÅÅ-MM-DD [--organiser NAMN] [--data MAPP] [--json]

Summerar varje elevs minuter från och med den första till och med den sista dagen, så att en inläsning kan hållas mot
sin källa. För elever utan lektioner i perioden tas de periodsummor som ligger helt inom den.

  --organiser NAMN  vilken huvudman, om databasen har flera
  --data MAPP       var den inbyggda databasen ligger (annars ./data)
  --json            [{"student","offered","reported","attended","valid","invalid","other"}] på standard ut

offered är alla lektioner, reported de rapporterade. student är personnumret med tolv tecken, annars källans Person-ID.
`;

/** Prints every student's minutes in a period; answers 0. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      from: { type: 'string' },
      to: { type: 'string' },
      organiser: { type: 'string' },
      data: { type: 'string' },
      json: { type: 'boolean', default: false },
    },
  });
  const { from = '', to = '' } = values;
  if (!isLocalDate(from) || !isLocalDate(to)) {
    throw new OperatorError('Skriv första och sista dagen: --from 2026-08-17 --to 2026-11-22.');
  }
  if (to < from) throw new OperatorError('Sista dagen ligger före första. Byt plats på dem.');
  return withDatabase(io, { data: values.data, role: 'attendance' }, async (db) => {
    const { organiserId } = await chosenOrganiser(db, values.organiser);
    const rows = await withOrganiser(db, organiserId, async (tx) => {
      const names = identifiersById(await dangerouslyAllStudentIdentifiers(tx));
      return (await attendanceTotals(tx, from, to)).map((total) => printable(total, names));
    });
    rows.sort((a, b) => (a.student < b.student ? -1 : 1));
    if (values.json) printJson(io, rows);
    else printTable(io, rows);
    return 0;
  });
}

/** Civic number where there is one, else the source's own id. */
function identifiersById({ byCivicNumber, bySourceId }: StudentIdentifiers): ReadonlyMap<number, string> {
  const names = new Map([...bySourceId].map(([source, id]) => [id, source]));
  for (const [civicNumber, id] of byCivicNumber) names.set(id, civicNumber);
  return names;
}

type Printable = { readonly student: string } & Omit<AttendanceTotal, 'studentId'>;

function printable(
  { studentId, ...minutes }: AttendanceTotal,
  names: ReadonlyMap<number, string>,
): Printable {
  return { student: names.get(studentId) ?? '', ...minutes };
}

/** One JSON document, a line a student. */
function printJson(io: Io, rows: readonly Printable[]): void {
  io.out(`[${rows.map((row) => JSON.stringify(row)).join(',\n')}]`);
}

function printTable(io: Io, rows: readonly Printable[]): void {
  const columns = ['offered', 'reported', 'attended', 'valid', 'invalid', 'other'] as const;
  const headings = ['planerat', 'rapporterat', 'närvaro', 'giltig', 'ogiltig', 'annat'];
  io.out(['elev'.padEnd(14), ...headings.map((heading) => heading.padStart(12))].join(''));
  for (const row of rows) {
    io.out([row.student.padEnd(14), ...columns.map((column) => String(row[column]).padStart(12))].join(''));
  }
}
