import { insufficiency } from './sufficiency.ts';
import type { Limits } from './thresholds.ts';
import type { Check, Insufficient, Level, RuleCard, WindowFacts } from './types.ts';

/** N03: absence that grows against the student's own earlier level. */
export const n03: RuleCard = {
  id: 'N03',
  family: 'N',
  version: '2026-11.1',
  name: 'Ökande frånvaro',
  means: 'Eleven är borta tydligt mer än tidigare, mer än klassen i övrigt.',
  rule:
    'Andelen lektioner med frånvaro de fyra senaste skolveckorna jämförd med elevens egen nivå de tolv skolveckorna före, ' +
    'med tre veckors mellanrum. Klassens förändring räknas bort när minst tio elever kan jämföras. Ökningen ska också vara ' +
    'minst en fördubbling och ligga på flera tillfällen. Signalen visas när villkoret gällt två skolveckor i rad.',
  citations: [
    {
      text: 'Upprepad eller längre frånvaro ska utredas skyndsamt om det inte är obehövligt.',
      source: '15 kap. 16 § skollagen',
      verified: true,
    },
    {
      text: 'Mentorn ska särskilt uppmärksamma tecken på behov av stöd.',
      source: '15 kap. 19 a § skollagen',
      verified: true,
    },
  ],
  thresholds: ['N03.level1', 'N03.level2', 'N03.times', 'N03.episodes', 'N03.clear', 'N03.coolDown'],
};

/** Now and then. `groupChange`: the class's change of share, 0–1, null when fewer than ten can be compared. */
export interface IncreaseFacts {
  recent: WindowFacts;
  earlier: WindowFacts | null;
  groupChange: number | null;
}

/** Percentage points that the share rose beyond the class, unrounded. */
export function increaseOf(recent: WindowFacts, earlier: WindowFacts, groupChange: number | null): number {
  const own = recent.absent / recent.reported - earlier.absent / earlier.reported;
  return 100 * (own - (groupChange ?? 0));
}

/** Level by increase, only when doubled and spread. Without an own earlier level there is nothing to compare with. */
export function checkN03(facts: IncreaseFacts, limits: Limits): Check | Insufficient {
  const { recent, earlier } = facts;
  const lack = insufficiency(recent, limits);
  if (lack) return lack;
  if (!earlier || insufficiency(earlier, limits)) return { insufficient: 'earlier' };
  const points = increaseOf(recent, earlier, facts.groupChange);
  const real = recent.episodes >= limits['N03.episodes'] && hasGrown(recent, earlier, limits['N03.times']);
  return { level: real ? levelOf(points, limits) : 0, clear: points < limits['N03.clear'] - tolerance };
}

/** Shares are fractions: a rise of exactly ten points must not fall below for the last binary digit. */
const tolerance = 1e-9;

function hasGrown(recent: WindowFacts, earlier: WindowFacts, times: number): boolean {
  return recent.absent * earlier.reported >= times * earlier.absent * recent.reported;
}

function levelOf(points: number, limits: Limits): 0 | Level {
  if (points >= limits['N03.level2'] - tolerance) return 2;
  return points >= limits['N03.level1'] - tolerance ? 1 : 0;
}
