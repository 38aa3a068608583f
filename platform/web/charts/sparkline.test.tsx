import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Sparkline, sparklineGeometry } from './sparkline.tsx';

const coordinates = (path: string) => [...path.matchAll(/-?\d+(\.\d+)?/g)].map(([figure]) => Number(figure));
const weeks = fc.array(fc.option(fc.double({ min: 0, max: 100, noNaN: true }), { nil: null }), {
  maxLength: 40,
});

describe('a sparkline', () => {
  it('never leaves its box, whatever the figures and the scale', () => {
    fc.assert(
      fc.property(weeks, fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }), (values, max) => {
        const { path, end } = sparklineGeometry(values, max);
        const all = coordinates(path);
        const inBox = all.every((figure, index) => figure >= 1 && figure <= (index % 2 ? 23 : 87));
        return inBox && (!end || (end[0] <= 85 && end[1] >= 3 && end[1] <= 21));
      }),
    );
  });

  it('starts the scale at zero and draws the same absence at the same height in every row with the same scale', () => {
    expect(sparklineGeometry([0, 20], 40).end).toEqual([84, 12]);
    expect(sparklineGeometry([40, 20], 40).end).toEqual([84, 12]);
    expect(sparklineGeometry([5, 0], 40).end).toEqual([84, 20]);
  });

  it('breaks the line where a week has no figure, and never draws it as zero', () => {
    const { path } = sparklineGeometry([5, 6, null, 7, 8]);
    expect(path.match(/M/g)).toHaveLength(2);
    expect(sparklineGeometry([null, null])).toEqual({ path: '', end: null });
  });

  it('is a sentence for those who do not see it', async () => {
    const html = String(await (<Sparkline label="Frånvaro per vecka i procent" values={[3, null, 5.5]} />));
    expect(html).toContain('role="img" aria-label="Frånvaro per vecka i procent: 3, uppgift saknas, 5,5"');
  });
});
