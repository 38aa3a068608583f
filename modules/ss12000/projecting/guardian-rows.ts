import type { LocalDate } from '../../../platform/local-date.ts';
import { ageOn } from '../../people/rules/index.ts';
import { civicReader } from './identity.ts';
import { type Model, personIn } from './mirror-model.ts';
import { type Cells, whoCells } from './student-rows.ts';

/** The rows of `vardnadshavare`, and who was told as a guardian of whom. */
export interface GuardianRows {
  readonly rows: readonly Cells[];
  /** Student id → guardians' ids told, for those where it changes. */
  readonly told: ReadonlyMap<string, readonly string[]>;
}

const ofAge = 18;

/**
 * The guardians of students under 18, one row a student and guardian, and a row that ends a guardianship which the source
 * has no more. A student whose age is not known is taken for of age: whoever is no guardian must not see anything.
 */
export function guardianRows(
  model: Model,
  students: ReadonlySet<string>,
  toldBefore: (student: string) => readonly string[],
  on: LocalDate,
): GuardianRows {
  const rows: Cells[] = [];
  const told = new Map<string, readonly string[]>();
  const civic = civicReader(on);
  for (const id of students) {
    const student = personIn(model, id);
    if (!student) continue;
    const number = civic(student.civic);
    const before = toldBefore(id);
    const child = /^\d{8}(\d{4}|TF\d\d)$/.test(number) && ageOn(number, on) < ofAge;
    const now = child ? student.responsibles.filter(({ person }) => personIn(model, person)) : [];
    const still = new Set(now.map(({ person }) => person));
    const rowOf = (person: string, relation: string, remove: boolean): Cells[] => {
      const guardian = personIn(model, person);
      if (!guardian) return [];
      return [
        {
          'Elevens personnummer': number,
          'Elevens Person-ID': number === '' ? id : '',
          Personnummer: civic(guardian.civic),
          'Person-ID': person,
          ...whoCells(guardian),
          Hemkommun: '',
          Relation: relation,
          'Ta bort': remove ? 'Ja' : '',
        },
      ];
    };
    rows.push(...now.flatMap(({ person, relation }) => rowOf(person, relation, false)));
    if (child)
      rows.push(...before.filter((each) => !still.has(each)).flatMap((each) => rowOf(each, '', true)));
    if ([...still].toSorted().join() !== before.toSorted().join()) told.set(id, [...still]);
  }
  return { rows, told };
}
