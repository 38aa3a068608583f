import { describe, expect, test } from 'vitest';
import { ask, bases, codes, gy11, gy25 } from './exam-asked-fixture.ts';
import { examForecast } from './exam-forecast.ts';
import { graded, plans, without } from './exam-plans-fixture.ts';

const vocational = plans.gy11Vocational();
const preparatory = plans.gy11Preparatory();
const levels = plans.gy25Preparatory();
const work = plans.gy25Vocational();

describe('the study plan is not enough', () => {
  test('a reduced programme leads to no exam, whatever the grades', () => {
    const answer = gy11('vocational', plans.gy11Vocational(2400), { planPoints: 2400 });
    expect(answer).toMatchObject({
      verdict: 'refused',
      value: { requirements: { 'graded-points': 'unplanned', 'approved-points': 'met' }, retakes: null },
    });
    expect(answer.reasons[0]?.says).toContain('lägg till minst 100 poäng');
  });

  test('English 6 is not in the plan, and that is said', () => {
    const plan = preparatory.map((row) => (row.code === 'ENGENG06' ? { ...row, code: 'ANNANN01' } : row));
    const answer = gy11('preparatory', plan);
    expect(answer).toMatchObject({
      verdict: 'refused',
      value: { requirements: { english: 'unplanned' }, retakes: null, attainableWithoutRetake: false },
    });
    expect(answer.reasons[0]?.says).toContain('kurs 6');
    expect(codes(answer)).toContain('no-retake-is-enough');
  });

  test('mathematics 1a is not 1b or 1c on a preparatory programme, and the text was not read', () => {
    const plan = preparatory.map((row) => (row.code === 'MATMAT01b' ? { ...row, code: 'MATMAT01a' } : row));
    expect(gy11('preparatory', plan)).toMatchObject({
      verdict: 'refused',
      value: { requirements: { mathematics: 'unplanned' } },
      reasons: [{ code: 'mathematics-unplanned', verified: false }, {}, {}],
    });
  });

  test('an introductory programme leads to no exam', () => {
    expect(gy11('vocational', vocational, { programme: 'IMV' })).toMatchObject({
      verdict: 'refused',
      reasons: [{ code: 'introductory-programme', basis: ['SFS 2010:800 16 kap. 26 §'] }],
    });
  });
});

describe('several attempts', () => {
  const again = (grade: string | null) => [
    ...graded(vocational, { MATMAT01a: 'F' }),
    { code: 'MATMAT01a', points: 100, grade, group: 'common' },
  ];

  test('a retake that was passed replaces the failed grade', () => {
    const answer = gy11('vocational', again('E'));
    expect(answer).toMatchObject({ verdict: 'ok', value: { approvedPoints: 2500, failedPoints: 0 } });
  });

  test('a retake that is running is waited for, not asked for again', () => {
    expect(gy11('vocational', again(null))).toMatchObject({
      verdict: 'missing',
      value: { requirements: { mathematics: 'open', 'graded-points': 'met' }, open: ['MATMAT01a'] },
    });
  });

  test('a retake that was failed too is one course to retake', () => {
    expect(gy11('vocational', again('F')).value).toMatchObject({ failedPoints: 100, retakes: ['MATMAT01a'] });
  });

  test('equal codes that are all approved are courses of their own', () => {
    const same = preparatory.map((row) =>
      row.code.startsWith('SPEFYL') ? { ...row, code: 'IDRIDR00S' } : row,
    );
    expect(gy11('preparatory', same)).toMatchObject({ verdict: 'ok', value: { approvedPoints: 2500 } });
  });

  test('equal codes of different subjects are courses of their own, failed or not', () => {
    const other = (subject: string, grade: string) => ({
      ...{ code: 'FORA1000X', subject, level: 1, points: 100, grade, group: 'specialisation' },
    });
    const plan = [...without(levels, 'SPEFYL00', 'SPEFYL01'), other('FOR1', 'F'), other('FOR2', 'E')];
    expect(gy25('preparatory', plan)).toMatchObject({
      verdict: 'ok',
      value: { approvedPoints: 2400, failedPoints: 100 },
    });
  });
});

