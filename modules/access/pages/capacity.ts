import type { Actor, Duty } from '../actor.ts';

const roleWords: Readonly<Record<Duty['role'], string>> = {
  mentor: 'Mentor',
  teacher: 'Lärare',
  principal: 'Rektor',
  'health-team': 'Elevhälsan',
  'career-counsellor': 'Studie- och yrkesvägledare',
  coach: 'Elevcoach',
  administrator: 'Skoladministratör',
  'head-of-education': 'Skolchef',
  'data-protection-officer': 'Dataskyddsombud',
};

/** The widest duty first: what somebody is called when she has several. */
const order: readonly Duty['role'][] = [
  'head-of-education',
  'principal',
  'data-protection-officer',
  'administrator',
  'health-team',
  'career-counsellor',
  'coach',
  'mentor',
  'teacher',
];

/** "Mentor, Ekdalagymnasiet": in what capacity somebody reads. */
export function capacityOf(actor: Actor): string {
  const duty = [...actor.duties].sort((a, b) => order.indexOf(a.role) - order.indexOf(b.role))[0];
  if (!duty) return actor.isStudent ? 'Elev' : actor.isGuardian ? 'Vårdnadshavare' : '';
  const word = duty.title ? duty.title.charAt(0).toUpperCase() + duty.title.slice(1) : roleWords[duty.role];
  return duty.unitName ? `${word}, ${duty.unitName}` : word;
}
