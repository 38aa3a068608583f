import type { Actor, Duty } from './actor.ts';
import { coversEveryUnit, type Relation, type RelationFact, relationsOfDuty } from './relation.ts';

const ownStudents: Readonly<Partial<Record<Duty['role'], Relation>>> = {
  mentor: 'mentor',
  teacher: 'teaches',
};

/** What the actor is to the organiser as a whole: which pages may be opened, before any student is meant. */
export function organiserRelations(actor: Actor): readonly RelationFact[] {
  const own = (relation: Relation) => ({
    relation,
    since: null,
    through: null,
    title: null,
    schoolForm: null,
  });
  return [
    ...actor.duties.flatMap(ofDuty),
    ...(actor.isStudent ? [own('self')] : []),
    ...(actor.isGuardian ? [own('guardian')] : []),
  ];
}

function ofDuty(duty: Duty): readonly RelationFact[] {
  const { since, unitName: through, title, role, unitId } = duty;
  const fact = { since, through, title, schoolForm: null };
  const own = ownStudents[role];
  const covers = unitId !== null || coversEveryUnit(role);
  const relations = covers ? [...relationsOfDuty(role, unitId), ...(own ? [own] : [])] : [];
  return [...relations, 'staff' as const].map((relation) => ({ ...fact, relation }));
}
