import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';

/** Where lessons stand, students apart. */
export interface LessonPlace {
  readonly day: LocalDate;
  readonly startMinute: number;
  readonly groupName: string;
  readonly courseCode: string;
}

/** A student's lesson with the student's identifiers: for matching with a source, and never to be shown. */
export interface IdentifiedLesson extends LessonPlace {
  readonly civicNumber: string | null;
  /** Every id that source systems have had for her. */
  readonly sourceIds: readonly string[];
  readonly minutes: number;
  readonly attended: number;
  readonly valid: number;
  readonly invalid: number;
  readonly other: number;
  readonly late: number;
  readonly reported: boolean;
  readonly reason: string | null;
  readonly lessonRef: string | null;
}

const columns = `to_char(l.day, 'YYYY-MM-DD') as day, l.start_minute as "startMinute", a.group_name as "groupName",
  a.course_code as "courseCode", p.civic_number as "civicNumber", coalesce(k.ids, '{}') as "sourceIds", l.minutes, l.attended, l.valid,
  l.invalid, l.other, l.late, l.reported, r.name as reason, l.lesson_ref as "lessonRef"
  from attendance.lesson l
  join attendance.activity a on a.organiser_id = l.organiser_id and a.activity_id = l.activity_id
  join people.person p on p.organiser_id = l.organiser_id and p.person_id = l.student_id
  left join (select organiser_id, person_id, array_agg(source_id) as ids from people.known_source_id
    where organiser_id = $1 group by organiser_id, person_id) k on k.organiser_id = p.organiser_id and k.person_id = p.person_id
  left join attendance.reason r on r.organiser_id = l.organiser_id and r.reason_id = l.reason_id`;

/** Everybody's lessons at these places. Reads the months of the places through: ask for many at once. */
export async function dangerouslyLessonsAt(
  tx: Tx,
  places: readonly LessonPlace[],
): Promise<readonly IdentifiedLesson[]> {
  if (places.length === 0) return [];
  const days = places.map((place) => place.day).toSorted();
  const { rows } = await tx.client.query<IdentifiedLesson>(
    `with wanted as (select distinct w.day, w.start_minute, a.activity_id
       from jsonb_to_recordset($2::jsonb) as w(day date, start_minute int, group_name text, course_code text)
       join attendance.activity a on a.organiser_id = $1 and a.group_name = w.group_name and a.course_code = w.course_code)
     select ${columns}
     join wanted w on w.day = l.day and w.start_minute = l.start_minute and w.activity_id = l.activity_id
     where l.organiser_id = $1 and l.day between $3 and $4`,
    [tx.organiser, JSON.stringify(places.map(asRow)), days[0], days.at(-1)],
  );
  return rows;
}

function asRow({ day, startMinute, groupName, courseCode }: LessonPlace): object {
  return { day, start_minute: startMinute, group_name: groupName, course_code: courseCode };
}

/** Lessons by the id that their source gave them, from a day on. Reads all of the days through. */
export async function dangerouslyLessonsByRef(
  tx: Tx,
  refs: readonly string[],
  from: LocalDate,
): Promise<readonly IdentifiedLesson[]> {
  if (refs.length === 0) return [];
  const { rows } = await tx.client.query<IdentifiedLesson>(
    `select ${columns} where l.organiser_id = $1 and l.day >= $3 and l.lesson_ref = any($2)`,
    [tx.organiser, refs, from],
  );
  return rows;
}
