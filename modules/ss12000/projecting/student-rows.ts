import type { LocalDate } from '../../../platform/local-date.ts';
import type { EnrolmentBody, PersonBody } from '../mirror/bodies.ts';
import { type ChosenEnrolment, chooseEnrolment } from './choose-enrolment.ts';
import { civicReader, groupName } from './identity.ts';
import { mentorsByGroup } from './mentor-names.ts';
import type { Kept, Model, Said, ToldPerson } from './mirror-model.ts';
import { isType, type Membership, membershipsBy, membershipsOn } from './ties.ts';
import { unitCodeOf } from './unit-code.ts';

/** Cells by heading. */
export type Cells = Readonly<Record<string, string>>;

/** The roster's rows, and what was told of whom. */
export interface StudentRows {
  readonly rows: readonly Cells[];
  /** The persons that rows are about, also those who came back with another id. */
  readonly students: readonly string[];
  /** Person id → unit codes told as going on and what the rows said, for those where it changes. */
  readonly told: ReadonlyMap<string, Pick<ToldPerson, 'units' | 'said'>>;
  /** A last day that was told holds no more: the column is needed although nobody has any. */
  readonly endsNoMore: boolean;
  /** Students at an organisation that has no school unit's code, and none above it. */
  readonly withoutUnit: readonly string[];
}

/**
 * The roster as rows of `elever`: one for each student and school unit. Two persons with the same civic number are one
 * who came back with a new id; the one who is there is told.
 */
export function studentRows(model: Model, on: LocalDate, yearStarts: LocalDate): StudentRows {
  const memberships = membershipsBy(model);
  const mentors = mentorsByGroup(model, on);
  const civic = civicReader(on);
  const told = new Map<string, Pick<ToldPerson, 'units' | 'said'>>();
  let endsNoMore = false;
  const rows = new Map<string, { cells: Cells; remove: boolean }>();
  const students = new Set<string>();
  const withoutUnit: string[] = [];
  for (const person of model.persons.values()) {
    if ('elsewhere' in person.body) continue;
    const { body } = person as Kept<PersonBody, ToldPerson>;
    const before = person.told?.units ?? [];
    const units = Map.groupBy(body.enrolments, (each) => unitCodeOf(model.organisations, each.at));
    if (units.has(null)) withoutUnit.push(person.id);
    const goingOn: string[] = [];
    const said: Record<string, Said> = {};
    for (const unit of new Set([...units.keys(), ...before])) {
      if (unit === null) continue;
      const subject = { ...body, deleted: person.deleted };
      const when = { on, yearStarts, told: before.includes(unit) };
      const chosen = chooseEnrolment(subject, units.get(unit) ?? [], when);
      if (!chosen) continue;
      students.add(person.id);
      if (chosen.goesOn) goingOn.push(unit);
      const number = civic(body.civic);
      const key = `${number || person.id}|${unit}`;
      if (rows.get(key)?.remove === false && chosen.remove) continue;
      const ties = tiesAt(model, memberships.get(person.id), unit, chosen, on);
      const cells = cellsOf(person.id, body, number, unit, chosen, ties, mentors, on);
      const saidBefore = person.told?.said?.[unit] ?? [];
      said[unit] = saidIn(cells, chosen.remove);
      endsNoMore ||= !chosen.remove && cells.Slutdatum === '' && saidBefore.includes('Slutdatum');
      rows.set(key, { cells: chosen.goesOn ? withNone(cells, saidBefore) : cells, remove: chosen.remove });
    }
    const changes =
      goingOn.toSorted().join() !== before.toSorted().join() ||
      JSON.stringify(said) !== JSON.stringify(person.told?.said ?? {});
    if (changes) told.set(person.id, { units: goingOn, said });
  }
  const all = [...rows.values()].map(({ cells }) => cells);
  return { rows: all, students: [...students], told, endsNoMore, withoutUnit };
}

const ties = ['Klass', 'Ämnesgrupper', 'Mentor'] as const;

/** What a row says that an empty cell would not take back. Whoever leaves on the day that it becomes known has a last day too. */
function saidIn(cells: Cells, remove: boolean): Said {
  return [...ties, 'Slutdatum'].filter(
    (heading) => cells[heading] !== '' || (heading === 'Slutdatum' && remove),
  );
}

/** An empty cell says nothing of class, groups and mentor: where the source had one and has none, that is said. */
function withNone(cells: Cells, saidBefore: Said): Cells {
  const gone = ties.filter((heading) => cells[heading] === '' && saidBefore.includes(heading));
  return { ...cells, ...Object.fromEntries(gone.map((heading) => [heading, 'Ingen'])) };
}

/** The groups that hold today at the unit; before the first day, those that hold on it; none after the last. */
function tiesAt(
  model: Model,
  all: readonly Membership[] | undefined,
  unit: string,
  { enrolment, goesOn }: ChosenEnrolment,
  on: LocalDate,
): readonly Membership[] {
  if (!goesOn || !enrolment) return [];
  const day = enrolment.starts !== null && enrolment.starts > on ? enrolment.starts : on;
  return membershipsOn(all, day).filter(({ group }) => {
    const at = unitCodeOf(model.organisations, group.organisation);
    return at === null || at === unit;
  });
}

function cellsOf(
  id: string,
  person: PersonBody,
  civic: string,
  unit: string,
  { enrolment, remove }: ChosenEnrolment,
  ties: readonly Membership[],
  mentors: ReadonlyMap<string, readonly string[]>,
  on: LocalDate,
): Cells {
  const inGroups = (type: 'Klass' | 'Undervisning') =>
    ties.filter(({ group }) => isType(group, type)).map(({ group }) => groupName(group.name));
  const mentorNames = new Set(ties.flatMap(({ groupId }) => mentors.get(groupId) ?? []));
  return {
    'Person-ID': id,
    Personnummer: civic,
    ...whoCells(person),
    ...whereCells(unit, enrolment, remove ? on : null),
    Klass: inGroups('Klass')[0] ?? '',
    Ämnesgrupper: [...new Set(inGroups('Undervisning'))].toSorted().join(', '),
    Mentor: [...mentorNames].toSorted().join('; '),
    'Ta bort': remove ? 'Ja' : '',
  };
}

/** Name, log-in, protection, e-mail and home municipality, in the headings of the roster template. */
export function whoCells(person: PersonBody): Cells {
  return {
    Federationsanvändarnamn: person.federatedName ?? '',
    Sekretessmarkering: person.protection ?? '',
    Förnamn: person.givenName,
    Mellannamn: person.middleName ?? '',
    Efternamn: person.familyName,
    'E-postadress': person.email ?? '',
    Hemkommun: person.municipality ?? '',
  };
}

/** Who is gone before the enrolment was to end left on the day it became known: `goneBy`. */
function whereCells(unit: string, enrolment: EnrolmentBody | null, goneBy: LocalDate | null): Cells {
  const ends = enrolment?.ends ?? '';
  return {
    Skolform: enrolment?.form ?? '',
    Skolenhetskod: unit,
    Årskurs: enrolment?.year === null || enrolment === null ? '' : String(enrolment.year),
    Studievägskod: enrolment?.programme ?? '',
    Startdatum: enrolment?.starts ?? '',
    Slutdatum: goneBy !== null && ends > goneBy ? '' : ends,
  };
}
