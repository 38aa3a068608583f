import { atLeast, insufficiency } from './sufficiency.ts';
import type { Limits } from './thresholds.ts';
import type { Check, Insufficient, Level, RuleCard, WindowFacts } from './types.ts';

/** N01: absence of all kinds over four teaching weeks, spread over several occasions. */
export const n01: RuleCard = {
  id: 'N01',
  family: 'N',
  version: '2026-11.1',
  name: 'Hög frånvaro',
  means: 'Eleven har varit borta från en stor del av lektionerna, vid flera tillfällen.',
  rule:
    'Andelen lektioner med frånvaro, giltig och ogiltig, av de rapporterade lektionerna de fyra senaste skolveckorna. ' +
    'Frånvaron ska vara spridd på flera tillfällen eller till en del ogiltig: en enda lång sjukperiod är signalen om längre ' +
    'sammanhängande frånvaro. En lektion räknas som frånvaro när minst halva lektionen missats. ' +
    'Signalen visas när villkoret gällt två skolveckor i rad, den högsta nivån genast.',
  citations: [
    {
      text: 'Upprepad eller längre frånvaro, giltig eller ogiltig, ska utredas skyndsamt om det inte är obehövligt.',
      source: '15 kap. 16 § skollagen',
      verified: true,
    },
    {
      text: 'Lagen anger ingen procentgräns. Gränsen är huvudmannens egen.',
      source: 'Skollagen (2010:800)',
      verified: true,
    },
  ],
  thresholds: [
    'N01.level1',
    'N01.level2',
    'N01.level3',
    'N01.episodes',
    'N01.invalid',
    'N01.clear',
    'N01.coolDown',
  ],
};

/** Level by share, only when spread; clear below the lower bar. */
export function checkN01(window: WindowFacts, limits: Limits): Check | Insufficient {
  const lack = insufficiency(window, limits);
  if (lack) return lack;
  const { absent, reported } = window;
  return {
    level: isSpread(window, limits) ? levelOf(absent, reported, limits) : 0,
    clear: !atLeast(absent, reported, limits['N01.clear']),
  };
}

function isSpread(window: WindowFacts, limits: Limits): boolean {
  if (window.episodes >= limits['N01.episodes']) return true;
  return window.invalid > 0 && atLeast(window.invalid, window.reported, limits['N01.invalid']);
}

function levelOf(absent: number, reported: number, limits: Limits): 0 | Level {
  if (atLeast(absent, reported, limits['N01.level3'])) return 3;
  if (atLeast(absent, reported, limits['N01.level2'])) return 2;
  return atLeast(absent, reported, limits['N01.level1']) ? 1 : 0;
}
