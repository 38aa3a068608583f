import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import type { Reply } from './ask.ts';
import { type Resource, resources } from './resources.ts';
import { SourceProblem } from './source-problem.ts';

/** Whether a source has a list: it answers, it has no such list, or it does not let us see it. */
export type Offer = 'yes' | 'no' | 'refused';

/** Statuses that say something about a list; 400 says that it is there and wants another question. */
export const tellingStatuses = [400, 403, 404, 405, 410, 413, 501] as const;

/**
 * What answers to a question about each list mean. Throws `not-ss12000` when there is nothing at all: then the address
 * is wrong, which is worth more to be told than thirteen times no.
 */
export function offersFrom(replies: Readonly<Record<Resource, Reply>>): Readonly<Record<Resource, Offer>> {
  const offers = resources.map((each) => [each, offerOf(replies[each])] as const);
  if (offers.every(([, offer]) => offer === 'no')) throw new SourceProblem('not-ss12000', words.notSs12000);
  return Object.fromEntries(offers) as Record<Resource, Offer>;
}

function offerOf({ status, html }: Reply): Offer {
  if (status === 403) return 'refused';
  // A web site answers every address with a page for people.
  if (html || [404, 405, 410, 501].includes(status)) return 'no';
  return 'yes';
}
