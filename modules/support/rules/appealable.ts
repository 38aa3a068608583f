import type { Basis } from '../../../law/index.ts';
import { appeal, measureIn } from './paragraphs.ts';

/** Where a decision may be appealed. `in-programme`: as part of an action programme only. */
export interface Route {
  readonly label: string;
  readonly to: 'board' | 'in-programme' | null;
  readonly basis: readonly Basis[];
  /** The board may only affirm or annul: 28 kap. 16 § second paragraph is about its first item. */
  readonly affirmOrAnnul?: true;
}

const { toBoard, boardAlso, nothingElse } = appeal;

/** The decisions, by code. What 28 kap. does not name may not be appealed (28 kap. 18 §), other than to have a municipality's decision tried for its legality. */
export const routes = {
  'action-programme': { label: 'åtgärdsprogram', to: 'board', basis: [toBoard], affirmOrAnnul: true },
  'no-programme': {
    label: 'att inte utarbeta ett åtgärdsprogram',
    to: 'board',
    basis: [boardAlso],
    affirmOrAnnul: true,
  },
  'distance-education': {
    label: 'distansundervisning som särskilt stöd',
    to: 'board',
    basis: [boardAlso, measureIn.distance],
    affirmOrAnnul: true,
  },
  'special-teaching-group': { label: 'särskild undervisningsgrupp', to: 'board', basis: [toBoard] },
  'adjusted-study-path': { label: 'anpassad studiegång', to: 'board', basis: [toBoard] },
  'repeat-year': { label: 'att gå om en årskurs enligt 7 kap. 11 c §', to: 'board', basis: [toBoard] },
  'reduced-programme': { label: 'reducerat program', to: 'in-programme', basis: [boardAlso] },
  'extra-adaptations': { label: 'extra anpassningar', to: null, basis: [nothingElse] },
  'study-plan': { label: 'individuell studieplan', to: null, basis: [nothingElse] },
} as const satisfies Readonly<Record<string, Route>>;

export type AppealedDecision = keyof typeof routes;

/** The Swedish names of the decisions. */
export const decisionLabels = Object.fromEntries(
  Object.entries(routes).map(([code, { label }]) => [code, label]),
) as Readonly<Record<AppealedDecision, string>>;
