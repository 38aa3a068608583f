import { expect, test } from 'vitest';
import { evidenceText } from '../../signals/rules/index.ts';
import { shortHeadline } from './short-headline.ts';

const evidence: Omit<Parameters<typeof evidenceText>[0], 'details'> = {
  value: 22,
  numerator: 18,
  denominator: 82,
  unit: 'percent',
  window: { from: '2026-10-19', to: '2026-11-22', weeks: 4 },
  threshold: null,
  ownEarlier: 6,
  groupMedian: null,
  rows: [],
  completeness: 98,
  insufficient: null,
  ruleVersion: 'x',
  firstTrue: null,
};

function headline(details: Parameters<typeof evidenceText>[0]['details']): string {
  return evidenceText({ ...evidence, details }).split(/\.(?=\s|$)/)[0]!;
}

test('a share of absence keeps what is counted, not the window that all share', () => {
  const n01 = headline({ signal: 'N01', episodes: 5, invalidLessons: 6 });
  expect(n01).toContain('senaste 4 skolveckorna');
  expect(shortHeadline(n01)).toBe('Frånvaro 22 %, 18 av 82 lektioner');
  const n02 = headline({ signal: 'N02', month: null });
  expect(shortHeadline(n02)).toBe('Ogiltig frånvaro 22 %, 18 av 82 lektioner');
});

test('a wish to talk is the same whoever it is for', () => {
  const s17 = headline({
    signal: 'S17',
    kind: 'wish-to-talk',
    raised: '2026-11-20',
    role: 'Maria Holm',
    area: null,
  });
  expect(s17).toContain('med Maria Holm');
  expect(shortHeadline(s17).replaceAll('\u00a0', ' ')).toBe('Eleven bad 20 november om ett samtal');
});

test('sentences of another kind stand as they are', () => {
  const n04 = headline({ signal: 'N04', reason: 'unknown', lastContact: null });
  expect(shortHeadline(n04)).toBe(n04);
  const n03 = headline({ signal: 'N03', earlier: 5, groupChange: null, episodes: 3 });
  expect(shortHeadline(n03)).toBe(n03);
});
