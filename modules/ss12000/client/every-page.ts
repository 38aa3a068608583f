import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import type { Page } from './page-answer.ts';
import type { PageOrder } from './page-query.ts';
import type { Resource } from './resources.ts';
import { SourceProblem } from './source-problem.ts';
import type { Ss12000Client } from './ss12000-client.ts';

/**
 * All pages of a list, one in memory at a time, from the order's own `pageToken` on. Throws SourceProblem when the source
 * leads back to a page that it has given before: such a list never ends.
 */
export async function* everyPage(
  client: Pick<Ss12000Client, 'page'>,
  resource: Resource,
  order: PageOrder,
): AsyncGenerator<Page, void> {
  const seen = new Set<string>();
  for (let asked = order; ; ) {
    const page = await client.page(resource, asked);
    yield page;
    if (page.next === null) return;
    if (seen.has(page.next)) throw new SourceProblem('broken-answer', words.samePageAgain);
    seen.add(page.next);
    asked = { ...order, pageToken: page.next };
  }
}
