import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { type Actor, becauseCode, type Why, whyMay } from '../../access/index.ts';
import { record } from '../../audit/index.ts';
import { type OwnThreshold, ownThresholds } from '../queries/thresholds.ts';
import { type ThresholdGroup, thresholdGroups } from '../rules/threshold-groups.ts';
import { type ThresholdKey, thresholdOn } from '../rules/thresholds.ts';
import { saveThreshold } from '../store.ts';
import {
  breachesAfter,
  type CheckedThresholds,
  checkThresholds,
  type SentThresholds,
  staleProblems,
  type ThresholdProblem,
  withCatalogue,
} from './set-thresholds-check.ts';

/** Who sets the limits of which group, as the form sent them. */
export interface SetThresholds {
  readonly actor: Actor;
  readonly group: string;
  readonly sent: SentThresholds;
  readonly today: LocalDate;
  readonly now: Date;
}

/** What came of it. `changed` is empty when the values held from that day already: saying it twice changes nothing. */
export type ThresholdsSet =
  | {
      readonly ok: true;
      readonly group: ThresholdGroup;
      readonly from: LocalDate;
      readonly changed: readonly ThresholdKey[];
    }
  | { readonly ok: false; readonly refused: Why }
  | { readonly ok: false; readonly problems: readonly ThresholdProblem[] };

/**
 * Sets limits of the organiser's own from a day on, logged. Refuses, with all reasons: who may not, a day that has passed (it
 * would rewrite what mentors saw), values out of bounds, levels in the wrong order on that day or on any later one that is
 * set already, and a form that somebody else's change has overtaken. Takes effect at the evaluation of the day.
 */
export async function setThresholds(tx: Tx, asked: SetThresholds): Promise<ThresholdsSet> {
  const why = whyMay(asked.actor, 'thresholds.change', 'organiser');
  const group = thresholdGroups.find((each) => each === asked.group);
  if (!why.allowed || !group) return { ok: false, refused: why };
  // Two who save at once would each miss the other's row.
  await tx.client.query('select pg_advisory_xact_lock(7305003, $1)', [tx.organiser]);
  const own = await ownThresholds(tx);
  const checked = checkThresholds(group, asked.sent, own, asked.today);
  const changed = changesOf(checked, own);
  const problems = [
    ...checked.problems,
    ...(changed.length > 0 ? staleProblems(group, asked.sent.seen, own) : []),
    ...(changed.length > 0 ? breachesAfter(checked, own) : []),
  ];
  if (problems.length > 0) return { ok: false, problems };
  if (changed.length > 0) await save(tx, asked, why, { checked, changed, own });
  return { ok: true, group, from: checked.from, changed };
}

/** The limits that are not already so from that day. */
function changesOf(
  { from, values }: CheckedThresholds,
  own: readonly OwnThreshold[],
): readonly ThresholdKey[] {
  const rows = withCatalogue(own);
  return [...values]
    .filter(([key, value]) => thresholdOn(rows, key, from).value !== value)
    .map(([key]) => key);
}

async function save(
  tx: Tx,
  { actor, now }: SetThresholds,
  why: Why,
  set: {
    readonly checked: CheckedThresholds;
    readonly changed: readonly ThresholdKey[];
    readonly own: readonly OwnThreshold[];
  },
): Promise<void> {
  const { from, values } = set.checked;
  const rows = withCatalogue(set.own);
  const detail: Record<string, string> = { from };
  for (const key of set.changed) {
    const value = values.get(key)!;
    detail[key] = `${thresholdOn(rows, key, from).value} → ${value}`;
    await saveThreshold(tx, { key, from, value, setBy: actor.personId });
  }
  record(tx, {
    actor,
    action: 'thresholds.change',
    what: 'Gränsvärden',
    because: becauseCode(why.because),
    subjects: [],
    detail,
    at: now,
  });
}
