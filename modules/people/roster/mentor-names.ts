/** A name in its two parts. */
export interface NameParts {
  readonly givenName: string;
  readonly familyName: string;
}

/** A name for comparing: no case, single spaces. Parts that were left out count for nothing. */
export function nameKey(...parts: readonly (string | null)[]): string {
  return parts.join(' ').trim().replace(/\s+/g, ' ').toLowerCase();
}

/**
 * The mentors' names in a cell. Several are set apart by comma or semicolon; `Larsson, Kim` is one person, since neither
 * part is a whole name.
 */
export function splitMentors(cell: string): readonly string[] {
  const parts = cell
    .split(/[,;/]/)
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
  const isOnePerson = parts.length === 2 && cell.includes(',') && parts.every((part) => !part.includes(' '));
  return isOnePerson ? [`${parts[0]} ${parts[1]}`] : [...new Set(parts)];
}

/**
 * Which part of `Larsson Kim` or `Kim Larsson` is the given name, told by the names of the students in the same file.
 * When they say nothing the family name stands first, as in the national roster template.
 */
export function nameParts(
  name: string,
  known: { readonly given: ReadonlySet<string>; readonly family: ReadonlySet<string> },
): NameParts {
  const words = name.trim().split(/\s+/);
  const first = words[0]!;
  const last = words.at(-1)!;
  if (words.length === 1) return { givenName: '', familyName: first };
  const givenFirst = says(known, first, last) > says(known, last, first);
  return givenFirst
    ? { givenName: first, familyName: words.slice(1).join(' ') }
    : { givenName: last, familyName: words.slice(0, -1).join(' ') };
}

/** How much speaks for `given` being a given name and `family` a family name. */
function says(
  known: { given: ReadonlySet<string>; family: ReadonlySet<string> },
  given: string,
  family: string,
): number {
  return Number(known.given.has(nameKey(given))) + Number(known.family.has(nameKey(family)));
}
