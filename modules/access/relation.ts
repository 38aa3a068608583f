import type { LocalDate } from '../../platform/local-date.ts';

/** What somebody can be to a student. */
export type StudentRelation =
  | 'mentor'
  | 'teaches'
  | 'leads-unit'
  | 'health-team'
  | 'career-counsellor'
  | 'coach'
  | 'administrator'
  | 'head-of-education'
  | 'self'
  | 'guardian';

/** What somebody can be to the organiser as a whole. `staff` is anybody with a duty. */
export type OrganiserRelation =
  | 'staff'
  | 'administrator'
  | 'leads-unit'
  | 'head-of-education'
  | 'data-protection-officer';

/** A relation that may open something. */
export type Relation = StudentRelation | OrganiserRelation;

/** A relation that holds on the day, with what a sentence about it needs. */
export interface RelationFact {
  readonly relation: Relation;
  /** Since when; null where no day applies (oneself). */
  readonly since: LocalDate | null;
  /** The unit or the group it goes through: "Ekdalagymnasiet", "Engelska nivå 2". Null where none. */
  readonly through: string | null;
  /** The actor's title in this duty: "kurator". Null where none is told. */
  readonly title: string | null;
}
