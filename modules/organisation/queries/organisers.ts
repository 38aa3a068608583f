import type { Tx } from '../../../platform/server/db.ts';

/** Municipality, region or independent: Swedish kommun, region, enskild huvudman. */
export type OrganiserKind = 'municipality' | 'region' | 'independent';

/** An organiser (huvudman): the tenant whose rows nobody else sees. */
export interface Organiser {
  readonly organiserId: number;
  readonly name: string;
  readonly kind: OrganiserKind;
  readonly municipalityCode: string | null;
  /** Only such an organiser may be entered by the demonstration log-in. */
  readonly isDemonstration: boolean;
}

const columns = ['organiser_id', 'name', 'kind', 'municipality_code', 'is_demonstration'] as const;

/** All organisers, by name. Only with `dangerouslyAcrossOrganisers`: inside an organiser it answers that one alone. */
export async function listOrganisers(tx: Pick<Tx, 'q'>): Promise<readonly Organiser[]> {
  const rows = await tx.q.selectFrom('organisation.organiser').select(columns).orderBy('name').execute();
  return rows.map(present);
}

/** The transaction's own organiser. */
export async function organiserOf(tx: Tx): Promise<Organiser> {
  const row = await tx.q
    .selectFrom('organisation.organiser')
    .select(columns)
    .where('organiser_id', '=', tx.organiser)
    .executeTakeFirstOrThrow();
  return present(row);
}

type Row = Readonly<Record<(typeof columns)[number], unknown>>;

function present(row: Row): Organiser {
  return {
    organiserId: row.organiser_id as number,
    name: row.name as string,
    kind: row.kind as OrganiserKind,
    municipalityCode: row.municipality_code as string | null,
    isDemonstration: row.is_demonstration as boolean,
  };
}
