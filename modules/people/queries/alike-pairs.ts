import { type RawBuilder, sql } from 'kysely';
import type { Tx } from '../../../platform/server/db.ts';

/** Two persons that have something in common; the lower id first. */
export interface AlikePair {
  readonly one: number;
  readonly other: number;
}

/** An address that more have than this is nobody's own: the school's, or one that a system fills in. */
const mostWithOneAddress = 4;

/** A name for finding: lower case, the commonest accents gone, hyphens as spaces. `namesAlike` judges more exactly afterwards. */
const folded = (column: string): RawBuilder<string> =>
  sql.raw(
    `trim(translate(lower(${column}), 'àáâãäåçèéêëìíîïñòóôõöøùúûüýÿčćđğıłńřśšźžż-', 'aaaaaaceeeeiiiinoooooouuuuyyccdgilnrsszzz '))`,
  );

/**
 * Pairs worth holding against each other (`judgeDoubles`), at most `most`: those with the same name and birth date where
 * one has a provisional number, the same ten digits, the same address or log-in name and name, or the same name in the
 * same class or at the same workplace where one has no civic number. Found by what they have in common, never by
 * comparing everybody with everybody. Those who have been told apart are left out. Within `onlyUnits`: both have been
 * enrolled or had a duty there.
 */
export async function alikePairs(
  tx: Tx,
  { most, onlyUnits }: { readonly most: number; readonly onlyUnits: readonly number[] | null },
): Promise<readonly AlikePair[]> {
  const units = sql`${onlyUnits ?? []}::integer[]`;
  const alike = sql`(a.first = b.first and a.family = b.family or a.given = b.family and a.family = b.given)`;
  const { rows } = await sql<AlikePair>`
    with p as materialized (
      select person_id as id, civic_number as civic, right(civic_number, 10) as ten,
        left(civic_number, 6) || (substr(civic_number, 7, 2)::int - 1) % 60 as born,
        civic_number like '%TF%' or substr(civic_number, 7, 2) > '60' as provisional, ${folded('given_name')} as given,
        split_part(${folded('given_name')}, ' ', 1) as first, ${folded('family_name')} as family,
        lower(trim(email)) as mail, lower(trim(federated_name)) as login
      from people.person p
      where organiser_id = ${tx.organiser} and (${onlyUnits === null} or exists (
        select from people.enrolment e where e.organiser_id = p.organiser_id and e.student_id = p.person_id
          and e.unit_id = any(${units})
        union all
        select from people.duty d where d.organiser_id = p.organiser_id and d.person_id = p.person_id
          and d.unit_id = any(${units})))),
    own as materialized (select mail from p where mail <> '' group by mail having count(*) <= ${mostWithOneAddress}),
    namesake as (
      select a.id as a, b.id as b from p a join p b on b.first = a.first and b.family = a.family and a.id <> b.id
      where a.civic is null and a.first <> '' and a.family <> ''),
    pair as (
      select a.id as a, b.id as b from p a join p b on a.born = b.born and a.id <> b.id and ${alike} where a.provisional
      union
      select a.id, b.id from p a join p b on a.ten = b.ten and a.id < b.id
      union
      select a.id, b.id from own join p a on a.mail = own.mail join p b on b.mail = own.mail and a.id < b.id
        where ${alike} or a.born = b.born
      union
      select a.id, b.id from own join p a on a.mail = own.mail join p b on b.login = own.mail and a.id <> b.id
        where ${alike} or a.born = b.born
      union
      select n.a, n.b from namesake n where exists (
        select from people.group_membership i join people.group_membership j
          on j.organiser_id = i.organiser_id and j.group_id = i.group_id and j.student_id = n.b
        where i.organiser_id = ${tx.organiser} and i.student_id = n.a
        union all
        select from people.duty i join people.duty j
          on j.organiser_id = i.organiser_id and j.unit_id = i.unit_id and j.person_id = n.b
        where i.organiser_id = ${tx.organiser} and i.person_id = n.a))
    select distinct least(a, b) as one, greatest(a, b) as other from pair
    where not exists (select from people.told_apart t where t.organiser_id = ${tx.organiser}
      and t.one_id = least(a, b) and t.other_id = greatest(a, b))
    order by one, other limit ${most}`.execute(tx.q);
  return rows;
}
