import { expect, test } from 'vitest';
import { evidenceText, splitText } from './evidence-text.ts';
import { duration, monthName, percent, points, span } from './swedish-numbers.ts';
import type { Evidence, EvidenceDetails } from './types.ts';

const threshold = {
  key: 'N01.level1',
  value: 15,
  level: 1,
  unit: 'percent',
  setBy: 'catalogue',
  from: '2000-01-01',
} as const;

function text(details: EvidenceDetails, other: Partial<Evidence> = {}): string {
  return evidenceText({
    value: 22,
    numerator: 18,
    denominator: 82,
    unit: 'percent',
    window: { from: '2025-10-13', to: '2025-11-16', weeks: 4 },
    threshold,
    ownEarlier: 6,
    groupMedian: { value: 7, n: 26 },
    rows: [],
    completeness: 97,
    insufficient: null,
    ruleVersion: '2026-11.1',
    firstTrue: '2025-11-03',
    details,
    ...other,
  });
}

const n01: EvidenceDetails = { signal: 'N01', episodes: 5, invalidLessons: 6 };

test('high absence says share, window, counts, spread, own level, class and limit', () => {
  expect(text(n01)).toBe(
    'Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner, 5 tillfällen, varav 6 lektioner ogiltiga. ' +
      'Tidigare egen nivå 6 %, klassens median 7 %. Gräns 15 %.',
  );
});

test('what is not known is left out, and a limit of the school is called so', () => {
  const own = { ...threshold, value: 12, setBy: 'organiser' } as const;
  expect(
    text({ ...n01, invalidLessons: 0, episodes: 1 }, { ownEarlier: null, groupMedian: null, threshold: own }),
  ).toBe('Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner, 1 tillfälle. Skolans gräns 12 %.');
  expect(text(n01, { ownEarlier: null })).toContain('. Klassens median 7 %.');
  expect(text({ ...n01, invalidLessons: 1 })).toContain('varav 1 lektion ogiltig.');
});

test('a signal that stays on below its limit says where it goes out', () => {
  const below = {
    numerator: 9,
    denominator: 82,
    value: 11,
    clearsBelow: 10,
    ownEarlier: null,
    groupMedian: null,
  };
  expect(text(n01, below)).toContain('Gräns 15 %, signalen släcks under 10 %.');
  expect(text(n01, { ...below, numerator: 13, value: 15.9 })).toContain('Gräns 15 %.');
});

test('invalid absence names the month when the month has reached four hours', () => {
  const details: EvidenceDetails = { signal: 'N02', month: { month: '2025-10', minutes: 280, days: 4 } };
  expect(text(details)).toBe(
    'Ogiltig frånvaro 4 h 40 min i oktober vid 4 tillfällen. CSN-gränsen nådd, skolan bedömer.',
  );
  expect(
    text(
      { signal: 'N02', month: null },
      { numerator: 5, denominator: 82, threshold: { ...threshold, value: 5 } },
    ),
  ).toBe('Ogiltig frånvaro 6 % senaste 4 skolveckorna: 5 av 82 lektioner. Gräns 5 %.');
});

test('increasing absence says from what to what, and how the class has moved', () => {
  const limit = { ...threshold, value: 10, unit: 'percentage-points' } as const;
  const other = { numerator: 14, denominator: 82, threshold: limit };
  const details = { signal: 'N03', earlier: 5, groupChange: 0.3, episodes: 4 } as const;
  expect(text(details, other)).toBe(
    'Frånvaron ökar: från 5 % till 17 % på 4 veckor. Klassen: oförändrad. Gräns +10 punkter.',
  );
  expect(text({ ...details, groupChange: null }, other)).toBe(
    'Frånvaron ökar: från 5 % till 17 % på 4 veckor. Gräns +10 punkter.',
  );
});

test('long absence says how many days, since when, why and who was reached', () => {
  const details: EvidenceDetails = { signal: 'N04', reason: 'known', lastContact: null };
  expect(text(details, { value: 10, window: { from: '2025-11-03', to: '2025-11-14', weeks: null } })).toBe(
    'Frånvarande 10 skoldagar i rad sedan 3 november. Orsak: anmäld. Senaste kontakt: ingen registrerad.',
  );
});

test('a wish to talk is told in the student’s own act', () => {
  const s17 = {
    signal: 'S17',
    kind: 'wish-to-talk',
    role: 'kuratorn',
    area: null,
    raised: '2025-11-12',
  } as const;
  expect(text(s17)).toBe('Eleven bad 12 november om ett samtal med kuratorn.');
  expect(text({ ...s17, kind: 'staff-concern', role: 'läraren', area: 'närvaro' })).toBe(
    'Oro från läraren om närvaro, 12 november.',
  );
  expect(text({ ...s17, kind: 'thinks-of-quitting' })).toBe(
    'Eleven sa 12 november att den funderar på att sluta.',
  );
});

test('a missing talk is told in weeks', () => {
  const p18 = { signal: 'P18', lastTalk: '2025-10-03', signalSince: '2025-11-03', on: '2025-11-15' } as const;
  expect(text(p18)).toBe('Senaste mentorssamtal för 6 veckor sedan. Aktiv signal sedan 12 dagar.');
  expect(text({ ...p18, lastTalk: null, signalSince: null })).toBe('Inget mentorssamtal antecknat.');
});

test('too little data is neither good nor bad', () => {
  expect(text(n01, { insufficient: 'reporting', completeness: 71 })).toBe(
    'Otillräckligt underlag: 71 % av lektionerna är rapporterade. Vi visar därför ingen frånvarosignal, varken bra eller dålig.',
  );
  expect(text(n01, { insufficient: 'lessons', denominator: 22 })).toContain('22 rapporterade lektioner');
});

test('the bold part ends at the first colon or full stop, never inside a number', () => {
  expect(splitText('Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner.')).toEqual({
    lead: 'Frånvaro 22 % senaste 4 skolveckorna:',
    rest: '18 av 82 lektioner.',
  });
  expect(splitText('Frånvarande 10 skoldagar i rad sedan 3 november. Orsak: anmäld.').lead).toBe(
    'Frånvarande 10 skoldagar i rad sedan 3 november.',
  );
  expect(splitText('Historia')).toEqual({ lead: 'Historia', rest: '' });
  expect(splitText('Klockan 08:10 i dag.').lead).toBe('Klockan 08:10 i dag.');
});

test('numbers are written as in Swedish text', () => {
  expect([percent(14.6), duration(280), duration(240), duration(45)]).toEqual([
    '15 %',
    '4 h 40 min',
    '4 h',
    '45 min',
  ]);
  expect([points(0.4), points(3.2), points(-1.2)]).toEqual(['oförändrad', 'upp 3 punkter', 'ner 1 punkt']);
  expect([span(1), span(20), span(21), span(45), monthName('2026-01')]).toEqual([
    '1 dag',
    '20 dagar',
    '3 veckor',
    '6 veckor',
    'januari',
  ]);
});
