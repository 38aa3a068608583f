import type { Tx } from '../../../platform/server/db.ts';
import { record } from '../../audit/index.ts';
import { type AlikePair, tellApart } from '../../people/index.ts';
import { oneAtATime } from '../kept.ts';
import { proposalOf } from '../queries/likely-doubles.ts';
import type { Doer } from './merge-persons.ts';

/** Remembers that two who are proposed as one are not, so that nobody is asked again. False when they were not proposed to this person. */
export async function keepApart(tx: Tx, pair: AlikePair, doer: Doer): Promise<boolean> {
  await oneAtATime(tx);
  const proposal = await proposalOf(tx, pair, doer.reach, doer.on);
  if (!proposal || proposal.outOfReach) return false;
  await tellApart(tx, { ...pair, by: doer.actor.personId, at: doer.at });
  record(tx, {
    actor: doer.actor,
    action: 'person.told-apart',
    what: 'Två personer som inte är samma',
    because: doer.because,
    subjects: [pair.one, pair.other],
    at: doer.at,
  });
  return true;
}
