import fc from 'fast-check';
import { expect, test } from 'vitest';
import { citation, decide } from '../../../law/index.ts';
import { nationalProgrammeEligibility } from './national-programme.ts';
import { subjectNames } from './subjects.ts';

const ask = (facts: object, on = '2026-11-22') => decide(nationalProgrammeEligibility, facts, on);
const grades = (codes: string, grade: string | null = 'E') =>
  codes
    .split(' ')
    .filter(Boolean)
    .map((subject) => ({ subject, grade }));
const core = 'SV EN MA';
const five = 'BL HKK IDH MU SL';
const social = 'GE HI RE SH';
const natural = 'BI FY KE';
const cited = (answer: ReturnType<typeof ask>) => answer.reasons.flatMap(({ basis }) => basis.map(citation));

test.each([
  ['eight subjects for a vocational programme', 'VO25', `${core} ${five}`, 'vocational', 8],
  ['Swedish as a second language', 'FT', `SVA EN MA ${five}`, 'vocational', 8],
  ['modern languages and mother tongue, each one subject', 'RL25', `${core} M1 M2 ML TK BI`, 'vocational', 8],
  ['the code of an orientation', 'BAHUS', `${core} ${five}`, 'vocational', 8],
  ['an older programme', 'HA', `${core} ${five}`, 'vocational', 8],
  ['more subjects than are needed', 'HT25', `${core} ${five} ${natural}`, 'vocational', 11],
  ['economics with the social subjects', 'EK25', `${core} ${social} ${five}`, 'preparatory', 12],
  ['the humanities with the social subjects', 'HUSPR', `${core} ${social} M1 M2 ML BI FY`, 'preparatory', 12],
  ['social science with the social subjects', 'SA', `${core} ${social} ${five}`, 'preparatory', 12],
  ['natural science with the natural subjects', 'NA25', `${core} ${natural} ${five} TK`, 'preparatory', 12],
  ['technology with the natural subjects', 'TETEK', `${core} ${natural} ${five} M1`, 'preparatory', 12],
  ['arts with any nine', 'ES25', `${core} ${five} ${natural} TK`, 'preparatory', 12],
])('eligible with %s', (_, programme, codes, kind, approvedSubjects) => {
  const answer = ask({ programme, grades: grades(codes) });
  expect(answer).toMatchObject({
    verdict: 'ok',
    value: { eligible: true, kind, approvedSubjects, missing: [] },
  });
  expect(cited(answer)[0]).toBe(`SFS 2010:800 16 kap. ${kind === 'vocational' ? 30 : 31} §`);
});

test.each([
  ['one other subject short', 'BA25', `${core} BL HKK IDH MU`, [{ subject: 'other', count: 1 }]],
  ['without Swedish', 'BA25', `EN MA ${five} BI`, [{ subject: 'SV' }]],
  [
    'without mathematics, though there are many subjects',
    'BA25',
    `SV EN ${five} ${social}`,
    [{ subject: 'MA' }],
  ],
  ['Swedish twice is one subject', 'BA25', 'SV SVA EN MA BL HKK IDH MU', [{ subject: 'other', count: 1 }]],
  ['a subject twice is one subject', 'BA25', `${core} BL BL HKK IDH MU`, [{ subject: 'other', count: 1 }]],
  ['eleven subjects for the arts', 'ES25', `${core} ${social} BI FY KE TK`, [{ subject: 'other', count: 1 }]],
  ['natural science without chemistry', 'NA25', `${core} BI FY ${five} ${social}`, [{ subject: 'KE' }]],
  [
    'technology without chemistry and one more',
    'TE25',
    `${core} BI FY ${five}`,
    [{ subject: 'KE' }, { subject: 'other', count: 1 }],
  ],
  ['economics without religion', 'EK25', `${core} GE HI SH ${five} BI`, [{ subject: 'RE' }]],
  [
    'nothing at all',
    'BA25',
    '',
    [{ subject: 'SV' }, { subject: 'EN' }, { subject: 'MA' }, { subject: 'other', count: 5 }],
  ],
])('not eligible: %s', (_, programme, codes, lacking) => {
  const answer = ask({ programme, grades: grades(codes) });
  expect(answer).toMatchObject({ verdict: 'refused', value: { eligible: false, missing: lacking } });
  expect(answer.reasons.at(-1)?.code).toBe('introductory-programme');
});

test.each(['F', '-'])('%s is no approved grade', (grade) => {
  const answer = ask({
    programme: 'BA25',
    grades: [...grades(`${core} BL HKK IDH MU`), { subject: 'SL', grade }],
  });
  expect(answer).toMatchObject({ verdict: 'refused', value: { approvedSubjects: 7 } });
});

test.each(['A', 'B', 'C', 'D', 'E'])('%s is an approved grade', (grade) => {
  expect(ask({ programme: 'BA25', grades: grades(`${core} ${five}`, grade) }).verdict).toBe('ok');
});

test('a subject that was failed and then approved is approved', () => {
  const both = [...grades('EN', 'F'), ...grades(`${core} ${five}`)];
  expect(ask({ programme: 'BA25', grades: both }).verdict).toBe('ok');
});

