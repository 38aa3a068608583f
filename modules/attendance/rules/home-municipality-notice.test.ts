import { expect, test } from 'vitest';
import { answerOf, decide } from '../../../law/index.ts';
import { homeMunicipalityNotice } from './home-municipality-notice.ts';

const elsewhere = { organiserIsHomeMunicipality: false } as const;
const absent = { ...elsewhere, event: 'absence', birthDate: '2008-05-01', considerable: true } as const;
const own = {
  rule: 'attendance/home-municipality-notice',
  key: 'considerable-at-percent',
  value: 20,
  inForce: { from: '2026-07-01' },
  organiser: 'Ekdala kommun',
};

function ask(facts: object, on = '2026-11-22', routines: Parameters<typeof decide>[3] = []) {
  return answerOf(decide(homeMunicipalityNotice, facts, on, routines));
}

test.each([
  ['starts', { ...elsewhere, event: 'start' }, true],
  ['stops', { ...elsewhere, event: 'stop' }, true],
  [
    'starts at the home municipality’s own school',
    { organiserIsHomeMunicipality: true, event: 'start' },
    false,
  ],
  ['is absent to a considerable extent', absent, true],
  [
    'is absent, at the home municipality’s own school',
    { ...absent, organiserIsHomeMunicipality: true },
    false,
  ],
  ['is absent, but not considerably', { ...absent, considerable: false }, false],
  ['turned 20 yesterday and is absent', { ...absent, birthDate: '2006-11-21' }, false],
  ['turns 20 today and is absent', { ...absent, birthDate: '2006-11-22' }, false],
  ['turns 20 tomorrow and is absent', { ...absent, birthDate: '2006-11-23' }, true],
  ['is 20 and stops: no age for that', { ...elsewhere, event: 'stop', birthDate: '2005-01-01' }, true],
])('a student who %s', (_, facts, notify) => {
  expect(ask(facts)).toMatchObject({ verdict: 'ok', value: { notify, promptly: notify } });
});

test.each([
  ['nothing known', {}, ['event', 'organiserIsHomeMunicipality']],
  ['whose school it is not known', { event: 'start' }, ['organiserIsHomeMunicipality']],
  [
    'absence, the rest not known',
    { event: 'absence' },
    ['organiserIsHomeMunicipality', 'birthDate', 'considerable'],
  ],
  ['absence that nobody has judged', { ...absent, considerable: null, invalidPercent: 70 }, ['considerable']],
])('%s is asked for', (_, facts, names) => {
  const { verdict, reasons } = ask(facts);
  expect({ verdict, names: reasons.map(({ fact }) => fact) }).toEqual({ verdict: 'missing', names });
});

test.each([
  ['the home municipality’s own school', { organiserIsHomeMunicipality: true }],
  ['absence at 20', { event: 'absence', birthDate: '2005-01-01' }],
  ['absence that is not considerable', { event: 'absence', considerable: false }],
])('%s decides alone', (_, facts) => {
  expect(ask(facts)).toMatchObject({ verdict: 'ok', value: { notify: false } });
});

test.each([
  ['below', 19.9, 'missing'],
  ['at', 20, 'ok'],
  ['above', 20.1, 'ok'],
])('%s the organiser’s own limit, since the law has none', (_, invalidPercent, verdict) => {
  const answer = ask({ ...absent, considerable: null, invalidPercent }, '2026-11-22', [own]);
  expect(answer.verdict).toBe(verdict);
  if (verdict === 'ok')
    expect(answer.reasons[0]?.basis[0]).toBe('Ekdala kommun lokal rutin considerable-at-percent');
});

test('the organiser’s own limit tells the home municipality also when the school does not find it considerable', () => {
  const facts = { ...absent, considerable: false, invalidPercent: 20 };
  expect(ask(facts, '2026-11-22', [own]).value).toMatchObject({ notify: true });
  expect(ask(facts).value).toMatchObject({ notify: false });
});

test('adapted upper secondary school: chapter 18, whose older wording was not read', () => {
  const adapted = { ...elsewhere, event: 'start', schoolForm: 'adapted-upper-secondary' };
  expect(ask(adapted, '2023-07-02').reasons[0]).toMatchObject({
    basis: ['SFS 2010:800 18 kap. 15 §'],
    verified: true,
  });
  expect(ask(adapted, '2023-07-01').reasons[0]).toMatchObject({
    basis: ['SFS 2010:800 18 kap. 15 §'],
    verified: false,
  });
  expect(ask(adapted, '2018-06-30').version).toBeNull();
});
