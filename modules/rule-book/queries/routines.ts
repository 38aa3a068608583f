import type { LocalRoutine, RuleBook } from '../../../law/index.ts';
import { addDays, type LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, type Protection } from '../../people/index.ts';

/** A row that an organiser has set, with who set it. */
export interface OwnRoutine {
  readonly rule: string;
  readonly key: string;
  readonly from: LocalDate;
  /** Null where the routine was ended. */
  readonly value: number | string | null;
  readonly setByName: string;
  readonly setAt: Date;
}

/** All rows of the organiser, in the order of time; those of one rule when it is named. */
export async function ownRoutines(tx: Tx, book: RuleBook, rule?: string): Promise<readonly OwnRoutine[]> {
  let query = tx.q
    .selectFrom('rule_book.routine as r')
    .innerJoin('people.person as p', (join) =>
      join.onRef('p.organiser_id', '=', 'r.organiser_id').onRef('p.person_id', '=', 'r.set_by'),
    )
    .select([
      'r.rule',
      'r.key',
      'r.starts',
      'r.value',
      'r.set_at',
      'p.given_name',
      'p.family_name',
      'p.protection',
    ])
    .where('r.organiser_id', '=', tx.organiser)
    .orderBy('r.starts');
  if (rule) query = query.where('r.rule', '=', rule);
  return (await query.execute()).map((row) => ({
    rule: row.rule,
    key: row.key,
    from: row.starts,
    value: savedValue(book, row),
    setAt: row.set_at,
    setByName: displayName({
      givenName: row.given_name,
      familyName: row.family_name,
      protection: row.protection as Protection,
    }),
  }));
}

/** A number where the rule's routine is one. */
function savedValue(
  book: RuleBook,
  { rule, key, value }: { rule: string; key: string; value: string | null },
) {
  const kind = book.find(rule)?.routines?.find((each) => each.key === key);
  return value !== null && kind && kind.unit !== null ? Number(value) : value;
}

/** The rows as routines with a beginning and an end, for the rules to ask. `organiser` is the name they are cited by. */
export function asLocalRoutines(rows: readonly OwnRoutine[], organiser: string): readonly LocalRoutine[] {
  return rows.flatMap(({ rule, key, from, value }) => {
    if (value === null) return [];
    const next = rows.find((row) => row.rule === rule && row.key === key && row.from > from);
    const inForce = next ? { from, through: addDays(next.from, -1) } : { from };
    return [{ rule, key, value, organiser, inForce }];
  });
}
