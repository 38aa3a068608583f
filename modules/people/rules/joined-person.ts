import type { Protection } from '../person-name.ts';

/** What of a person another may lack. */
export interface Joinable {
  readonly civicNumber: string | null;
  readonly sourceId: string | null;
  readonly federatedName: string | null;
  readonly middleName: string | null;
  readonly email: string | null;
  readonly homeMunicipality: string | null;
  readonly protection: Protection;
}

const strictness: Readonly<Record<Protection, number>> = {
  none: 0,
  confidential: 1,
  'protected-registration': 2,
};

/** The one that stays, with what only the one that goes had. Names stay; the stricter protection of the two holds. */
export function joinedPerson<Person extends Joinable>(stays: Person, goes: Joinable): Person {
  return {
    ...stays,
    civicNumber: stays.civicNumber ?? goes.civicNumber,
    sourceId: stays.sourceId ?? goes.sourceId,
    federatedName: stays.federatedName ?? goes.federatedName,
    middleName: stays.middleName ?? goes.middleName,
    email: stays.email ?? goes.email,
    homeMunicipality: stays.homeMunicipality ?? goes.homeMunicipality,
    protection:
      strictness[goes.protection] > strictness[stays.protection] ? goes.protection : stays.protection,
  };
}
