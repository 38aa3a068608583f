import fc from 'fast-check';
import { expect, test } from 'vitest';
import { safePath } from './safe-path.ts';

test.each([
  ['/elev/12', '/elev/12'],
  ['/elever?klass=SA25B&sida=2', '/elever?klass=SA25B&sida=2'],
  ['/', '/'],
])('a path of our own is kept: %s', (text, path) => {
  expect(safePath(text)).toBe(path);
});

test.each([
  undefined,
  '',
  'elever',
  'https://annan.example/',
  '//annan.example/',
  '/\\annan.example',
  '/\t/annan.example',
  '/\n//annan.example',
  '/elever/..//annan.example',
  '/logga-in?tillbaka=/logga-in',
  '/logga-ut',
  `/${'a'.repeat(3_000)}`,
])('anything else leads to the first page: %s', (text) => {
  expect(safePath(text)).toBe('/');
});

test('no text whatever leads to another site', () => {
  const pieces = fc.constantFrom(
    '/',
    '\\',
    '.',
    '..',
    '@',
    ':',
    '//',
    '%2f',
    '%5c',
    '\t',
    'annan.example',
    '?',
    '#',
    ' ',
  );
  const nasty = fc.oneof(
    fc.array(pieces, { maxLength: 8 }).map((parts) => `/${parts.join('')}`),
    fc.string(),
  );
  fc.assert(
    fc.property(
      nasty,
      (text) => new URL(safePath(text), 'https://fullfolj.example').host === 'fullfolj.example',
    ),
    { numRuns: 2_000 },
  );
});
