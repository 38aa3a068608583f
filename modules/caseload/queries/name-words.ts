/** The words of a name to look for: at most five of at most 40 characters, without signs that no name has. */
export function words(name: string): readonly string[] {
  return name
    .normalize('NFC')
    .replace(/[^\p{L}\p{M}'’ -]/gu, ' ')
    .split(' ')
    .filter((word) => /\p{L}/u.test(word))
    .slice(0, 5)
    .map((word) => [...word].slice(0, 40).join(''));
}

/** Letters that are searched for as the one on the left. Å, ä and ö are letters of their own in Swedish and stand for themselves. */
const alike: Readonly<Record<string, string>> = {
  a: 'aáàâã',
  c: 'cç',
  e: 'eéèêë',
  i: 'iíìîï',
  n: 'nñ',
  o: 'oóòôõ',
  u: 'uúùûü',
  y: 'yýÿ',
};

/**
 * The word as a pattern (PostgreSQL `~`) that finds it inside a name, in capitals or not and with or without accents: "andre" finds
 * André. Each letter is written out in its cases, so that it means the same whatever the database's locale.
 */
export function patternOf(word: string): string {
  return [...word].map(classOf).join('');
}

function classOf(character: string): string {
  if (!/[\p{L}\p{M}]/u.test(character)) return character;
  const small = character.toLocaleLowerCase('sv');
  const letters = [...(alike[small] ?? small)];
  const both = letters.flatMap((letter) => [letter, letter.toLocaleUpperCase('sv')]);
  return `[${[...new Set(both.filter((letter) => [...letter].length === 1))].join('')}]`;
}
