import { type Limits, type ThresholdKey, thresholdFields } from './thresholds.ts';

/** Pairs of limits whose order must hold, the lower first; with `orEqual` they may be the same. */
const orders: readonly {
  readonly lower: ThresholdKey;
  readonly upper: ThresholdKey;
  readonly orEqual?: true;
}[] = [
  { lower: 'N01.level1', upper: 'N01.level2' },
  { lower: 'N01.level2', upper: 'N01.level3' },
  { lower: 'N01.clear', upper: 'N01.level1' },
  { lower: 'N02.level1', upper: 'N02.level3' },
  { lower: 'N02.clear', upper: 'N02.level1' },
  { lower: 'N03.level1', upper: 'N03.level2' },
  { lower: 'N03.clear', upper: 'N03.level1' },
  { lower: 'N04.unknown', upper: 'N04.days' },
  { lower: 'N04.days', upper: 'N04.level3' },
  { lower: 'P18.daysFirstAutumn', upper: 'P18.days', orEqual: true },
];

/** Two limits that stand in the wrong order. */
export interface OrderBreach {
  readonly lower: ThresholdKey;
  readonly upper: ThresholdKey;
  /** What must hold and what does not, in one Swedish sentence. */
  readonly says: string;
}

/**
 * Every breach of the order among some limits: a higher level must ask for more than a lower one, and a signal must clear
 * below where it is lit. Otherwise a level would never be reached, or a signal would be lit and cleared at once.
 */
export function orderBreaches(limits: Limits): readonly OrderBreach[] {
  return orders
    .filter(({ lower, upper, orEqual }) =>
      orEqual ? limits[lower] > limits[upper] : limits[lower] >= limits[upper],
    )
    .map(({ lower, upper, orEqual }) => ({
      lower,
      upper,
      says: sentence(lower, upper, orEqual === true, limits),
    }));
}

function sentence(lower: ThresholdKey, upper: ThresholdKey, orEqual: boolean, limits: Limits): string {
  const must = orEqual ? 'får inte vara högre än' : 'ska vara lägre än';
  const values = `${written(limits[lower])} och ${written(limits[upper])}`;
  return `”${thresholdFields[lower].label}” ${must} ”${thresholdFields[upper].label}”. Nu är de ${values}.`;
}

function written(value: number): string {
  return String(value).replace('.', ',');
}
