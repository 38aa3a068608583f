import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PartsBar, partsGeometry } from './parts-bar.tsx';

const counts = fc.array(fc.integer({ min: 0, max: 5000 }), { maxLength: 4 });

describe('the bar of parts', () => {
  it('never leaves its box and never overlaps itself', () => {
    fc.assert(
      fc.property(counts, (each) => {
        let from = 0;
        return partsGeometry(each).every(({ x, width }) => {
          const fits = width >= 0 && x + width <= 1000 && (width === 0 || x >= from);
          if (width > 0) from = x + width;
          return fits;
        });
      }),
    );
  });

  it('fills the whole bar when one part is everything, and stays empty without figures', () => {
    expect(partsGeometry([0, 2500])).toEqual([
      { x: 0, width: 0 },
      { x: 0, width: 1000 },
    ]);
    expect(partsGeometry([0, 0]).map(({ width }) => width)).toEqual([0, 0]);
  });

  it('says every part there is anything of in words', async () => {
    const parts = [
      { label: 'Godkända', count: 700 },
      { label: 'Pågår', count: 850 },
      { label: 'Övriga', count: 0 },
      { label: 'Underkända', count: 100 },
    ];
    const html = String(await (<PartsBar label="Poäng" parts={parts} />));
    expect(html).toContain('aria-label="Poäng: 700 godkända, 850 pågår och 100 underkända."');
    expect(html).toContain('Godkända 700</li>');
    expect(html).not.toContain('Övriga');
  });
});
