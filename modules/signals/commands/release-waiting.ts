import { sql } from 'kysely';
import { type LocalDate, mondayOf } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { weeklyBudget } from '../engine/index.ts';
import { showSignals } from '../store.ts';

interface WaitingSignal {
  student_id: number;
  mentor_id: number | null;
  signal: string;
  since: LocalDate;
  level: number;
  rank: number;
  already: boolean;
}

/**
 * Lets new signals out to the mentors: at most three students a mentor and week for levels 1 and 2, the one who needs it
 * most first; level 3 and the student's own words (S17) at once; a further signal on a student who is on the list joins her.
 * The rest wait visibly. The school's own duties (P) are not counted.
 */
export async function releaseWaiting(
  tx: Tx,
  on: LocalDate,
  students: readonly number[] | 'all',
): Promise<void> {
  const mentors = await mentorsOf(tx, students);
  const waiting = await waitingSignals(tx, mentors);
  const shownThisWeek = await shownSince(tx, mondayOf(on));
  const released: WaitingSignal[] = [];
  for (const signal of waiting) {
    const shown = shownThisWeek.get(signal.mentor_id) ?? new Set<number>();
    shownThisWeek.set(signal.mentor_id, shown);
    const free =
      signal.level === 3 || signal.signal === 'S17' || signal.signal.startsWith('P') || signal.already;
    if (!free && !shown.has(signal.student_id) && shown.size >= weeklyBudget) continue;
    if (!free) shown.add(signal.student_id);
    released.push(signal);
  }
  await showSignals(
    tx,
    released.map((each) => ({ studentId: each.student_id, signal: each.signal, since: each.since })),
    on,
  );
}

async function mentorsOf(tx: Tx, students: readonly number[] | 'all'): Promise<readonly number[] | null> {
  if (students === 'all') return null;
  const rows = await tx.q
    .selectFrom('people.placement')
    .select('mentor_id')
    .distinct()
    .where('organiser_id', '=', tx.organiser)
    .where((where) => where('student_id', '=', where.fn.any(where.val(students as number[]))))
    .execute();
  return rows.flatMap((row) => (row.mentor_id === null ? [] : [row.mentor_id]));
}

async function waitingSignals(tx: Tx, mentors: readonly number[] | null): Promise<readonly WaitingSignal[]> {
  const { rows } = await sql<WaitingSignal>`
    select s.student_id, p.mentor_id, s.signal, s.since, s.level, coalesce(i.rank, 0) as rank,
      exists (select from signals.signal o where o.organiser_id = s.organiser_id and o.student_id = s.student_id
        and o.until is null and o.state = 'aktiv' and o.shown_from is not null and o.signal not like 'P%') as already
    from signals.signal s
    join people.placement p on p.organiser_id = s.organiser_id and p.student_id = s.student_id
    left join signals.indicator i on i.organiser_id = s.organiser_id and i.student_id = s.student_id
    where s.organiser_id = ${tx.organiser} and s.until is null and s.state = 'aktiv' and s.shown_from is null
      and (${mentors}::integer[] is null or p.mentor_id = any(${mentors}::integer[]))
    order by coalesce(i.rank, 0) desc, s.level desc, s.student_id, s.signal`.execute(tx.q);
  return rows;
}

async function shownSince(tx: Tx, monday: LocalDate): Promise<Map<number | null, Set<number>>> {
  const { rows } = await sql<{ mentor_id: number | null; students: number[] }>`
    select p.mentor_id, array_agg(distinct s.student_id) as students
    from signals.signal s
    join people.placement p on p.organiser_id = s.organiser_id and p.student_id = s.student_id
    where s.organiser_id = ${tx.organiser} and s.shown_from >= ${monday} and s.level between 1 and 2
      and s.signal <> 'S17' and s.signal not like 'P%'
    group by p.mentor_id`.execute(tx.q);
  return new Map(rows.map((row) => [row.mentor_id, new Set(row.students)]));
}
