import type { Tx } from '../../../platform/server/db.ts';
import type { Protection } from '../person-name.ts';

/** The real values of a person whose identity may be protected. Never in a list, an export, a log or a message. */
export interface ProtectedIdentity {
  readonly personId: number;
  readonly givenName: string;
  readonly middleName: string | null;
  readonly familyName: string;
  readonly civicNumber: string | null;
  readonly protection: Protection;
}

/**
 * Reads who a person really is, past the mask. Only for `openProtectedIdentity` of the module access, which asks for
 * the duty and the reason and logs it in the same transaction. Undefined when there is no such person here.
 */
export async function withProtectedIdentity(
  tx: Tx,
  personId: number,
): Promise<ProtectedIdentity | undefined> {
  const row = await tx.q
    .selectFrom('people.person')
    .select([
      'person_id as personId',
      'given_name as givenName',
      'middle_name as middleName',
      'family_name as familyName',
      'civic_number as civicNumber',
      'protection',
    ])
    .where('organiser_id', '=', tx.organiser)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return row && { ...row, protection: row.protection as Protection };
}
