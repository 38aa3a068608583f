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

function listed(codes: readonly string[]): string {
  const named = codes.toSorted().slice(0, mostNamed).join(', ');
  return codes.length > mostNamed ? `${named} och ${codes.length - mostNamed} till` : named;
}

/** A warning about so many rows; none when there are no such rows. */
export function warningOf(code: string, rows: number, says: string): readonly Warning[] {
  return rows === 0 ? [] : [{ code, says, rows }];
}
