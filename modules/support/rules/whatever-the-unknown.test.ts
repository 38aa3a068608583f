import { expect, test } from 'vitest';
import { whateverTheUnknown } from './whatever-the-unknown.ts';

type Facts = Readonly<Record<'a' | 'b' | 'c', boolean>>;
const ask = (known: Partial<Facts>, answer: (facts: Facts) => boolean) =>
  whateverTheUnknown(['a', 'b', 'c'], known, (facts) => String(answer(facts)));

test.each([
  ['both must be so', {}, ({ a, b }: Facts) => a && b, ['a', 'b']],
  ['neither may be so', {}, ({ a, b }: Facts) => !a && !b, ['a', 'b']],
  ['only together do they matter', {}, ({ a, b, c }: Facts) => a && !b && c, ['a', 'b', 'c']],
  ['one no settles it', { a: false }, ({ a, b }: Facts) => a && b, []],
  ['one yes leaves the other', { a: true }, ({ a, b }: Facts) => a && b, ['b']],
  ['what is never looked at is never needed', { a: true }, ({ a }: Facts) => a, []],
])('%s', (_, known, answer, needed) => {
  expect(ask(known, answer).needed).toEqual(needed);
});

test('the facts are what is known, and no for the rest', () => {
  expect(ask({ b: true }, ({ b }) => b).facts).toEqual({ a: false, b: true, c: false });
});
