import { isObject } from './page-answer.ts';
import { type RawObject, type Resource, resourceNamed, resources } from './resources.ts';

/** What a source says has been deleted. */
export interface Deleted {
  /** No: the source does not tell of deletions at all, and what is gone is not known. */
  readonly told: boolean;
  readonly ids: Readonly<Record<Resource, readonly string[]>>;
}

/** Ids gathered over pages of `/deletedEntities`. */
export class DeletedIds {
  readonly #ids = new Map<Resource, Set<string>>(resources.map((each) => [each, new Set()]));

  /** Adds a page: lists of ids by name as in the standard, or a flat list of `{entityType, id}` as some send. Kinds that are not pulled are left out. */
  add(json: unknown): void {
    const data = isObject(json) && 'data' in json ? json.data : json;
    if (Array.isArray(data)) for (const each of data.filter(isObject)) this.#addOne(each);
    if (isObject(data))
      for (const [name, ids] of Object.entries(data))
        if (Array.isArray(ids)) for (const id of ids) this.#put(name, isObject(id) ? id.id : id);
  }

  #addOne(entity: RawObject): void {
    const name = entity.entityType ?? entity.resourceType ?? entity.type;
    if (typeof name === 'string') this.#put(name, entity.id);
  }

  #put(name: string, id: unknown): void {
    const resource = resourceNamed(name);
    if (resource && typeof id === 'string') this.#ids.get(resource)!.add(id);
  }

  /** All that was added, each id once. */
  all(): Deleted['ids'] {
    const lists = [...this.#ids].map(([resource, ids]) => [resource, [...ids]]);
    return Object.fromEntries(lists) as Record<Resource, readonly string[]>;
  }
}
