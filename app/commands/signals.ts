import { parseArgs } from 'node:util';
import { dangerouslyAllStudentIdentifiers, type StudentIdentifiers } from '../../modules/people/index.ts';
import { evaluateAll, refreshSignals, type StudentSignals } from '../../modules/signals/index.ts';
import { isLocalDate } from '../../platform/local-date.ts';
import { systemClock } from '../../platform/server/clock.ts';
import { withOrganiser } from '../../platform/server/db.ts';
import { OperatorError } from '../../platform/server/operator-error.ts';
import { chosenOrganiser } from '../chosen-organiser.ts';
import type { Io } from '../command.ts';
import { withDatabase } from '../with-database.ts';

/** For the list of commands. */
export const summary = 'Visar vilka signaler som gäller en dag, med underlag.';

/** For `--help`. */
export const help = `
./fullfolj signals [--on ÅÅÅÅ-MM-DD] [--organiser NAMN] [--data MAPP] [--save] [--json]

Räknar ut signalerna för alla elever som de var den dagen. Uppgifter efter dagen spelar ingen roll.

  --on DAG          dagen (annars i dag)
  --organiser NAMN  vilken huvudman, om databasen har flera
  --save            spara dem också, som natten gör
  --json            [{"student","signal","level","state","since","evidence"}] på standard ut
`;

/** Prints the signals as of a day; answers 0. */
export async function run(args: string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      on: { type: 'string' },
      organiser: { type: 'string' },
      data: { type: 'string' },
      save: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
    },
  });
  const on = values.on ?? systemClock.today();
  if (!isLocalDate(on)) throw new OperatorError(`${on} är ingen dag. Skriv den som 2026-11-23.`);
  return withDatabase(io, { data: values.data, role: 'signals' }, async (db) => {
    const { organiserId } = await chosenOrganiser(db, values.organiser);
    await withOrganiser(db, organiserId, async (tx) => {
      if (values.save)
        await refreshSignals(tx, {
          on,
          students: 'all',
          onProgress: (n, of) => io.progress(`${n} av ${of} elever`),
        });
      const names = identifiersById(await dangerouslyAllStudentIdentifiers(tx));
      const print = values.json ? jsonPrinter(io) : textPrinter(io, on);
      for await (const student of evaluateAll(tx, on))
        print.student(names.get(student.studentId) ?? '', student);
      print.end();
    });
    return 0;
  });
}

/** Civic number where there is one, else the source's own id. */
function identifiersById({ byCivicNumber, bySourceId }: StudentIdentifiers): ReadonlyMap<number, string> {
  const names = new Map([...bySourceId].map(([source, id]) => [id, source]));
  for (const [civicNumber, id] of byCivicNumber) names.set(id, civicNumber);
  return names;
}

interface Printer {
  student(name: string, of: StudentSignals): void;
  end(): void;
}

/** One JSON document, written as it is found: a large organiser is never held in memory. */
function jsonPrinter(io: Io): Printer {
  let first = true;
  io.out('[');
  return {
    student: (student, { signals }) => {
      for (const { signal, level, state, since, evidence } of signals) {
        io.out(`${first ? '' : ','}${JSON.stringify({ student, signal, level, state, since, evidence })}`);
        first = false;
      }
    },
    end: () => io.out(']'),
  };
}

function textPrinter(io: Io, on: string): Printer {
  const counts = new Map<string, number>();
  return {
    student: (student, { signals }) => {
      for (const { signal, level, state, since, evidence } of signals) {
        if (state !== 'aktiv' && state !== 'kvitterad') continue;
        counts.set(signal, (counts.get(signal) ?? 0) + 1);
        io.out(`${student}  ${signal} nivå ${level}, ${state} sedan ${since}. ${evidence.text}`);
      }
    },
    end: () =>
      io.out(
        `\n${on}: ${[...counts].map(([signal, count]) => `${signal} ${count}`).join(', ') || 'inga signaler'}`,
      ),
  };
}
