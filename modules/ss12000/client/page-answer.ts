import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import type { RawObject, Resource } from './resources.ts';
import { SourceProblem } from './source-problem.ts';

/** A page of a list. */
export interface Page {
  /** As the source sent them. */
  readonly objects: readonly RawObject[];
  /** Ask for the next page with this; null at the end. */
  readonly next: string | null;
  /** The source does not divide into pages, or not as asked: this is all it has for the order. */
  readonly pagingIgnored: boolean;
}

/**
 * Reads a page. `data` with the objects is the standard's form; a bare list, or the list's own name instead of `data`
 * (as Skolverket's contract has for organisations), are taken too. Nothing of the kind is not SS 12000, and says so.
 */
export function readPage(resource: Resource, json: unknown, limit: number | null): Page {
  const list = listIn(resource, json);
  if (!list) throw new SourceProblem('not-ss12000', words.notSs12000);
  const objects = list.filter(isObject);
  const told = isObject(json) && typeof json.pageToken === 'string' && json.pageToken !== '';
  const next = told ? (json.pageToken as string) : null;
  const knowsPages = isObject(json) && 'pageToken' in json;
  return {
    objects,
    next,
    pagingIgnored: next === null && (limit === null || !knowsPages || objects.length > limit),
  };
}

/** Whether a value is an object with fields. */
export function isObject(value: unknown): value is RawObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function listIn(resource: Resource, json: unknown): readonly unknown[] | null {
  if (Array.isArray(json)) return json;
  if (!isObject(json)) return null;
  if (Array.isArray(json.data)) return json.data;
  if (json.data === null) return [];
  const named = Object.entries(json).find(([name]) => name.toLowerCase() === resource.toLowerCase())?.[1];
  if (Array.isArray(named)) return named;
  // Nothing to send, and so no list at all.
  return 'pageToken' in json && !('data' in json) ? [] : null;
}
