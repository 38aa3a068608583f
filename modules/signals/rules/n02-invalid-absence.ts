import { atLeast, insufficiency } from './sufficiency.ts';
import type { Limits } from './thresholds.ts';
import type { Check, Insufficient, Level, RuleCard, WindowFacts } from './types.ts';

/** N02: invalid absence, as a share over four teaching weeks and as hours in a calendar month. */
export const n02: RuleCard = {
  id: 'N02',
  family: 'N',
  version: '2026-11.1',
  name: 'Ogiltig frånvaro',
  means: 'Eleven har missat lektioner utan att skolan vet varför.',
  rule:
    'Andelen lektioner med ogiltig frånvaro de fyra senaste skolveckorna, eller minst fyra timmar ogiltig frånvaro i en ' +
    'kalendermånad fördelad på minst två dagar. Sena ankomster räknas med i timmarna. Vid fyra timmar bedömer skolan om CSN ' +
    'ska få veta. Signalen visas när villkoret gällt två skolveckor i rad, den högsta nivån genast.',
  citations: [
    {
      text: 'Upprepad ogiltig frånvaro på sammanlagt minst fyra timmar i en månad; skolan bedömer och kan avstå.',
      source: 'CSN, studiehjälp',
      verified: true,
    },
    {
      text: 'Vid frånvaro utan giltigt skäl ska vårdnadshavaren få veta det samma dag, om det inte finns särskilda skäl.',
      source: '15 kap. 16 § skollagen',
      verified: true,
    },
  ],
  thresholds: ['N02.level1', 'N02.minutes', 'N02.days', 'N02.level3', 'N02.clear', 'N02.coolDown'],
};

/** Invalid minutes of one calendar month up to the evaluation, and the days they lie on. `month` is `YYYY-MM`. */
export interface InvalidMonth {
  month: string;
  minutes: number;
  days: number;
}

/** Whether a month reaches the hours and the days that CSN asks about. */
export function monthReachesLimit(month: Pick<InvalidMonth, 'minutes' | 'days'>, limits: Limits): boolean {
  return month.minutes >= limits['N02.minutes'] && month.days >= limits['N02.days'];
}

/** Level by share and by month; the month is the worse of those that the last two weeks lie in. */
export function checkN02(
  window: WindowFacts,
  month: Pick<InvalidMonth, 'minutes' | 'days'>,
  limits: Limits,
): Check | Insufficient {
  const lack = insufficiency(window, limits);
  if (lack) return lack;
  const reached = monthReachesLimit(month, limits);
  return {
    level: levelOf(window, reached, limits),
    clear: !reached && belowClear(window, limits),
  };
}

function belowClear(window: WindowFacts, limits: Limits): boolean {
  return window.invalid === 0 || !atLeast(window.invalid, window.reported, limits['N02.clear']);
}

function levelOf(window: WindowFacts, monthReached: boolean, limits: Limits): 0 | Level {
  if (atLeast(window.invalid, window.reported, limits['N02.level3'])) return 3;
  if (monthReached) return 2;
  return atLeast(window.invalid, window.reported, limits['N02.level1']) ? 1 : 0;
}
