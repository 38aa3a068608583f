import type { Reply } from './ask.ts';
import { readPage } from './page-answer.ts';
import type { RawObject, Resource } from './resources.ts';

/** How objects are asked for by id: many at a time, or one alone where the source has no such address. */
export interface LookupQuestions {
  /** Replies 413 or 503 when they are too many; 404, 405 or 501 when it cannot look up. `few`: too many is no longer the reason. */
  many(ids: readonly string[], few: boolean): Promise<Reply>;
  /** Replies 404 or 410 when there is none. */
  one(id: string): Promise<Reply>;
}

const atOnce = 200;

/** The objects with these ids that the source has, in no order. Halves the question for as long as the source says that it is too large. */
export async function lookUp(
  resource: Resource,
  ids: readonly string[],
  questions: LookupQuestions,
): Promise<readonly RawObject[]> {
  const found: RawObject[] = [];
  const batches = Array.from({ length: Math.ceil(ids.length / atOnce) }, (_, i) =>
    ids.slice(i * atOnce, (i + 1) * atOnce),
  );
  for (let batch = batches.shift(); batch; batch = batches.shift()) {
    const reply = await questions.many(batch, batch.length === 1);
    if (reply.status === 413 || reply.status === 503) batches.unshift(...halves(batch));
    else if (reply.status >= 400) found.push(...(await oneByOne(batch, questions)));
    else found.push(...readPage(resource, reply.json, null).objects);
  }
  return found;
}

function halves(ids: readonly string[]): readonly string[][] {
  const middle = Math.ceil(ids.length / 2);
  return [ids.slice(0, middle), ids.slice(middle)];
}

async function oneByOne(ids: readonly string[], questions: LookupQuestions): Promise<RawObject[]> {
  const found: RawObject[] = [];
  for (const id of ids) {
    const { json } = await questions.one(id);
    if (typeof json === 'object' && json !== null && !Array.isArray(json)) found.push(json as RawObject);
  }
  return found;
}
