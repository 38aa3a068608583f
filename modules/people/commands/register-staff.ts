import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import { adultsByName } from '../queries/named-persons.ts';
import { type DutyRole, giveDuty, registerPerson, setFederatedName } from '../store.ts';

/** Somebody who works there, as the operator says it. */
export interface NewStaff {
  readonly givenName: string;
  readonly familyName: string;
  /** The name that the log-in service knows the person by; null leaves it as it is. */
  readonly federatedName: string | null;
  readonly role: DutyRole;
  /** Null: the whole organiser. */
  readonly unitId: number | null;
  readonly title: string | null;
  readonly starts: LocalDate;
}

/** What became of it. */
export type RegisteredStaff =
  | { readonly ok: true; readonly personId: number; readonly became: 'created' | 'found' }
  | { readonly ok: false; readonly why: 'several-with-the-name' | 'log-in-taken' };

/**
 * Gives somebody a duty and a log-in name. A person of that name who is known already (the mentors that a file of students
 * brought) is the one meant, but never a student; two of the name is refused, since rights must not end up with the wrong
 * one. The same again changes nothing.
 */
export async function registerStaff(tx: Tx, staff: NewStaff): Promise<RegisteredStaff> {
  const known = await adultsByName(tx, `${staff.givenName} ${staff.familyName}`);
  if (known.length > 1) return { ok: false, why: 'several-with-the-name' };
  const taken = staff.federatedName === null ? undefined : await holderOf(tx, staff.federatedName);
  const found = known[0]?.personId;
  if (taken !== undefined && taken !== found) return { ok: false, why: 'log-in-taken' };
  const personId = found ?? (await registerPerson(tx, { ...staff, protection: 'none' }));
  if (found !== undefined && staff.federatedName !== null)
    await setFederatedName(tx, personId, staff.federatedName);
  if (!(await holdsDuty(tx, personId, staff))) await giveDuty(tx, { ...staff, personId });
  return { ok: true, personId, became: found === undefined ? 'created' : 'found' };
}

async function holderOf(tx: Tx, federatedName: string): Promise<number | undefined> {
  const row = await tx.q
    .selectFrom('people.person')
    .select('person_id')
    .where('organiser_id', '=', tx.organiser)
    .where((where) => where(where.fn('lower', ['federated_name']), '=', federatedName.toLowerCase()))
    .executeTakeFirst();
  return row?.person_id;
}

async function holdsDuty(tx: Tx, personId: number, { role, unitId, starts }: NewStaff): Promise<boolean> {
  const row = await tx.q
    .selectFrom('people.duty')
    .select('duty_id')
    .where('organiser_id', '=', tx.organiser)
    .where('person_id', '=', personId)
    .where('role', '=', role)
    .where('unit_id', 'is not distinct from', unitId)
    .where((where) => where.or([where('ends', 'is', null), where('ends', '>=', starts)]))
    .executeTakeFirst();
  return row !== undefined;
}
