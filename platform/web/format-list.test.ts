import { describe, expect, it } from 'vitest';
import { capitalized, genitive, joined } from './format.ts';

describe('words in a row', () => {
  it('are joined with commas and one "och"', () => {
    expect([[], ['a'], ['a', 'b'], ['a', 'b', 'c']].map((words) => joined(words))).toEqual([
      '',
      'a',
      'a och b',
      'a, b och c',
    ]);
    expect(joined(['mentor', 'rektor'], 'eller')).toBe('mentor eller rektor');
  });

  it('begin a sentence with a large letter, also å, ä and ö', () => {
    expect(capitalized('övrig frånvaro')).toBe('Övrig frånvaro');
  });

  it('say whose without an extra s after s, x and z', () => {
    expect(['Nora', 'Elias', 'Max', 'Moritz'].map(genitive)).toEqual(['Noras', 'Elias', 'Max', 'Moritz']);
  });
});
