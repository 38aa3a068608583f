import type { Compilable, CompiledQuery, Kysely } from 'kysely';
import type { DB } from '../../database/types.ts';

/** Stands in for the argument of that number while a query is built. */
class Argument {
  readonly index: number;
  constructor(index: number) {
    this.index = index;
  }
}

/**
 * A query that is built once and asked many times with other arguments: building one anew costs as much as asking it. Its
 * text must not depend on the arguments: each may only be used as a value. Answers the rows.
 */
export function prepared<Args extends readonly unknown[], Row>(
  build: (q: Kysely<DB>, ...args: Args) => Compilable<Row>,
): (tx: { readonly q: Kysely<DB> }, ...args: Args) => Promise<readonly Row[]> {
  let built: CompiledQuery | undefined;
  return async ({ q }, ...args) => {
    built ??= build(q, ...(args.map((_, index) => new Argument(index)) as unknown as Args)).compile();
    const parameters = built.parameters.map((each) => (each instanceof Argument ? args[each.index] : each));
    const asked: CompiledQuery<Row> = { ...built, parameters };
    return (await q.executeQuery<Row>(asked)).rows;
  };
}
