import { sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** Two persons that have something in common; the lower id first. */
export interface AlikePair {
  readonly one: number;
  readonly other: number;
}

/** An address that more have than this is nobody's own: the school's, or one that a system fills in. */
const mostWithOneAddress = 4;

/**
 * Pairs worth holding against each other (`judgeDoubles`), at most `most`: those with the same birth date and a part of the
 * name, the same ten digits, the same address or log-in name, or the same name where one has no civic number. Found by
 * what they have in common, never by comparing everybody with everybody. Those who have been told apart are left out.
 * Within `onlyUnits`: both have been enrolled or had a duty there.
 */
export async function alikePairs(
  tx: Tx,
  { most, onlyUnits }: { readonly most: number; readonly onlyUnits: readonly number[] | null },
): Promise<readonly AlikePair[]> {
  const { rows } = await sql<AlikePair>`
    with p as materialized (
      select person_id as id, civic_number as civic, right(civic_number, 10) as ten,
        left(civic_number, 6) || (substr(civic_number, 7, 2)::int - 1) % 60 as born,
        lower(given_name) as given, regexp_replace(lower(trim(given_name)), '[ -].*', '') as first,
        lower(trim(family_name)) as family, lower(trim(email)) as mail, lower(trim(federated_name)) as login
      from people.person p
      where organiser_id = ${tx.organiser} and (${onlyUnits === null} or exists (
        select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id
          and e.unit_id = any(${onlyUnits ?? []}::integer[])
        union all
        select from people.duty d where d.organiser_id = p.organiser_id and d.person_id = p.person_id
          and d.unit_id = any(${onlyUnits ?? []}::integer[])))),
    own as materialized (select mail from p where mail <> '' group by mail having count(*) <= ${mostWithOneAddress}),
    pair as (
      select a.id as a, b.id as b from p a join p b on a.born = b.born and a.id < b.id
        where a.first = b.first or a.family = b.family or a.first = b.family
      union
      select a.id, b.id from p a join p b on a.ten = b.ten and a.id < b.id
      union
      select a.id, b.id from own join p a on a.mail = own.mail join p b on b.mail = own.mail and a.id < b.id
      union
      select a.id, b.id from own join p a on a.mail = own.mail join p b on b.login = own.mail and a.id <> b.id
      union
      select a.id, b.id from p a join p b on a.first = b.first and a.family = b.family and a.id <> b.id
        where a.civic is null and a.first <> '')
    select distinct least(a, b) as one, greatest(a, b) as other from pair
    where not exists (select from people.told_apart t where t.organiser_id = ${tx.organiser}
      and t.one_id = least(a, b) and t.other_id = greatest(a, b))
    order by one, other limit ${most}`.execute(tx.q);
  return rows;
}
