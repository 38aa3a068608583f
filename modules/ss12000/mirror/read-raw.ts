import { isLocalDate, type LocalDate } from '../../../platform/local-date.ts';
import type { RawObject } from '../client/index.ts';

/** A text with something in it; null for anything else. The letter zero, which the database keeps no text with, is left out. */
export function textOf(value: unknown): string | null {
  if (typeof value === 'number') return String(value);
  if (typeof value !== 'string') return null;
  const text = value.replaceAll('\0', '').trim();
  return text === '' ? null : text;
}

/** A reference's id: `{id}` as the standard writes it, or the id alone as some sources do. */
export function idOf(value: unknown): string | null {
  return textOf(isObject(value) ? value.id : value);
}

/** The displayName that came with a reference, if any. */
export function nameOf(value: unknown): string | null {
  return isObject(value) ? textOf(value.displayName) : null;
}

/** A list's objects; an empty list for anything else. */
export function objectsOf(value: unknown): readonly RawObject[] {
  return Array.isArray(value) ? value.filter(isObject) : [];
}

/** A list of references' ids. */
export function idsOf(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(idOf).filter((id) => id !== null) : [];
}

/** A day, also when the source sends it with a time after; null for anything else. */
export function dayOf(value: unknown): LocalDate | null {
  const day = textOf(value)?.slice(0, 10) ?? '';
  return isLocalDate(day) ? day : null;
}

/** Minutes or points, rounded; null when nothing is said. */
export function wholeOf(value: unknown): number | null {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value.replace(',', '.')) : value;
  return typeof number === 'number' && Number.isFinite(number) ? Math.round(number) : null;
}

/** Yes, said as a truth value or as a word. */
export function isYes(value: unknown): boolean {
  return value === true || value === 'true' || value === 'Ja';
}

/** Whether something is an object with fields. */
export function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
