import type { LocalDate } from '../../platform/local-date.ts';
import type { DutyRole } from '../people/index.ts';

/**
 * What somebody can be to a student, or to the organiser as a whole. `leads-unit` is the principal of a unit where the
 * student goes; `administers-all` is the administrator of the whole organiser, who is `administrator` too; `staff` is
 * anybody with a duty; the rest are what they say.
 */
export type Relation =
  | 'mentor'
  | 'teaches'
  | 'health-team'
  | 'career-counsellor'
  | 'coach'
  | 'leads-unit'
  | 'administrator'
  | 'administers-all'
  | 'head-of-education'
  | 'data-protection-officer'
  | 'self'
  | 'guardian'
  | 'staff';

/** A relation that holds on the day, with what a sentence about it needs. */
export interface RelationFact {
  readonly relation: Relation;
  /** Since when; null where no day applies (oneself). */
  readonly since: LocalDate | null;
  /** The unit or the group it goes through: "Ekdalagymnasiet", "ENG2-SA25B". Null for the whole organiser. */
  readonly through: string | null;
  /** The actor's title in this duty: "kurator". Null where none is told. */
  readonly title: string | null;
  /** The school form where the student goes (`GY`, `GYAN`), which decides the paragraph; null where no student is meant. */
  readonly schoolForm: string | null;
}

/** The relation that a duty at a unit gives to the students who go there; a mentor's and a teacher's students are their own. */
const relationOfDuty: Readonly<Partial<Record<DutyRole, Relation>>> = {
  principal: 'leads-unit',
  'health-team': 'health-team',
  'career-counsellor': 'career-counsellor',
  coach: 'coach',
  administrator: 'administrator',
  'head-of-education': 'head-of-education',
  'data-protection-officer': 'data-protection-officer',
};

/** The relations that a duty at a unit (null: the whole organiser) gives to the students whom it covers. */
export function relationsOfDuty(role: DutyRole, unitId: number | null): readonly Relation[] {
  const relation = relationOfDuty[role];
  if (!relation) return [];
  return role === 'administrator' && unitId === null ? [relation, 'administers-all'] : [relation];
}

/**
 * Whether a duty without a unit covers all of the organiser's. A principal leads a unit (2 kap. 9 § skollagen): without
 * one the duty covers nobody.
 */
export function coversEveryUnit(role: DutyRole): boolean {
  return role !== 'principal';
}
