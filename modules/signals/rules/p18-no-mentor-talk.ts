import type { Level, RuleCard } from './types.ts';

/** P18: the school has not talked with the student for long. The school's own to-do, never the student's situation. */
export const p18: RuleCard = {
  id: 'P18',
  family: 'P',
  version: '2026-11.1',
  name: 'Inget mentorssamtal',
  means: 'Påminnelsen gäller skolan, inte eleven: det är länge sedan ett mentorssamtal antecknades.',
  rule:
    'Dagar sedan senaste antecknade mentorssamtal, lov borträknade, räknat tidigast från terminens eller inskrivningens ' +
    'början. Kortare tid i årskurs 1 på hösten, och när en signal kräver handling. Inget samtal alls under terminen är en ' +
    'nivå högre. Släcks när ett samtal antecknas.',
  citations: [
    {
      text: 'Varje elev ska ha en mentor som följer elevens kunskapsutveckling och studiesituation.',
      source: '15 kap. 19 a § skollagen',
      verified: true,
    },
  ],
  thresholds: ['P18.days', 'P18.daysFirstAutumn', 'P18.schoolDays'],
};

/** The clocks of P18, all `epochDay`; null = that clock does not run. */
export interface TalkClock {
  /** The day when too long has passed since the last talk, or since counting could begin. */
  dueByTime: number;
  /** The same counted within the present term only. */
  dueInTerm: number;
  /** The day when ten school days have passed since a signal that asks for action, without a talk. */
  dueBySignal: number | null;
  /** A mentor talk was held in the present term. */
  talkedThisTerm: boolean;
}

/** Level on a day (`epochDay`): 2 when the term's time is up without any talk, 1 when either clock has rung. */
export function levelOfP18(clock: TalkClock, on: number): 0 | Level {
  if (on >= clock.dueByTime) return clock.talkedThisTerm || on < clock.dueInTerm ? 1 : 2;
  return clock.dueBySignal !== null && on >= clock.dueBySignal ? 1 : 0;
}
