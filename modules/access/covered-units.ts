import { type Action, actions } from './access.ts';
import type { Actor } from './actor.ts';
import { coversEveryUnit, type Relation, relationsOfDuty } from './relation.ts';

/** The units that the actor's duties reach in this action, by id, or every one of the organiser's. */
export function coveredUnits(actor: Actor, action: Action): readonly number[] | 'every' {
  const opening: readonly Relation[] = actions[action] ?? [];
  const duties = actor.duties.filter(({ role, unitId }) =>
    relationsOfDuty(role, unitId).some((relation) => opening.includes(relation)),
  );
  if (duties.some(({ role, unitId }) => unitId === null && coversEveryUnit(role))) return 'every';
  return [...new Set(duties.flatMap(({ unitId }) => unitId ?? []))].toSorted((a, b) => a - b);
}
