import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { Actor } from '../actor.ts';

/** The person with the duties held on the day; undefined when there is no such person at this organiser. One round trip. */
export async function loadActor(_tx: Tx, _personId: number, _on: LocalDate): Promise<Actor | undefined> {
  throw new Error('not written yet');
}
