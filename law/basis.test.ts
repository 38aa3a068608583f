import { expect, test } from 'vitest';
import {
  citation,
  forvaltningslagen,
  gymnasieforordningen,
  lagstadgadTid,
  skollagen,
  textOf,
} from './basis.ts';

test('places are cited as a lawyer writes them', () => {
  const seen = 'Läst.';
  expect(citation(skollagen.read('16 kap. 30 §', seen))).toBe('SFS 2010:800 16 kap. 30 §');
  expect(citation(forvaltningslagen.read('44 §', seen))).toBe('SFS 2017:900 förvaltningslagen 44 §');
  expect(citation(lagstadgadTid.unread('2 §', seen))).toBe('SFS 1930:173 2 §');
  expect(citation(gymnasieforordningen.unread('9 kap. 6 §', seen))).toBe('SFS 2010:2039 9 kap. 6 §');
  expect(citation(textOf('agency-advice', 'SKOLFS 2014:40').unread('', seen))).toBe('SKOLFS 2014:40');
});

test('only what was read is verified, and only it may be quoted', () => {
  expect(skollagen.read('1 kap. 1 §', 'Läst.', 'ord')).toMatchObject({
    verified: true,
    quote: 'ord',
    kind: 'act',
  });
  expect(skollagen.read('1 kap. 1 §', 'Läst.')).not.toHaveProperty('quote');
  expect(skollagen.unread('1 kap. 1 §', 'Hörsagen.')).toMatchObject({ verified: false, seen: 'Hörsagen.' });
});
