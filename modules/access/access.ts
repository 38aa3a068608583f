import type { Actor } from './actor.ts';
import type { Because } from './because.ts';
import { organiserRelations } from './organiser-relations.ts';
import type { Relation, RelationFact } from './relation.ts';

/** A student as access sees one: who, and what the actor is to them on the day. */
export interface StudentSubject {
  readonly organiser: number;
  readonly studentId: number;
  /** For sentences; null for a protected identity. */
  readonly givenName: string | null;
  readonly relations: readonly RelationFact[];
}

/**
 * What an action is asked about. `organiser`: the page as a whole, before any student is meant; its rows are then
 * filtered by `visibleStudents`.
 */
export type Subject = StudentSubject | 'organiser';

/** Whether, and why or why not. */
export interface Why {
  readonly allowed: boolean;
  readonly because: Because;
}

const caseload = [
  'mentor',
  'health-team',
  'career-counsellor',
  'coach',
  'leads-unit',
  'head-of-education',
] as const;

/**
 * Action → the relations that open it; the first that holds is the one named as the reason, so the nearest stand
 * first. What does not stand here is refused.
 */
export const actions = {
  /** The student's whole page: attendance, grades, signals, talks, events. */
  'student.read': caseload,
  /** The student's page as a teacher needs it: attendance and grades of the groups one teaches. */
  'student.read-teaching': ['teaches'],
  /** One's own page, or one's child's. */
  'student.read-own': ['self', 'guardian'],
  /** The list of students, filtered to those one may read. */
  'student.list': caseload,
  /** The list as a file. */
  'student.export': ['health-team', 'leads-unit', 'head-of-education'],
  'talk.record': ['mentor', 'teaches', 'health-team', 'career-counsellor', 'coach', 'leads-unit'],
  'concern.raise': [
    'mentor',
    'teaches',
    'health-team',
    'career-counsellor',
    'coach',
    'leads-unit',
    'administrator',
    'head-of-education',
  ],
  /** "Jag vill prata": only the student's own. */
  'wish.raise': ['self'],
  /** "Stämmer inte" beside a signal. */
  'signal.feedback': ['mentor', 'health-team', 'career-counsellor', 'coach', 'leads-unit'],
  'thresholds.read': ['staff'],
  'thresholds.change': ['head-of-education'],
  /** The law book: its rules, and the organiser's own routines. */
  'rules.read': ['staff'],
  'routines.change': ['head-of-education'],
  'import.run': ['administrator'],
  /** Systems that data is fetched from: they tell of all units. */
  'source.manage': ['administers-all'],
  /** To make one of two persons who are the same, or to say that they are not. */
  'person.merge': ['administrator'],
  /** Everything out as files: of some units what was read in, of the whole organiser all of it. */
  'export.organiser': ['administrator', 'data-protection-officer'],
  /** Everything about one student out as a file: the register extract. */
  'export.student': ['self', 'administers-all', 'data-protection-officer'],
  /** Protected identities in such files. */
  'export.protected': ['administers-all'],
  /** Who holds which duty, and what each duty opens. */
  'people.duties-read': ['administrator', 'leads-unit', 'head-of-education', 'data-protection-officer'],
  /** Who has read what about whom. */
  'people.log-read': ['self', 'leads-unit', 'data-protection-officer'],
  /** Who a student with a protected identity really is. */
  'identity.open-protected': ['leads-unit', 'administrator'],
} as const satisfies Readonly<Record<string, readonly Relation[]>>;

/** Everything that can be asked about. */
export type Action = keyof typeof actions;

/** May the actor do this to the subject, and why? Pure. Nothing declared is refused. */
export function whyMay(actor: Actor, action: Action, subject: Subject): Why {
  if (!Object.hasOwn(actions, action)) return { allowed: false, because: { code: 'nothing-declared' } };
  if (subject !== 'organiser' && subject.organiser !== actor.organiser)
    return { allowed: false, because: { code: 'no-relation' } };
  const relations = subject === 'organiser' ? organiserRelations(actor) : subject.relations;
  const fact = nearest(actions[action], relations);
  if (!fact)
    return {
      allowed: false,
      because: { code: relations.length > 0 ? 'not-by-this-relation' : 'no-relation' },
    };
  const { relation: code, ...rest } = fact;
  const student = subject === 'organiser' ? null : subject.givenName;
  return { allowed: true, because: { code, ...rest, student } };
}

function nearest(opening: readonly Relation[], relations: readonly RelationFact[]): RelationFact | undefined {
  for (const wanted of opening) {
    const found = relations.filter(({ relation }) => relation === wanted);
    const first = found.toSorted((a, b) => ((a.since ?? '') < (b.since ?? '') ? -1 : 1))[0];
    if (first) return first;
  }
  return undefined;
}
