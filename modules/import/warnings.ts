import type { Warning } from './reading/refusal.ts';

/** Counts the rows that each unknown code (course, programme, word) stands in, and says it once. */
export interface CodeCounter {
  add(code: string): void;
  /** One warning for all the codes, or none. `say` gets the codes as a list in words. */
  warning(code: string, say: (codes: string) => string): readonly Warning[];
}

const mostNamed = 10;

/** An empty counter. */
export function countCodes(): CodeCounter {
  const rows = new Map<string, number>();
  return {
    add: (code) => void rows.set(code, (rows.get(code) ?? 0) + 1),
    warning(code, say) {
      if (rows.size === 0) return [];
      const total = [...rows.values()].reduce((sum, count) => sum + count, 0);
      return [{ code, says: say(listed([...rows.keys()])), rows: total }];
    },
  };
}

/** Has a digit, no long row of them, and is short: a name or a personal number that stands in the wrong column has not. */
const looksLikeCode = /^(?=\D*\d)(?!.*\d{6})[\p{L}\d][\p{L}\d._/-]{1,19}$/u;

/** The codes by name, as far as they can be nothing else; a sentence never quotes a person. */
function listed(codes: readonly string[]): string {
  const named = codes
    .filter((code) => looksLikeCode.test(code))
    .toSorted()
    .slice(0, mostNamed);
  const others = codes.length - named.length;
  if (named.length === 0) return `${others === 1 ? 'en kod' : `${others} koder`} som inte visas här`;
  return named.join(', ') + (others > 0 ? ` och ${others} till` : '');
}

/** A warning about so many rows; none when there are no such rows. */
export function warningOf(code: string, rows: number, says: string): readonly Warning[] {
  return rows === 0 ? [] : [{ code, says, rows }];
}
