const longest = 100;

/**
 * A file's name as its sender gave it, made fit to be shown: without folders, control characters and what turns the
 * reading direction, at most 100 characters. It is never used as a path.
 */
export function shownName(given: string): string {
  const last = given.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const plain = last.replace(/\p{C}/gu, '').replace(/\s+/g, ' ').trim();
  return plain.slice(0, longest) || 'fil';
}

/** The names with a number after each that has been seen before: a run tells its files apart by name. */
export function distinctNames(names: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return names.map((name) => {
    let free = name;
    for (let count = 2; taken.has(free); count += 1) free = `${name} (${count})`;
    taken.add(free);
    return free;
  });
}
