import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type ChainEnd, ChainWalk } from './broken-links.ts';
import { chainOf, chains, linkHash, type SealedLine, type StoredLine, sealed } from './chain.ts';

const line = fc.record({
  at: fc.date({ noInvalidDate: true, min: new Date(0), max: new Date(4e12) }).map((at) => at.toISOString()),
  actor: fc.option(fc.nat(50)),
  action: fc.constantFrom('student.read', 'talk.record', 'people.log-read'),
  what: fc.string(),
  because: fc.constantFrom('mentor', 'leads-unit'),
  subjects: fc.array(fc.nat(500), { maxLength: 4 }),
  detail: fc.dictionary(fc.string(), fc.oneof(fc.integer(), fc.string(), fc.boolean(), fc.constant(null))),
});

type Written = { readonly lines: readonly StoredLine[]; readonly heads: readonly ChainEnd[] };

/** Lines written one after the other, as `record` writes them. */
function written(given: readonly Omit<SealedLine, 'organiser' | 'chain'>[]): Written {
  const ends = new Map<number, ChainEnd>();
  const lines = given.map((each) => {
    const chain = chainOf(each.actor);
    const before = ends.get(chain);
    const seq = (before?.seq ?? 0) + 1;
    const full = { ...each, organiser: 1, chain };
    const hash = linkHash(before?.hash ?? null, seq, full);
    ends.set(chain, { chain, seq, hash });
    return { ...full, seq, hash };
  });
  return { lines: lines.toSorted((a, b) => a.chain - b.chain || a.seq - b.seq), heads: [...ends.values()] };
}

function faults(lines: readonly StoredLine[], heads: readonly ChainEnd[]): number {
  const walk = new ChainWalk();
  for (const each of lines) walk.take(each);
  walk.finish(heads);
  return walk.broken.length;
}

const log = fc.array(line, { minLength: 1, maxLength: 40 }).map(written);
const at = fc.nat(1_000);

test('a log nobody has touched holds, whatever it says', () => {
  fc.assert(fc.property(log, ({ lines, heads }) => faults(lines, heads) === 0));
});

test('any changed line is found', () => {
  const change = fc.constantFrom<(line: StoredLine) => Partial<StoredLine>>(
    (each) => ({ what: `${each.what}x` }),
    (each) => ({ because: `${each.because}x` }),
    (each) => ({ action: `${each.action}x` }),
    (each) => ({ actor: (each.actor ?? 0) + chains }),
    (each) => ({ subjects: [...each.subjects, 7] }),
    (each) => ({ at: new Date(Date.parse(each.at) + 1).toISOString() }),
    (each) => ({ detail: { ...each.detail, added: 1 } }),
    (each) => ({ organiser: each.organiser + 1 }),
  );
  fc.assert(
    fc.property(log, at, change, ({ lines, heads }, index, to) => {
      const touched = index % lines.length;
      const changed = lines.map((each, place) => (place === touched ? { ...each, ...to(each) } : each));
      return faults(changed, heads) > 0;
    }),
  );
});

test('any removed line is found, also the last one', () => {
  fc.assert(
    fc.property(log, at, ({ lines, heads }, index) => {
      const kept = lines.toSpliced(index % lines.length, 1);
      return faults(kept, heads) > 0;
    }),
  );
});

test('two lines that have changed places are found', () => {
  const pairs = log.filter(({ lines }) =>
    lines.some((each, index) => each.chain === lines[index + 1]?.chain),
  );
  fc.assert(
    fc.property(pairs, ({ lines, heads }) => {
      const first = lines.findIndex((each, index) => each.chain === lines[index + 1]?.chain);
      const [one, two] = [lines[first]!, lines[first + 1]!];
      const swapped = lines.with(first, { ...two, seq: one.seq }).with(first + 1, { ...one, seq: two.seq });
      return faults(swapped, heads) > 0;
    }),
  );
});

test('a line that was changed and sealed anew is found, because the next line was sealed on the old one', () => {
  const { lines, heads } = written([1, 1, 1].map((actor) => ({ ...plain, actor })));
  const forged = { ...lines[1]!, what: 'något annat' };
  const resealed = { ...forged, hash: linkHash(lines[0]!.hash, forged.seq, forged) };
  expect(faults(lines.with(1, resealed), heads)).toBe(1);
});

test('the sealed text is the same in whatever order the details were written', () => {
  const one = { ...plain, organiser: 1, chain: 1, detail: { a: 1, b: [2, 'x'] } };
  const other = { ...plain, organiser: 1, chain: 1, detail: { b: [2, 'x'], a: 1 } };
  expect(sealed(one)).toBe(sealed(other));
});

test('the sealed text is JSON with its keys in order', () => {
  fc.assert(
    fc.property(line, (each) => {
      const full = { ...each, organiser: 1, chain: 2 };
      const text = sealed(full);
      expect(Object.keys(JSON.parse(text))).toEqual(Object.keys(full).toSorted());
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(full)));
    }),
  );
});

const plain = {
  at: '2026-11-23T07:00:00.000Z',
  actor: 1,
  action: 'student.read',
  what: 'Elevsidan',
  because: 'mentor',
  subjects: [2],
  detail: {},
};
