import type { Difference } from './telling-differences.ts';

/** How much a roster changes at one unit, in students. */
export interface UnitChange {
  readonly unit: string;
  /** Enrolled there before. */
  readonly before: number;
  readonly changedClass: number;
  readonly ended: number;
  readonly changedName: number;
  /** Would lose a protection marking. */
  readonly unprotected: number;
}

/** Counts, unit by unit, the students that a roster changes; a student is counted once at a unit and kind. */
export function unitChanges(
  units: readonly { readonly unitId: number; readonly name: string }[],
  enrolled: readonly { readonly unitId: number }[],
  differences: readonly Pick<Difference, 'kind' | 'studentId' | 'unitId'>[],
): readonly UnitChange[] {
  const before = Map.groupBy(enrolled, (each) => each.unitId);
  const changes = Map.groupBy(differences, (each) => each.unitId);
  return units.map(({ unitId, name }) => {
    const here = changes.get(unitId) ?? [];
    const students = (kind: Difference['kind']): number =>
      new Set(here.filter((each) => each.kind === kind).map((each) => each.studentId)).size;
    return {
      unit: name,
      before: before.get(unitId)?.length ?? 0,
      changedClass: students('class'),
      ended: students('ended'),
      changedName: students('name'),
      unprotected: students('protection-lost'),
    };
  });
}
