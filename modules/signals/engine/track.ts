import { fromEpochDay } from '../../../platform/local-date.ts';
import type { Level } from '../rules/types.ts';
import type { Episode } from './types.ts';

/** How a signal is switched on and off. Counts are evaluations in a row; `coolDown` is evaluations after switching off. */
export interface Policy {
  confirm: number;
  clears: number;
  coolDown: number;
  /** From this level on, one evaluation is enough. */
  atOnceFrom: Level;
  /** The level stays at its highest until the signal clears. */
  holds: boolean;
}

/**
 * One signal's life through a school year, one evaluation at a time, in the order of time (signals.md 3.0).
 * On after `confirm` true evaluations in a row; off after `clears` clear ones; a cool-down that only higher levels pass.
 * A class since it is stepped some hundred thousand times an evaluation. Days are `epochDay`.
 */
export class Track {
  open = false;
  level: 0 | Level = 0;
  since = 0;
  firstTrue: number | null = null;
  lackSince: number | null = null;
  clearedOn: number | null = null;
  /** Every change of level, 0 = off. */
  readonly changes: { day: number; level: 0 | Level }[] = [];
  readonly history: Episode[] = [];
  #highest: 0 | Level = 0;
  #steps = 0;
  #closedAt = Number.NEGATIVE_INFINITY;
  #clearRun = 0;
  readonly #recent: (0 | Level)[] = [];

  /** Too little to judge on: nothing is confirmed and nothing cleared, the time does not count. */
  skip(day: number): void {
    this.lackSince ??= day;
  }

  /** Nothing to compare with yet: no lack of data, and no answer. */
  wait(): void {
    this.lackSince = null;
  }

  /** One evaluation. A rule that answers both a level and clear (limits set crosswise) is not clear. */
  step(day: number, level: 0 | Level, clear: boolean, policy: Policy): void {
    this.lackSince = null;
    this.#steps += 1;
    this.#recent.push(level);
    if (this.#recent.length > policy.confirm) this.#recent.shift();
    if (level > 0) this.firstTrue ??= day;
    if (this.open) this.#stepOpen(day, level, clear && level === 0, policy);
    else this.#stepClosed(day, level, policy);
  }

  #stepClosed(day: number, level: 0 | Level, policy: Policy): void {
    if (level === 0) this.firstTrue = null;
    const reached = this.#reached(level, policy);
    if (reached === 0 || (reached === 1 && this.isCooling(policy))) return;
    this.open = true;
    this.since = day;
    this.#highest = 0;
    this.#clearRun = 0;
    this.#setLevel(day, reached);
  }

  #stepOpen(day: number, level: 0 | Level, clear: boolean, policy: Policy): void {
    this.#clearRun = clear ? this.#clearRun + 1 : 0;
    const reached = this.#reached(level, policy);
    if (this.#clearRun >= policy.clears) this.#close(day);
    else if (reached > this.level) this.#setLevel(day, reached);
    else if (!policy.holds) this.#lower(day, policy);
  }

  /** Down to what the latest evaluations agree on; an open signal is never below level 1. */
  #lower(day: number, policy: Policy): void {
    const kept = highest(this.#recent) || 1;
    if (this.#recent.length === policy.confirm && kept < this.level) this.#setLevel(day, kept);
  }

  /** The level that the latest evaluations confirm; from `atOnceFrom` the last one alone. */
  #reached(level: 0 | Level, policy: Policy): 0 | Level {
    if (level >= policy.atOnceFrom) return level;
    return this.#recent.length < policy.confirm ? 0 : lowest(this.#recent);
  }

  #setLevel(day: number, level: Level | 0): void {
    this.level = level;
    if (level > this.#highest) this.#highest = level;
    this.changes.push({ day, level });
  }

  #close(day: number): void {
    this.history.push(this.#episode(day));
    this.open = false;
    this.#closedAt = this.#steps;
    this.clearedOn = day;
    this.firstTrue = null;
    this.#recent.length = 0;
    this.#setLevel(day, 0);
  }

  /** The level of the last evaluation, for a candidate. */
  get candidateLevel(): 0 | Level {
    return this.#recent.at(-1) ?? 0;
  }

  /** Whether the last switching off still keeps level 1 from being raised again. */
  isCooling(policy: Pick<Policy, 'coolDown'>): boolean {
    return this.#steps - this.#closedAt <= policy.coolDown;
  }

  /** All times the signal was on, the present one last. */
  episodes(): readonly Episode[] {
    return this.open ? [...this.history, this.#episode(null)] : this.history;
  }

  #episode(until: number | null): Episode {
    const level = this.#highest === 0 ? 1 : this.#highest;
    return { since: fromEpochDay(this.since), until: until === null ? null : fromEpochDay(until), level };
  }

  /** The level as it was on a day. */
  levelOn(day: number): 0 | Level {
    let level: 0 | Level = 0;
    for (const change of this.changes) if (change.day <= day) level = change.level;
    return level;
  }

  /** Since when the level has been `level` or higher without a break; null when it is not. */
  sinceLevel(level: Level): number | null {
    let since: number | null = null;
    for (const change of this.changes) since = change.level >= level ? (since ?? change.day) : null;
    return since;
  }
}

function lowest(levels: readonly (0 | Level)[]): 0 | Level {
  let low: 0 | Level = 3;
  for (const level of levels) if (level < low) low = level;
  return low;
}

function highest(levels: readonly (0 | Level)[]): 0 | Level {
  let high: 0 | Level = 0;
  for (const level of levels) if (level > high) high = level;
  return high;
}
