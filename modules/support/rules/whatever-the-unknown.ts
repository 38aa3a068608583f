/** What is known of some yes-or-no questions; null or absent is not known. */
export type Known<Name extends string> = { readonly [Each in Name]?: boolean | null };

/**
 * Which of the unknown the answer depends on, by trying every way they may turn out; and the facts with the rest
 * taken as no, which is as good as any when nothing is needed. For a handful of questions: each unknown doubles the work.
 */
export function whateverTheUnknown<Name extends string>(
  names: readonly Name[],
  known: Known<Name>,
  answer: (facts: Readonly<Record<Name, boolean>>) => string,
): { readonly facts: Readonly<Record<Name, boolean>>; readonly needed: readonly Name[] } {
  const unknown = names.filter((name) => known[name] == null);
  const facts = Object.fromEntries(names.map((name) => [name, known[name] ?? false])) as Record<
    Name,
    boolean
  >;
  const ways = unknown.reduce((all, name) => all.flatMap((way) => [way, { ...way, [name]: true }]), [facts]);
  const matters = (name: Name) => ways.some((way) => answer(way) !== answer({ ...way, [name]: !way[name] }));
  return { facts, needed: unknown.filter(matters) };
}
