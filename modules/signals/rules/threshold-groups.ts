import { type ThresholdKey, type ThresholdRow, thresholdFields } from './thresholds.ts';
import { type SignalId, signalIds } from './types.ts';

/** The limits that are changed together: those of one signal, or those that all attendance signals share. */
export type ThresholdGroup = 'common' | SignalId;

const keys = Object.keys(thresholdFields) as ThresholdKey[];

/** The limits of a group, in the catalogue's order. S17 has none. */
export function keysOf(group: ThresholdGroup): readonly ThresholdKey[] {
  return keys.filter((key) => key.startsWith(`${group}.`));
}

/** The groups that have limits, the common ones first. */
export const thresholdGroups: readonly ThresholdGroup[] = (['common', ...signalIds] as const).filter(
  (group) => keysOf(group).length > 0,
);

/** Whether a limit may have a decimal. Shares are whole percent: so they stand in every sentence that names them. */
export function mayHaveDecimal(unit: ThresholdRow['unit']): boolean {
  return unit === 'times';
}
