import type { LocalDate } from '../../../platform/local-date.ts';
import type { DutyBody, PersonBody } from '../mirror/bodies.ts';
import { civicReader, groupName } from './identity.ts';
import { type Kept, type Model, personIn } from './mirror-model.ts';
import { type Cells, whoCells } from './student-rows.ts';
import { isType } from './ties.ts';
import { unitCodeOf } from './unit-code.ts';

/** Where a duty was told, to end it from when the source has it no more. */
export interface ToldDuty {
  readonly unit: string;
  readonly role: string;
}

/** The rows of `personal`, and what to remember of the duties. */
export interface StaffRows {
  readonly rows: readonly Cells[];
  readonly told: ReadonlyMap<string, ToldDuty | null>;
}

/** A duty at a unit of ours, held by somebody who is known. */
interface Held {
  readonly duty: Kept<DutyBody, ToldDuty>;
  readonly person: PersonBody;
  readonly unit: string;
}

/**
 * The staff of the units where our students go, one row a duty. Duties of the same sort at a unit (Lärare and Förstelärare)
 * are one there, from the first day of the earliest to the last of the latest. A duty that the source has no more is ended.
 */
export function staffRows(model: Model, units: ReadonlySet<string>, on: LocalDate): StaffRows {
  const held = [...model.duties.values()].flatMap((duty) => heldOf(model, duty, units));
  const taught = taughtGroups(model);
  const civic = civicReader(on);
  const rows: Cells[] = [];
  const told = new Map<string, ToldDuty | null>();
  const same = Map.groupBy(
    held,
    (each) => `${each.duty.body.person}|${each.unit}|${sortOf(each.duty.body.role)}`,
  );
  for (const alike of same.values()) {
    const standing = alike.filter(
      ({ duty }) => !duty.deleted && (isGoing(duty.body, on) || duty.told !== null),
    );
    const span = spanOf(standing.map(({ duty }) => duty.body));
    const shown = standing.length > 0 ? standing : alike.filter(({ duty }) => duty.told !== null).slice(0, 1);
    for (const { duty, person, unit } of shown) {
      const gone = standing.length === 0;
      rows.push({
        'Tjänstgörings-ID': duty.id,
        'Person-ID': duty.body.person,
        Personnummer: civic(person.civic),
        ...whoCells(person),
        Hemkommun: '',
        Skolenhetskod: unit,
        Personalkategori: duty.body.role,
        Ämnesgrupper: (gone ? [] : (taught.get(`${duty.body.person}|${unit}`) ?? [])).join(', '),
        Startdatum: gone ? '' : span.starts,
        Slutdatum: gone ? '' : span.ends,
        'Ta bort': gone ? 'Ja' : '',
      });
    }
    for (const { duty, unit } of alike) {
      const goes = !duty.deleted && isGoing(duty.body, on);
      if (goes || duty.told) told.set(duty.id, goes ? { unit, role: duty.body.role } : null);
    }
  }
  return { rows, told };
}

function heldOf(model: Model, duty: Kept<DutyBody>, units: ReadonlySet<string>): Held[] {
  const person = personIn(model, duty.body.person);
  const told = duty.told as ToldDuty | null;
  const unit = unitCodeOf(model.organisations, duty.body.at) ?? told?.unit ?? null;
  if (!person || unit === null || (!units.has(unit) && told === null)) return [];
  return [{ duty: { ...duty, told }, person, unit }];
}

function isGoing({ ends }: DutyBody, on: LocalDate): boolean {
  return ends === null || ends >= on;
}

function spanOf(duties: readonly DutyBody[]): { readonly starts: string; readonly ends: string } {
  const starts = duties.map((duty) => duty.starts ?? '').toSorted();
  const ends = duties.map((duty) => duty.ends ?? '').toSorted();
  return { starts: starts[0] ?? '', ends: ends[0] === '' ? '' : (ends.at(-1) ?? '') };
}

/** Roles that become the same duty here. */
const sorts: readonly (readonly [sort: string, words: RegExp])[] = [
  ['health', /kurator|sköterska|läkare|psykolog|special|elevhälso/],
  ['teacher', /^(förste|gymnasie|yrkes|ämnes)?lärare$|lektor|adjunkt/],
  ['principal', /rektor/],
];

function sortOf(role: string): string {
  const plain = role.toLowerCase();
  return sorts.find(([, words]) => words.test(plain))?.[0] ?? plain;
}

/** Person and unit → the teaching groups of the activities that the person's duties there teach. */
function taughtGroups(model: Model): ReadonlyMap<string, readonly string[]> {
  const taught = new Map<string, Set<string>>();
  for (const { body, deleted } of model.activities.values()) {
    if (deleted) continue;
    const names = body.groups.flatMap((id) => {
      const group = model.groups.get(id);
      return group && !group.deleted && isType(group.body, 'Undervisning')
        ? [groupName(group.body.name)]
        : [];
    });
    for (const { duty } of body.teachers) {
      const held = model.duties.get(duty)?.body;
      const unit = held && unitCodeOf(model.organisations, held.at);
      if (!held || !unit) continue;
      const key = `${held.person}|${unit}`;
      taught.set(key, new Set([...(taught.get(key) ?? []), ...names]));
    }
  }
  return new Map([...taught].map(([key, names]) => [key, [...names].toSorted()]));
}
