import type { Tx } from '../../../platform/server/db.ts';

/** How two students' lessons lie. */
export interface LessonsAtOnce {
  readonly one: number;
  readonly other: number;
  /** The same lesson: day, time and activity. */
  readonly same: number;
  /** At the same time, but not the same lesson. */
  readonly clashing: number;
}

/** Counts, for each of these pairs of students, the lessons that both have at the same time since a day. Pairs without any are left out. */
export async function lessonsAtOnce(
  tx: Tx,
  pairs: readonly { readonly one: number; readonly other: number }[],
  since: string,
): Promise<readonly LessonsAtOnce[]> {
  if (pairs.length === 0) return [];
  const { rows } = await tx.client.query<LessonsAtOnce>(
    `select p.one, p.other, l.same, l.clashing
     from jsonb_to_recordset($2::jsonb) as p(one int, other int)
     cross join lateral (
       select count(*) filter (where a.activity_id = b.activity_id and a.start_minute = b.start_minute)::int as same,
         count(*) filter (where a.activity_id <> b.activity_id)::int as clashing
       from attendance.lesson a join attendance.lesson b
         on b.organiser_id = a.organiser_id and b.student_id = p.other and b.day = a.day
           and b.start_minute < a.start_minute + greatest(a.minutes, 1) and a.start_minute < b.start_minute + greatest(b.minutes, 1)
       where a.organiser_id = $1 and a.student_id = p.one and a.day >= $3 and b.day >= $3) l
     where l.same + l.clashing > 0`,
    [tx.organiser, JSON.stringify(pairs), since],
  );
  return rows;
}
