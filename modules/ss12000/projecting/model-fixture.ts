import type { Resource } from '../client/index.ts';
import { trimmed } from '../mirror/trim.ts';
import type { ById, Model } from './mirror-model.ts';

/** An object as a source sends it, and perhaps what was told of it and that it is deleted. */
export type Sent = Readonly<Record<string, unknown>> & {
  readonly told?: unknown;
  readonly deleted?: boolean;
  readonly applied?: boolean;
};

/** A mirror that holds what a source sent, list by list. */
export function modelOf(sent: Partial<Readonly<Record<Resource, readonly Sent[]>>>): Model {
  const list = (resource: Resource) => kept(resource, sent[resource] ?? []) as ById<never, never>;
  return {
    organisations: list('organisations'),
    persons: list('persons'),
    groups: list('groups'),
    duties: list('duties'),
    activities: list('activities'),
    syllabuses: list('syllabuses'),
    absences: list('absences'),
  };
}

/** Objects as they are mirrored, by id. */
export function kept(resource: Resource, sent: readonly Sent[]): ReadonlyMap<string, object> {
  return new Map(
    sent.map(({ told = null, deleted = false, applied = false, ...raw }) => {
      const { id, body } = trimmed(resource, raw)!;
      return [id, { id, body, deleted, applied, told }];
    }),
  );
}

/** The unit that most tests are about, with a part below it that has no code of its own. */
export const units: readonly Sent[] = [
  { id: 'kommun', displayName: 'Kommunen', organisationType: 'Huvudman' },
  { id: 'enhet', displayName: 'Enheten', schoolUnitCode: '12345678', parentOrganisation: { id: 'kommun' } },
  { id: 'del', displayName: 'Teknik', parentOrganisation: { id: 'enhet' } },
  { id: 'annan', displayName: 'Andra enheten', schoolUnitCode: '87654321' },
];
