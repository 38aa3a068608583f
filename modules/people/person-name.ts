/** Sekretessmarkering, skyddad folkbokföring, or neither. */
export type Protection = 'none' | 'confidential' | 'protected-registration';

/** What a person is called. The real values: only `displayName` may be shown, printed, exported or logged. */
export interface PersonName {
  readonly givenName: string;
  readonly middleName?: string | null;
  readonly familyName: string;
  readonly protection: Protection;
}

/** What stands in place of a protected person's name, everywhere. */
export const protectedWords = 'Skyddade uppgifter';

/** Whether nothing that names or places the person may be shown. */
export function masked(person: Pick<PersonName, 'protection'>): boolean {
  return person.protection !== 'none';
}

/** The name to show: "Nora Lindgren", or "Skyddade uppgifter" for a protected identity. */
export function displayName(person: PersonName): string {
  return masked(person) ? protectedWords : `${person.givenName} ${person.familyName}`.trim();
}

/** `displayName` as SQL, for files of many rows: of the person under this alias of `people.person`; null when there is none. */
export function displayNameSql(alias: string): string {
  return `case when ${alias}.protection <> 'none' then '${protectedWords}'
    else btrim(${alias}.given_name || ' ' || ${alias}.family_name) end`;
}
