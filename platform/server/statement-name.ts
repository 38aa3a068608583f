import { createHash } from 'node:crypto';

const names = new Map<string, string>();
const most = 5_000;

/**
 * A short, stable name for a statement's text, so that a connection plans it once. Statements that are built with a
 * varying number of parameters would fill the server's memory: past 5,000 texts the rest go unnamed.
 */
export function statementNamer(text: string): string | undefined {
  const known = names.get(text);
  if (known) return known;
  if (names.size >= most) return undefined;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 24);
  names.set(text, name);
  return name;
}
