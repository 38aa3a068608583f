/** The two parts of a name that are compared. */
export interface ComparedName {
  readonly givenName: string;
  readonly familyName: string;
}

/** `near`: spelled otherwise (accents, hyphens, the parts in the other order) or with more given names. */
export type NameLikeness = 'same' | 'near' | 'differ';

/** How alike two names are, whatever their case. A name without both parts is like no other. */
export function namesAlike(one: ComparedName, other: ComparedName): NameLikeness {
  const [a, b] = [folded(one), folded(other)];
  if ([a.given, a.family, b.given, b.family].includes('')) return 'differ';
  if (plain(one) === plain(other)) return 'same';
  if (a.family === b.family && firstOf(a.given) === firstOf(b.given)) return 'near';
  return a.given === b.family && a.family === b.given ? 'near' : 'differ';
}

function plain({ givenName, familyName }: ComparedName): string {
  return `${givenName} ${familyName}`.trim().replace(/\s+/g, ' ').toLowerCase();
}

function folded({ givenName, familyName }: ComparedName): { given: string; family: string } {
  return { given: withoutMarks(givenName), family: withoutMarks(familyName) };
}

/** Lower case without accents, with hyphens as spaces. */
function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u2010-\u2015-]+/g, ' ')
    .trim()
    .toLowerCase();
}

function firstOf(given: string): string {
  return given.split(' ')[0]!;
}
