import type { Limits } from './thresholds.ts';
import type { Check, Level, RuleCard } from './types.ts';

/** N04 ⚡: whole school days away in a row. */
export const n04: RuleCard = {
  id: 'N04',
  family: 'N',
  version: '2026-11.1',
  name: 'Längre sammanhängande frånvaro',
  means: 'Eleven har varit borta hela skoldagar i rad.',
  rule:
    'Skoldagar i rad då eleven missat alla rapporterade lektioner, oavsett skäl. Lov och helger räknas inte och bryter inte. ' +
    'En dag som ingen rapporterat räknas inte och bryter inte. Är skälet okänt räcker färre dagar. Signalen visas samma dag ' +
    'som gränsen nås och släcks när eleven varit på plats tre av fem skoldagar.',
  citations: [
    {
      text: 'Längre frånvaro, giltig eller ogiltig, ska utredas skyndsamt om det inte är obehövligt.',
      source: '15 kap. 16 § skollagen',
      verified: true,
    },
  ],
  thresholds: ['N04.days', 'N04.unknown', 'N04.level3', 'N04.present'],
};

/** How the latest reported school days look, seen from one of them. */
export interface RunFacts {
  /** Whole days absent in a row up to and including the day. */
  days: number;
  /** Of them, days for which nobody has said why. */
  unknown: number;
  /** Days present, at least in part, of the last five. */
  presentOfFive: number;
}

/** Level by days in a row; clear when back. Needs no minimum of lessons: it counts only days that were reported. */
export function checkN04(run: RunFacts, limits: Limits): Check {
  return { level: levelOf(run, limits), clear: run.presentOfFive >= limits['N04.present'] };
}

function levelOf(run: RunFacts, limits: Limits): 0 | Level {
  if (run.days >= limits['N04.level3']) return 3;
  return run.days >= limits['N04.days'] || run.unknown >= limits['N04.unknown'] ? 2 : 0;
}
