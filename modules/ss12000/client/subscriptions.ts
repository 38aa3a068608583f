import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import { isObject } from './page-answer.ts';
import { objectTypes, type Resource } from './resources.ts';
import { SourceProblem } from './source-problem.ts';

/** A subscription as the source keeps it. `expires` is RFC 3339, or null when it has not said. */
export interface Subscription {
  readonly id: string;
  readonly expires: string | null;
}

/** What is sent to subscribe. Lists that have no objects of their own cannot be subscribed to and are left out. */
export function subscriptionOrder(target: string, name: string, wanted: readonly Resource[]) {
  const types = wanted.flatMap((each) => objectTypes[each] ?? []);
  return { name, target, resourceTypes: types.map((resource) => ({ resource })) };
}

/** Reads the answer to a new or renewed subscription; `id` is what a renewal was asked for, when the answer has none. */
export function readSubscription(json: unknown, id?: string): Subscription {
  const fields = isObject(json) ? json : {};
  const own = typeof fields.id === 'string' ? fields.id : id;
  if (own === undefined) throw new SourceProblem('not-ss12000', words.notSs12000);
  return { id: own, expires: typeof fields.expires === 'string' ? fields.expires : null };
}
