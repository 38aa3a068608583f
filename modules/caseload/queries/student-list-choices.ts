import { sql } from 'kysely';
import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Actor, visibleStudents } from '../../access/index.ts';
import { programmeName, programmeOf } from '../../organisation/index.ts';
import { displayName, type NamedPerson, type Protection } from '../../people/index.ts';
import { type Answers, directly } from './answers-of.ts';

/** A programme to choose: the same name under two codes (before and after Gy25) is one choice. */
export interface ProgrammeChoice {
  /** What the address says too: the same whichever unit is chosen. */
  readonly name: string;
  /** The study path codes that students have: those of its orientations too. */
  readonly codes: readonly string[];
}

/** What can be chosen at a unit, or at all of them. */
export interface OfferedChoices {
  readonly programmes: readonly ProgrammeChoice[];
  readonly classes: readonly string[];
  readonly mentors: readonly NamedPerson[];
}

/** What the reader can choose among in the list: only what her own students have. */
export interface ListChoices {
  readonly units: readonly { readonly unitId: number; readonly name: string }[];
  /** Programmes, classes and mentors of the unit; of all units when null. */
  readonly within: (unit: number | null) => OfferedChoices;
}

interface Placed {
  readonly unit_id: number;
  readonly unit_name: string;
  readonly class_name: string;
  readonly programme_code: string | null;
  readonly mentor_id: number | null;
  readonly given_name: string | null;
  readonly family_name: string | null;
  readonly protection: Protection;
}

/** The choices for the students that the actor may list on the day. */
export async function listChoices(
  tx: Tx,
  actor: Actor,
  today: LocalDate,
  answers: Answers = directly,
): Promise<ListChoices> {
  const rows = await answers.rows(
    tx,
    sql<Placed>`
      select c.unit_id, u.name as unit_name, c.class_name, c.programme_code, c.mentor_id,
        m.given_name, m.family_name, m.protection
      from (select distinct p.unit_id, p.class_name, p.programme_code, p.mentor_id
        from people.placement p
        where p.organiser_id = ${tx.organiser} and ${visibleStudents(actor, 'student.list', today)}) c
      join organisation.school_unit u on u.organiser_id = ${tx.organiser} and u.unit_id = c.unit_id
      left join people.person m on m.organiser_id = ${tx.organiser} and m.person_id = c.mentor_id`,
  );
  const known = choices.get(rows) ?? choicesOf(rows);
  choices.set(rows, known);
  return known;
}

/** Worked out once for each answer of the database, however many pages are made of it. */
const choices = new WeakMap<readonly Placed[], ListChoices>();

function choicesOf(rows: readonly Placed[]): ListChoices {
  const units = new Map(rows.map((row) => [row.unit_id, row.unit_name]));
  const known = new Map<number | null, OfferedChoices>();
  const within = (unit: number | null): OfferedChoices => {
    const before = known.get(unit);
    if (before) return before;
    const offered = offeredOf(rows.filter((row) => unit === null || row.unit_id === unit));
    known.set(unit, offered);
    return offered;
  };
  return {
    units: [...units].map(([unitId, name]) => ({ unitId, name })).sort((a, b) => swedish(a.name, b.name)),
    within,
  };
}

function offeredOf(rows: readonly Placed[]): OfferedChoices {
  const mentors = new Map(
    rows.flatMap((row) => (row.mentor_id ? [[row.mentor_id, mentorName(row)] as const] : [])),
  );
  return {
    programmes: programmesOf(rows.flatMap((row) => row.programme_code ?? [])),
    classes: [...new Set(rows.map((row) => row.class_name).filter(Boolean))].sort(swedish),
    mentors: [...mentors]
      .map(([personId, name]) => ({ personId, name }))
      .sort((a, b) => swedish(a.name, b.name)),
  };
}

function mentorName({ given_name, family_name, protection }: Placed): string {
  return displayName({ givenName: given_name ?? '', familyName: family_name ?? '', protection });
}

function programmesOf(codes: readonly string[]): readonly ProgrammeChoice[] {
  const byName = new Map<string, Set<string>>();
  for (const code of new Set(codes)) {
    const name = programmeName(programmeOf(code));
    byName.set(name, (byName.get(name) ?? new Set()).add(code));
  }
  return [...byName]
    .map(([name, set]) => ({ name, codes: [...set].sort() }))
    .sort((a, b) => swedish(a.name, b.name));
}

const collator = new Intl.Collator('sv', { numeric: true });

function swedish(a: string, b: string): number {
  return collator.compare(a, b);
}