test.each([
  ['in place of a failed grade', [...grades(`SV MA ${five}`), ...grades('EN', 'F')], ['EN'], 'ok'],
  ['in place of no grade', grades(`SV EN MA BL HKK IDH MU`), ['SL'], 'ok'],
  ['as Swedish as a second language', grades(`EN MA ${five}`), ['SVA'], 'ok'],
  ['once for a subject that is approved already', grades(`${core} BL HKK IDH MU`), ['MU'], 'refused'],
])('equivalent knowledge counts %s', (_, given, equivalentKnowledge, verdict) => {
  const answer = ask({ programme: 'BA25', grades: given, equivalentKnowledge });
  expect(answer.verdict).toBe(verdict);
  expect(cited(answer).includes('SFS 2010:800 16 kap. 33 §')).toBe(verdict === 'ok');
});

const withoutEnglish = { programme: 'BA25', grades: grades(`SV MA ${five}`) };

test.each([
  ['both conditions are met', { specialPersonalReasons: true, judgedAble: true }, 'ok'],
  ['there are no special personal reasons', { specialPersonalReasons: false, judgedAble: true }, 'refused'],
  ['the student is not judged able', { specialPersonalReasons: true, judgedAble: false }, 'refused'],
  ['one condition fails and the other is not known', { judgedAble: false }, 'refused'],
  ['it is not known whether the student is able', { specialPersonalReasons: true }, 'missing'],
  ['nothing of it is known', {}, 'missing'],
  ['there is none', null, 'refused'],
])('who lacks English only, when %s', (_, englishException, verdict) => {
  const answer = ask({ ...withoutEnglish, englishException });
  expect(answer.verdict).toBe(verdict);
  expect(cited(answer)).toContain('SFS 2010:800 16 kap. 32 §');
});

test('the exception is no help for one who lacks more than English', () => {
  const englishException = { specialPersonalReasons: true, judgedAble: true };
  const facts = { programme: 'BA25', grades: grades('SV MA BL HKK IDH MU'), englishException };
  expect(ask(facts).verdict).toBe('refused');
});

test.each([
  ['no programme', { grades: grades(core) }, ['programme']],
  ['an unknown programme', { programme: 'XX99', grades: grades(core) }, ['programme']],
  ['an introductory programme', { programme: 'IMS', grades: grades(core) }, ['programme']],
  ['a programme whose demands the book does not know', { programme: 'IB001', grades: [] }, ['programme']],
  ['no grades', { programme: 'BA25', grades: null }, ['grades']],
  ['neither', {}, ['programme', 'grades']],
  [
    'a grade that decides',
    { programme: 'BA25', grades: [...grades(`${core} BL HKK IDH MU`), ...grades('SL', null)] },
    ['grades'],
  ],
  [
    'a subject code that decides',
    { programme: 'BA25', grades: grades(`${core} BL HKK IDH MU QQ`) },
    ['grades'],
  ],
  [
    'an education that begins after June 2031',
    { programme: 'BA25', grades: [], beginsOn: '2031-07-01' },
    ['beginsOn'],
  ],
])('asked for, not guessed: %s', (_, facts, asked) => {
  const answer = ask(facts);
  expect(answer.verdict).toBe('missing');
  expect(answer.reasons.map((each) => each.fact)).toEqual(asked);
});

test('what is not known is not asked for when the answer is the same', () => {
  expect(
    ask({ programme: 'BA25', grades: [...grades(`${core} ${five}`), ...grades('M1 QQ', null)] }).verdict,
  ).toBe('ok');
  expect(ask({ programme: 'BA25', grades: [...grades('SV EN'), ...grades('MA', null)] }).verdict).toBe(
    'refused',
  );
  expect(ask({ programme: 'BA25', grades: [...grades(core), ...grades('QQ', 'F')] }).verdict).toBe('refused');
});

test('the demands of certain subjects say that their text was not read', () => {
  const told = ask({ programme: 'NA25', grades: grades(`${core} ${natural} ${five} TK`) }).reasons;
  expect(told.map(({ basis }) => basis.every((each) => each.verified))).toEqual([true, false]);
});

test('one approved grade more never makes anybody less eligible', () => {
  const subject = fc.constantFrom(...Object.keys(subjectNames), 'SVA');
  const programme = fc.constantFrom('BA25', 'EK25', 'NA25', 'ES25');
  fc.assert(
    fc.property(programme, fc.array(subject), subject, (code, codes, more) => {
      const before = ask({ programme: code, grades: grades(codes.join(' ')) });
      const after = ask({ programme: code, grades: grades([...codes, more].join(' ')) });
      if (before.verdict === 'ok') expect(after.verdict).toBe('ok');
      expect(after.value?.approvedSubjects).toBeGreaterThanOrEqual(before.value?.approvedSubjects ?? 0);
    }),
  );
});

test.each([
  ['2018-06-30', null],
  ['2018-07-01', '2018-07-01'],
  ['2031-06-30', '2018-07-01'],
  ['2031-07-01', null],
])('on %s the version is %s', (on, version) => {
  expect(ask({ programme: 'BA25', grades: grades(`${core} ${five}`) }, on).version).toBe(version);
});

test('from July 2031 the answer tells of the change', () => {
  expect(ask({}, '2031-07-01').reasons.map((each) => each.code)).toContain('decided-change');
});
