import type { Level, RuleCard } from './types.ts';

/** S17 ⚡: somebody has said that something is wrong, the student or a member of staff. */
export const s17: RuleCard = {
  id: 'S17',
  family: 'S',
  version: '2026-11.1',
  name: 'Elevens eller personalens egen oro',
  means: 'Eleven har bett om att få prata, eller någon på skolan har sagt att den är orolig.',
  rule:
    'Visas samma dag. Personalens oro är nivå bevaka, elevens önskan om samtal agera, tankar på att sluta eller otrygghet ' +
    'akut. Släcks när ett samtal har hållits och antecknats.',
  citations: [
    {
      text: 'Mentorn ska särskilt uppmärksamma tecken på behov av stöd och skyndsamt informera berörd personal.',
      source: '15 kap. 19 a § skollagen',
      verified: true,
    },
  ],
  thresholds: [],
};

/** What was said, from a closed list. */
export type ConcernKind = 'wish-to-talk' | 'thinks-of-quitting' | 'unsafe' | 'staff-concern';

/** The level of what was said. */
export const concernLevel: Readonly<Record<ConcernKind, Level>> = {
  'staff-concern': 1,
  'wish-to-talk': 2,
  'thinks-of-quitting': 3,
  unsafe: 3,
};
