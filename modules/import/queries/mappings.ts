import type { Tx } from '../../../platform/server/db.ts';
import { displayName, type Protection } from '../../people/index.ts';
import type { ColumnMapping, RememberedMapping } from '../reading/column-mapping.ts';
import { kinds } from '../reading/file-kinds.ts';

/** A mapping as the page of mappings shows it. */
export interface ListedMapping extends ColumnMapping {
  readonly mappingId: number;
  readonly source: string;
  /** Null for the whole organiser. */
  readonly unitId: number | null;
  readonly unitName: string | null;
  readonly setAt: Date;
  /** The name to show. */
  readonly setByName: string;
}

interface Row {
  readonly mapping_id: number;
  readonly unit_id: number | null;
  readonly unit_code: string | null;
  readonly unit_name: string | null;
  readonly sole: boolean;
  readonly kind: ColumnMapping['kind'];
  readonly headings: readonly string[];
  readonly columns: readonly (string | null)[];
  readonly day_order: ColumnMapping['dayOrder'];
  readonly in_hours: boolean;
  readonly source: string;
  readonly set_at: Date;
  readonly given_name: string;
  readonly family_name: string;
  readonly protection: Protection;
}

const columns = `m.*, u.code as unit_code, u.name as unit_name, p.given_name, p.family_name, p.protection,
    ($2::int[] = array[m.unit_id] or m.unit_id is not null and
      (select count(*) = 1 from organisation.school_unit s where s.organiser_id = $1)) as sole
  from imports.column_mapping m
  left join organisation.school_unit u on u.organiser_id = m.organiser_id and u.unit_id = m.unit_id
  join people.person p on p.organiser_id = m.organiser_id and p.person_id = m.set_by
  where m.organiser_id = $1 and m.forgotten_at is null
    and ($2::int[] is null or m.unit_id is null or m.unit_id = any($2))
    and m.kind = any($3)`;

/**
 * The mappings that a run about these units may use, the preferred first: for one unit its own before the organiser's,
 * for several the organiser's first, and then the newest. A mapping says which unit a file is about only when the run
 * can be about no other.
 */
export async function mappingsFor(
  tx: Tx,
  onlyUnits: readonly number[] | null,
): Promise<readonly RememberedMapping[]> {
  const { rows } = await tx.client.query<Row>(
    `select ${columns} order by (m.unit_id is null) = ($4::boolean), m.set_at desc`,
    [tx.organiser, onlyUnits, kinds, onlyUnits?.length === 1],
  );
  return rows.map((row) => ({
    ...mappingOf(row),
    mappingId: row.mapping_id,
    source: row.source,
    unitId: row.unit_id,
    unit: row.sole ? row.unit_code : null,
  }));
}

/** The mappings that hold for these units, by source and newest first; null is all units. */
export async function listMappings(
  tx: Tx,
  onlyUnits: readonly number[] | null,
): Promise<readonly ListedMapping[]> {
  const { rows } = await tx.client.query<Row>(
    `select ${columns} order by m.source = '', m.source, m.set_at desc`,
    [tx.organiser, onlyUnits, kinds],
  );
  return rows.map((row) => ({
    ...mappingOf(row),
    mappingId: row.mapping_id,
    source: row.source,
    unitId: row.unit_id,
    unitName: row.unit_name,
    setAt: row.set_at,
    setByName: displayName({
      givenName: row.given_name,
      familyName: row.family_name,
      protection: row.protection,
    }),
  }));
}

/** Whether any mapping of the organiser was made, changed or forgotten after a moment. */
export async function mappingsChangedSince(tx: Tx, moment: Date): Promise<boolean> {
  const { rows } = await tx.client.query<{ changed: boolean }>(
    `select exists (select from imports.column_mapping
       where organiser_id = $1 and greatest(set_at, forgotten_at) > $2) as changed`,
    [tx.organiser, moment],
  );
  return rows[0]!.changed;
}

function mappingOf(row: Row): ColumnMapping {
  const { kind, headings, columns: fields, day_order: dayOrder, in_hours: inHours } = row;
  return { kind, headings, fields, dayOrder, inHours };
}
