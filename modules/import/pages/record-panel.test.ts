import { expect, it } from 'vitest';
import { howLong } from './record-panel.tsx';

it('says how long a reading took in seconds, and from two minutes in minutes', () => {
  const said = [999, 1_000, 119_999, 120_000, 3_600_000].map((ms) => howLong(ms).replaceAll('\u00a0', ' '));
  expect(said).toEqual(['under en sekund', '1 sekund', '119 sekunder', '2 minuter', '60 minuter']);
});
