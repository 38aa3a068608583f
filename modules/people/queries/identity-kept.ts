import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';

/** Whose identity a roster may not change. */
export interface IdentityKept {
  /** Everything that names them and lets them log in stays. */
  readonly whole: ReadonlySet<number>;
  /** The log-in name stays. */
  readonly logIn: ReadonlySet<number>;
}

/**
 * Of these persons, those whose identity is not a roster's to change: whoever has a duty keeps the log-in name, which the
 * operator gives. A roster that only reaches some units (null is all) leaves the whole identity of whoever has a duty, is
 * somebody's guardian, or is enrolled at a unit that it does not reach, now or later.
 */
export async function identityKept(
  tx: Tx,
  persons: readonly number[],
  reach: readonly number[] | null,
  on: LocalDate,
): Promise<IdentityKept> {
  const { rows } = await tx.client.query<{ id: number; works: boolean; elsewhere: boolean }>(
    `select p.id, p.works, $3::int[] is not null and (p.works
         or exists (select from people.guardianship g where g.organiser_id = $1 and g.guardian_id = p.id)
         or exists (select from people.enrolment e where e.organiser_id = $1 and e.student_id = p.id
           and (e.ends is null or e.ends >= $4) and e.unit_id <> all($3))) as elsewhere
     from (select id, exists (select from people.duty d where d.organiser_id = $1 and d.person_id = id
         and (d.ends is null or d.ends >= $4)) as works from unnest($2::int[]) id) p`,
    [tx.organiser, persons, reach, on],
  );
  return {
    whole: new Set(rows.filter((row) => row.elsewhere).map((row) => row.id)),
    logIn: new Set(rows.filter((row) => row.works).map((row) => row.id)),
  };
}
