import type { LocalDate } from '../../../platform/local-date.ts';

/** A grade apart from its spelling. `isPass` is null where it is not known or does not apply. */
export interface ReadGrade {
  readonly scale: 'A-F' | '1-10';
  readonly value: string;
  readonly isPass: boolean | null;
}

/** The grade scale 1–10 replaces A–F (Lag 2026:1243, in force 2 July 2028). */
export const newScaleFrom: LocalDate = '2028-07-02';

/** What stands where a grade could not be set because of absence (15 kap. 27 § skollagen). */
export const dash = '–';

const dashes = new Set(['-', '–', '—', '−', '9', 'STRECK']);
const withoutGrade: Readonly<Record<string, string>> = {
  ...{ '3': 'ej läst', 'EJ LÄST': 'ej läst' },
  ...{ '2': 'ej betygssatt', 'EJ BETYGSSATT': 'ej betygssatt' },
};

/** Whether a value says that there is no grade: the course is not read, or not graded. */
export function isWithoutGrade(value: string): boolean {
  return Object.values(withoutGrade).includes(value);
}

/**
 * Reads a grade as systems spell it on the day it was set. `–` (also `-`, `9` and "streck") is no approved result but
 * another fact than F: the basis was missing. SCB's codes `3` and `2`, also as words, say that there is no grade to set.
 * From 2 July 2028 figures are grades. Undefined for what is no grade.
 */
export function readGrade(text: string, gradedOn: LocalDate): ReadGrade | undefined {
  const plain = text.trim().toUpperCase();
  if (gradedOn >= newScaleFrom && /^([1-9]|10)$/.test(plain))
    return { scale: '1-10', value: plain, isPass: null };
  if (dashes.has(plain)) return { scale: 'A-F', value: dash, isPass: false };
  const without = withoutGrade[plain];
  if (without !== undefined) return { scale: 'A-F', value: without, isPass: null };
  return /^[A-F]$/.test(plain) ? { scale: 'A-F', value: plain, isPass: plain !== 'F' } : undefined;
}
