import { detached } from './read-cells.ts';

/** A file with more spellings than this is remembered no further: memory stays bounded. */
const most = 20_000;

/** Remembers what each spelling meant: a year has some two hundred days and forty times of day, but two million rows. */
export function remembered<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    const before = known.get(text);
    if (before !== undefined || known.has(text)) return before as T;
    const answer = read(text);
    if (known.size < most) known.set(detached(text), answer);
    return answer;
  };
}
