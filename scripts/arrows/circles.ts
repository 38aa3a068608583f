/** Every group of names that reach each other along the arrows, and every name that points at itself (Tarjan's algorithm). */
export function circles(arrows: ReadonlyMap<string, Iterable<string>>): string[][] {
  const found: string[][] = [];
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];

  function visit(name: string): void {
    const own = index.size;
    index.set(name, own);
    low.set(name, own);
    stack.push(name);
    for (const next of arrows.get(name) ?? []) {
      if (!index.has(next)) visit(next);
      if (stack.includes(next)) low.set(name, Math.min(low.get(name) ?? own, low.get(next) ?? own));
    }
    if (low.get(name) !== own) return;
    const group = stack.splice(stack.indexOf(name));
    if (group.length > 1 || pointsAtItself(name)) found.push(group.sort());
  }

  function pointsAtItself(name: string): boolean {
    return [...(arrows.get(name) ?? [])].includes(name);
  }

  for (const name of arrows.keys()) if (!index.has(name)) visit(name);
  return found;
}