describe('levels of a subject', () => {
  test.each(['F', '-', null])('an approved higher level covers a lower one with %s', (grade) => {
    const answer = gy25('preparatory', graded(levels, { ENGE1000X: grade, SVEN2000X: grade }));
    expect(answer).toMatchObject({
      verdict: 'ok',
      value: { approvedPoints: 2500, failedPoints: 0, openPoints: 0, requirements: { english: 'met' } },
    });
    expect(bases(answer)).toContain('SFS 2010:800 15 kap. 22 §');
  });

  test('a failed higher level takes nothing from the lower', () => {
    const answer = gy25('preparatory', graded(levels, { SVEN3000X: 'F' }));
    expect(answer).toMatchObject({
      verdict: 'refused',
      value: { approvedPoints: 2400, requirements: { swedish: 'failed' }, retakes: ['SVEN3000X'] },
    });
  });

  test('a higher level that is running is the way past a failed lower one', () => {
    const answer = gy25('preparatory', graded(levels, { SVEN2000X: 'F', SVEN3000X: null }));
    expect(answer).toMatchObject({
      verdict: 'missing',
      value: { attainableWithoutRetake: true, failedPoints: 100, possiblePoints: 2500, retakes: [] },
    });
  });

  test('of two failed levels the higher is the one to retake', () => {
    const answer = gy25('preparatory', graded(levels, { SVEN2000X: 'F', SVEN3000X: 'F' }));
    expect(answer.value).toMatchObject({ retakes: ['SVEN3000X'], failedPoints: 200 });
  });

  test('a code that begins like a subject is no level of it', () => {
    const plan = levels.map((row) => (row.code === 'ENGE2000X' ? { ...row, code: 'ENGEXTRA' } : row));
    expect(gy25('preparatory', plan).value).toMatchObject({ requirements: { english: 'unplanned' } });
  });

  test('a level of another subject covers nothing, however alike the codes', () => {
    const plan = work.map((row) => (row.code === 'SPEFYL00' ? { ...row, code: 'MATG2000X' } : row));
    const answer = gy25('vocational', graded(plan, { MATE1A00X: 'F' }));
    expect(answer.value).toMatchObject({ requirements: { mathematics: 'failed' }, retakes: ['MATE1A00X'] });
  });

  test('in Gy11 a higher course covers nothing', () => {
    const answer = gy11('preparatory', graded(preparatory, { SVESVE01: 'F' }));
    expect(answer.value).toMatchObject({ requirements: { swedish: 'failed' }, retakes: ['SVESVE01'] });
  });

  test('programme subjects refuse nobody in Gy25: the book does not have the text, and says so', () => {
    const answer = gy25('vocational', graded(work, { PROFYL00: 'F', PROFYL01: 'F' }));
    expect(answer.verdict).toBe('ok');
    expect(answer.reasons).toContainEqual(
      expect.objectContaining({ code: 'programme-subjects-not-in-book', verified: false }),
    );
  });
});

describe('the days', () => {
  const facts = { kind: 'vocational', planPoints: 2500 };
  const begun11 = { ...facts, curriculum: 'GY11', results: vocational };
  const begun25 = { ...facts, curriculum: 'GY25', results: work };

  test.each([
    ['2011-06-30', begun11, 'missing', null],
    ['2011-07-01', begun11, 'ok', '2011-07-01'],
    ['2025-06-30', begun25, 'missing', '2011-07-01'],
    ['2025-07-01', begun25, 'ok', '2025-07-01'],
    ['2030-06-30', begun11, 'ok', '2025-07-01'],
    ['2030-07-01', begun11, 'missing', '2030-07-01'],
    ['2030-07-01', begun25, 'ok', '2030-07-01'],
  ] as const)('on %s', (on, asked, verdict, version) => {
    expect(ask(asked, on)).toMatchObject({ verdict, version });
  });

  test('who begins on 1 July 2028 meets another exam; the day before it is this one', () => {
    expect(ask({ ...begun25, educationBegunOn: '2028-06-30' }, '2030-06-10').verdict).toBe('ok');
    expect(ask({ ...begun25, educationBegunOn: '2028-07-01' }, '2030-06-10')).toMatchObject({
      verdict: 'missing',
      reasons: [{ code: 'exam-of-2028-not-in-book', verified: false }],
    });
  });

  test('the example has an answer', () => {
    expect(ask(examForecast.example)).toMatchObject({
      verdict: 'refused',
      value: { approvedPoints: 2000, possiblePoints: 2300, retakes: ['ENGE2000X'] },
    });
  });
});
