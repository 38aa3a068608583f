import { addDays, isLocalDate, type LocalDate } from '../../platform/local-date.ts';

/** How the talk was, in the mentor's own estimate. `did-not-come` is a talk that was offered and not held. */
export const outcomes = ['fine', 'needs-something', 'needs-more', 'did-not-come'] as const;
/** One of `outcomes`. */
export type Outcome = (typeof outcomes)[number];

/** What was agreed to happen next. */
export const nextSteps = [
  'plan-with-teacher',
  'new-talk',
  'extra-adaptation',
  'health-team',
  'none',
] as const;
/** One of `nextSteps`. */
export type NextStep = (typeof nextSteps)[number];

/** A talk as it is written down: who, when, how it was, what comes next and when. */
export interface Talk {
  readonly talkId: number;
  readonly studentId: number;
  readonly heldOn: LocalDate;
  readonly heldBy: number;
  readonly heldByName: string;
  readonly outcome: Outcome;
  readonly note: string;
  readonly nextStep: NextStep;
  /** The day the next step is due; absent when nothing was agreed. */
  readonly nextOn: LocalDate | null;
}

/** What a form sends, before it is known to be a talk. */
export interface TalkDraft {
  readonly requestKey: string;
  readonly heldOn: string;
  readonly outcome: string;
  readonly note: string;
  readonly nextStep: string;
  readonly nextOn: string;
}

/** One thing to mend in a form: which field, and what to do. */
export interface FieldProblem {
  readonly field: string;
  readonly says: string;
}

/** A draft that can be written down. */
export type CheckedTalk = Omit<Talk, 'talkId' | 'studentId' | 'heldBy' | 'heldByName'> & {
  readonly requestKey: string;
};

/** The longest note, in characters: a talk is summed up, not transcribed. */
export const longestNote = 2_000;

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * Checks a draft against the day it is written. Refuses, with all reasons: no estimate, a day in the future or more
 * than a year back, a next step without a day, a day for the next step that has passed or lies over a year ahead.
 */
export function checkTalk(draft: TalkDraft, today: LocalDate): CheckedTalk | readonly FieldProblem[] {
  const problems: FieldProblem[] = [
    ...checkKey(draft.requestKey),
    ...checkOutcome(draft.outcome),
    ...checkHeldOn(draft.heldOn, today),
    ...checkNext(draft, today),
  ];
  if (draft.note.length > longestNote)
    problems.push({ field: 'note', says: `Korta texten till högst ${longestNote} tecken.` });
  if (problems.length > 0) return problems;
  return {
    requestKey: draft.requestKey,
    heldOn: draft.heldOn,
    outcome: draft.outcome as Outcome,
    note: draft.note.trim(),
    nextStep: draft.nextStep as NextStep,
    nextOn: draft.nextStep === 'none' ? null : draft.nextOn,
  };
}

function checkKey(key: string): FieldProblem[] {
  return uuid.test(key)
    ? []
    : [{ field: 'requestKey', says: 'Formuläret är för gammalt. Ladda om sidan och skriv igen.' }];
}

function checkOutcome(outcome: string): FieldProblem[] {
  if ((outcomes as readonly string[]).includes(outcome)) return [];
  return [{ field: 'outcome', says: 'Välj hur det var.' }];
}

function checkHeldOn(heldOn: string, today: LocalDate): FieldProblem[] {
  if (!isLocalDate(heldOn)) return [{ field: 'heldOn', says: 'Skriv dagen som ÅÅÅÅ-MM-DD.' }];
  if (heldOn > today) return [{ field: 'heldOn', says: 'Samtalet kan inte ligga i framtiden. Ändra dagen.' }];
  if (heldOn < addDays(today, -366))
    return [{ field: 'heldOn', says: 'Samtalet är mer än ett år gammalt. Kontrollera dagen.' }];
  return [];
}

function checkNext({ nextStep, nextOn, heldOn }: TalkDraft, today: LocalDate): FieldProblem[] {
  if (!(nextSteps as readonly string[]).includes(nextStep))
    return [{ field: 'nextStep', says: 'Välj nästa steg.' }];
  if (nextStep === 'none') return [];
  if (!isLocalDate(nextOn)) return [{ field: 'nextOn', says: 'Välj när nästa steg ska vara klart.' }];
  if (nextOn < heldOn)
    return [{ field: 'nextOn', says: 'Nästa steg kan inte ligga före samtalet. Ändra dagen.' }];
  if (nextOn > addDays(today, 366)) return [{ field: 'nextOn', says: 'Välj en dag inom ett år.' }];
  return [];
}
