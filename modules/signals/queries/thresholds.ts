import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { displayName, type Protection } from '../../people/index.ts';
import { type ThresholdKey, type ThresholdRow, thresholdFields } from '../rules/thresholds.ts';

/** The organiser's own limit with who set it and when: what the page Gränsvärden shows beside the catalogue's. */
export interface OwnThreshold extends ThresholdRow {
  readonly setByName: string;
  readonly setAt: Date;
}

/** All limits the organiser has set, in the order of time; `through` leaves out those set to begin later. */
export async function ownThresholds(tx: Tx, through?: LocalDate): Promise<readonly OwnThreshold[]> {
  let query = tx.q
    .selectFrom('signals.threshold as t')
    .innerJoin('people.person as p', (join) =>
      join.onRef('p.organiser_id', '=', 't.organiser_id').onRef('p.person_id', '=', 't.set_by'),
    )
    .select([
      't.signal',
      't.key',
      't.starts',
      't.value',
      't.set_at',
      'p.given_name',
      'p.family_name',
      'p.protection',
    ])
    .where('t.organiser_id', '=', tx.organiser)
    .orderBy('t.starts');
  if (through) query = query.where('t.starts', '<=', through);
  const rows = await query.execute();
  return rows.flatMap((row) => {
    const key = `${row.signal}.${row.key}`;
    if (!(key in thresholdFields)) return [];
    const known = key as ThresholdKey;
    return [
      {
        key: known,
        value: row.value,
        unit: thresholdFields[known].unit,
        from: row.starts,
        setBy: 'organiser' as const,
        setByName: displayName({
          givenName: row.given_name,
          familyName: row.family_name,
          protection: row.protection as Protection,
        }),
        setAt: row.set_at,
      },
    ];
  });
}
