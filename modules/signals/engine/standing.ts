import { type Family, type Level, ruleCards } from '../rules/index.ts';
import type { Signal } from './types.ts';

/** A student's situation: 0 nothing, 1 bevaka, 2 agera, 3 akut, and the families it is read from. */
export interface Standing {
  level: 0 | Level;
  word: 'bevaka' | 'agera' | 'akut' | null;
  families: readonly { family: Exclude<Family, 'P'>; level: Level }[];
}

const words = [null, 'bevaka', 'agera', 'akut'] as const;
const families = ['N', 'A', 'R', 'S'] as const;

/** Whether the condition holds and counts: resting or not, but not one that somebody has said is wrong. */
export function counts(signal: Signal): boolean {
  return signal.state === 'aktiv' || signal.state === 'kvitterad';
}

/** The worst level of each family N, A, R, S. P is the school's own to-do and never counted. */
export function familyLevels(signals: readonly Signal[]): Standing['families'] {
  return families.flatMap((family) => {
    const levels = signals.filter((each) => counts(each) && ruleCards[each.signal].family === family);
    const worst = Math.max(0, ...levels.map((each) => each.level));
    return worst === 0 ? [] : [{ family, level: worst as Level }];
  });
}

/** One family at level 1 = bevaka; two families, or one at level 2 = agera; level 3 or three families = akut. */
export function standing(signals: readonly Signal[]): Standing {
  const found = familyLevels(signals);
  const worst = Math.max(0, ...found.map((each) => each.level));
  const level =
    worst === 3 || found.length >= 3 ? 3 : worst === 2 || found.length === 2 ? 2 : worst === 1 ? 1 : 0;
  return { level, word: words[level]!, families: found };
}
