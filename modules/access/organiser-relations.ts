import type { Actor, Duty } from './actor.ts';
import { coversEveryUnit, type Relation, type RelationFact, relationOfDuty } from './relation.ts';

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
  const { since, unitName: through, title } = duty;
  const fact = { since, through, title, schoolForm: null };
  const relation = relationOfDuty[duty.role] ?? ownStudents[duty.role];
  const covers = duty.unitId !== null || coversEveryUnit(duty.role);
  return [...(relation && covers ? [{ ...fact, relation }] : []), { ...fact, relation: 'staff' as const }];
}
