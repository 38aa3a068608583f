import { createHash } from 'node:crypto';
import type { Tx } from '../../platform/server/db.ts';
import type { ColumnMapping } from './reading/column-mapping.ts';
import type { WholeFile } from './reading/how-to-read.ts';
import { plainHeading } from './reading/plain-heading.ts';

/** A mapping to remember: whose files it holds for (null is the whole organiser), and who says so. */
export interface MappingToSave extends ColumnMapping {
  readonly unitId: number | null;
  readonly source: string;
  readonly setBy: number;
}

/** Remembers a mapping in place of an earlier one for the same headings and unit. Answers its number. */
export async function saveMapping(tx: Tx, mapping: MappingToSave): Promise<number> {
  const { rows } = await tx.client.query<{ id: number }>(
    `insert into imports.column_mapping
       (organiser_id, unit_id, signature, kind, headings, columns, day_order, in_hours, source, set_by)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     on conflict (organiser_id, unit_id, signature) do update set
       kind = excluded.kind, headings = excluded.headings, columns = excluded.columns,
       day_order = excluded.day_order, in_hours = excluded.in_hours, source = excluded.source,
       set_by = excluded.set_by, set_at = clock_timestamp(), forgotten_at = null
     returning mapping_id as id`,
    [
      tx.organiser,
      mapping.unitId,
      signatureOf(mapping.headings),
      mapping.kind,
      mapping.headings,
      JSON.stringify(mapping.fields),
      mapping.dayOrder,
      mapping.inHours,
      mapping.source,
      mapping.setBy,
    ],
  );
  return rows[0]!.id;
}

/** Forgets a mapping; files with its headings are told by their headings alone again. */
export async function forgetMapping(tx: Tx, mappingId: number): Promise<void> {
  await tx.client.query(
    `update imports.column_mapping set forgotten_at = clock_timestamp()
     where organiser_id = $1 and mapping_id = $2 and forgotten_at is null`,
    [tx.organiser, mappingId],
  );
}

/** Headings that are written alike in the same order have the same signature. */
function signatureOf(headings: readonly string[]): string {
  return createHash('sha256').update(headings.map(plainHeading).join('|')).digest('hex');
}

/**
 * Opens a finished preview (or a run that stopped) to be looked at again, with what was said of one of its files if that
 * is why. `seen` is when what the person looked at was finished. False when it is not there to be taken any more.
 */
export async function reopenRun(
  tx: Tx,
  runId: number,
  again: { readonly seen: Date; readonly file?: string; readonly wholeFile?: WholeFile },
): Promise<boolean> {
  const said = again.file === undefined ? {} : { [again.file]: again.wholeFile ?? {} };
  const answer = await tx.client.query(
    `update imports.run set finished_at = null, started_at = clock_timestamp(), state = 'preview',
       counts = (counts - 'confirmed' - 'confirmedBy') || jsonb_build_object('upload',
         (counts->'upload') || jsonb_build_object('said', coalesce(counts#>'{upload,said}', '{}') || $3::jsonb))
     where organiser_id = $1 and run_id = $2 and state in ('preview', 'stopped')
       and date_trunc('milliseconds', finished_at) = $4`,
    [tx.organiser, runId, JSON.stringify(said), again.seen],
  );
  return answer.rowCount === 1;
}
