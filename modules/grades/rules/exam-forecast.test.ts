import { describe, expect, test } from 'vitest';
import { ask, bases, codes, gy11, gy25 } from './exam-asked-fixture.ts';
import type { ExamResult } from './exam-courses.ts';
import { graded, plans } from './exam-plans-fixture.ts';

const vocational = plans.gy11Vocational();
const preparatory = plans.gy11Preparatory();
const levels = plans.gy25Preparatory();
const work = plans.gy25Vocational();

describe('the exam is met', () => {
  test.each([
    ['GY11', 'vocational', vocational, '16 kap. 27 §'],
    ['GY11', 'preparatory', preparatory, '16 kap. 28 §'],
    ['GY25', 'vocational', work, '16 kap. 27 §'],
    ['GY25', 'preparatory', levels, '16 kap. 28 §'],
  ] as const)('with everything approved in %s, %s', (curriculum, kind, results, paragraph) => {
    const answer = ask({ curriculum, kind, planPoints: 2500, results });
    expect(answer).toMatchObject({
      verdict: 'ok',
      value: { met: true, approvedPoints: 2500, nearExam: false, retakes: [], blocking: [], open: [] },
    });
    expect(bases(answer)).toContain(`SFS 2010:800 ${paragraph}`);
    expect(bases(answer)).toContain('SFS 2010:800 16 kap. 26 §');
  });

  test('with exactly 2,250 approved points, not with 2,200', () => {
    const half = vocational.map((row) => (row.code === 'SPEFYL00' ? { ...row, points: 50 } : row));
    const more = [...half, { code: 'HISHIS01a1', points: 50, grade: 'E', group: 'common' }];
    const two = { SPEFYL01: 'F', SPEFYL02: 'F' } as const;
    const at = gy11('vocational', graded(more, { ...two, SPEFYL00: 'F' }));
    expect(at).toMatchObject({ verdict: 'ok', value: { approvedPoints: 2250, failedPoints: 250 } });
    const below = gy11('vocational', graded(more, { ...two, SPEFYL03: 'F' }));
    expect(below).toMatchObject({
      verdict: 'refused',
      value: { approvedPoints: 2200, failedPoints: 300, requirements: { 'approved-points': 'failed' } },
    });
  });

  test('in a plan of 2,800 points with 550 failed: the law asks for 2,250 whatever the plan holds', () => {
    const failed = ['0', '1', '2', '3', '4'].map((end) => [`SPEFYL0${end}`, 'F']);
    const plan = graded(plans.gy11Vocational(2800), Object.fromEntries(failed));
    const answer = gy11('vocational', plan, { planPoints: 2800 });
    expect(answer).toMatchObject({ verdict: 'ok', value: { approvedPoints: 2300, failedPoints: 500 } });
  });

  test('though something optional is still running', () => {
    const answer = gy11('vocational', graded(plans.gy11Vocational(2700), { SPEFYL00: null }));
    expect(answer).toMatchObject({
      verdict: 'ok',
      value: { met: true, open: ['SPEFYL00'], openPoints: 100 },
    });
  });

  test('with Swedish on some levels and Swedish as a second language on others', () => {
    const mixed = preparatory.map((row) => (row.code === 'SVESVE02' ? { ...row, code: 'SVASVA02' } : row));
    expect(gy11('preparatory', mixed).verdict).toBe('ok');
    const mixed25 = levels.map((row) => (row.code === 'SVEN3000X' ? { ...row, code: 'SVEA3000X' } : row));
    expect(gy25('preparatory', mixed25).verdict).toBe('ok');
  });

  test('without a group on any course, where the law does not ask for programme subjects', () => {
    const bare = (rows: readonly ExamResult[]) => rows.map(({ group: _, ...row }) => row);
    expect(gy11('preparatory', bare(preparatory)).verdict).toBe('ok');
    expect(gy25('vocational', bare(work)).verdict).toBe('ok');
  });

  test.each(['MATMAT01a', 'MATMAT01b', 'MATMAT01c'])('with %s on a vocational programme', (code) => {
    const plan = vocational.map((row) => (row.code === 'MATMAT01a' ? { ...row, code } : row));
    expect(gy11('vocational', plan).verdict).toBe('ok');
  });
});

describe('something must be retaken', () => {
  test.each([
    ['SVESVE01', 'swedish'],
    ['ENGENG05', 'english'],
    ['MATMAT01a', 'mathematics'],
    ['GYARXX', 'diploma-project'],
  ])('a failed %s blocks the vocational exam and is the only retake', (code, requirement) => {
    for (const grade of ['F', '-', '–'])
      expect(gy11('vocational', graded(plans.gy11Vocational(2700), { [code]: grade }))).toMatchObject({
        verdict: 'refused',
        value: {
          requirements: { [requirement]: 'failed', 'approved-points': 'met', 'graded-points': 'met' },
          ...{ blocking: [{ requirement, codes: [code] }], retakes: [code], nearExam: true },
        },
      });
  });

  test('in Swedish 2 and English 6, which a vocational exam does not ask for', () => {
    const grades = { SVESVE02: 'F', ENGENG06: 'F' } as const;
    const asked = gy11('preparatory', graded(preparatory, grades));
    expect(asked.value).toMatchObject({ retakes: ['SVESVE02', 'ENGENG06'] });
    const extra = [...vocational, { code: 'SVESVE02', points: 100, grade: 'F', group: 'individual' }];
    expect(gy11('vocational', extra).verdict).toBe('ok');
  });

  test('400 points of programme subjects: at the limit, below it, with one running', () => {
    expect(gy11('vocational', vocational).value).toMatchObject({ approvedPoints: 2500 });
    const below = gy11('vocational', graded(vocational, { PROFYL01: 'F' }));
    expect(below.value).toMatchObject({
      requirements: { 'programme-subjects': 'failed' },
      retakes: ['PROFYL01'],
    });
    const running = gy11('vocational', graded(vocational, { PROFYL01: null }));
    expect(running).toMatchObject({
      verdict: 'missing',
      value: { requirements: { 'programme-subjects': 'open' } },
    });
    const few = vocational.map((row) => (row.code === 'PROFYL01' ? { ...row, group: 'individual' } : row));
    expect(gy11('vocational', few)).toMatchObject({
      verdict: 'refused',
      value: { requirements: { 'programme-subjects': 'unplanned' }, retakes: null },
    });
  });

  test('the fewest courses, then the fewest points, then the first in the plan', () => {
    const row = (code: string, points: number, grade: string) => ({
      ...{ code, points, grade, group: 'specialisation' },
    });
    const fifty = [
      row('A50', 50, 'F'),
      row('B100', 100, 'F'),
      row('C150', 150, 'F'),
      row('D100', 100, 'F'),
      row('E50', 50, 'F'),
    ];
    const base = plans.gy11Preparatory(2100);
    expect(gy11('preparatory', [...base, ...fifty]).value).toMatchObject({ retakes: ['C150'] });
    const better = plans.gy11Preparatory(2200);
    expect(gy11('preparatory', [...better, ...fifty]).value).toMatchObject({ retakes: ['A50'] });
  });

  test('a required course that is retaken gives its points too', () => {
    const plan = graded(preparatory, { SVESVE03: 'F', SPEFYL00: 'F', SPEFYL01: 'F' });
    expect(gy11('preparatory', plan).value).toMatchObject({ approvedPoints: 2200, retakes: ['SVESVE03'] });
  });

  test('a dash is no grade: with 2,500 points planned it is a hundred too few, in any course', () => {
    const answer = gy11('vocational', graded(vocational, { SPEFYL00: '-' }));
    expect(answer).toMatchObject({
      verdict: 'refused',
      value: {
        requirements: { 'approved-points': 'met', 'graded-points': 'failed' },
        retakes: ['SPEFYL00'],
      },
    });
    expect(bases(answer)).toContain('SFS 2010:800 15 kap. 27 §');
    expect(gy11('vocational', graded(plans.gy11Vocational(2600), { SPEFYL00: '-' })).verdict).toBe('ok');
  });

  test('all reasons are told, not the first', () => {
    const answer = gy11('preparatory', graded(preparatory, { SVESVE03: 'F', MATMAT01b: '-', GYARXX: null }));
    expect(codes(answer)).toEqual(
      expect.arrayContaining([
        ...['swedish-failed', 'mathematics-failed', 'diploma-project-open', 'graded-points-failed'],
        ...['smallest-retakes', 'near-exam'],
      ]),
    );
  });

  test('near the exam from 2,000 approved points, not from 1,900', () => {
    const failed = (count: number) =>
      graded(
        vocational,
        Object.fromEntries(Array.from({ length: count }, (_, index) => [`SPEFYL0${index}`, 'F'])),
      );
    expect(gy11('vocational', failed(5)).value).toMatchObject({ approvedPoints: 2000, nearExam: true });
    expect(gy11('vocational', failed(6)).value).toMatchObject({ approvedPoints: 1900, nearExam: false });
  });
});

describe('it is not known yet', () => {
  test('while all that lacks is running', () => {
    const answer = gy25('preparatory', graded(levels, { SVEN3000X: null, GYARXX: null, SPEFYL00: null }));
    expect(answer).toMatchObject({
      verdict: 'missing',
      value: {
        ...{ met: false, attainableWithoutRetake: true, approvedPoints: 2200, possiblePoints: 2500 },
        ...{ open: ['SVEN3000X', 'GYARXX', 'SPEFYL00'], retakes: [], blocking: [] },
      },
    });
  });

  test.each([
    ['curriculum', { curriculum: null }],
    ['kind', { kind: null }],
    ['results', { results: null }],
  ])('without %s, and it is asked for', (name, lack) => {
    const answer = gy11('vocational', vocational, lack);
    expect(answer).toMatchObject({ verdict: 'missing', value: null, reasons: [{ fact: name }] });
  });

  test('everything unknown is asked for at once', () => {
    expect(ask({}).reasons.map(({ fact }) => fact)).toEqual(['curriculum', 'kind', 'results']);
  });

  test('programme and start tell what is not given', () => {
    const facts = {
      planPoints: 2500,
      results: vocational,
      programme: 'BABYG',
      educationBegunOn: '2025-06-30',
    };
    expect(ask(facts).verdict).toBe('ok');
    expect(ask({ ...facts, educationBegunOn: '2025-07-01', results: work }).verdict).toBe('ok');
    expect(ask({ ...facts, programme: 'XX' }).reasons).toMatchObject([{ fact: 'kind' }]);
  });

  test('with an empty study plan', () => {
    expect(gy11('vocational', [])).toMatchObject({ verdict: 'missing', reasons: [{ fact: 'results' }] });
  });

  test.each(['7', 7, 4, '10', '9'])('with the grade %s of a scale that is not in the book', (grade) => {
    const answer = gy25('preparatory', graded(levels, { SPEFYL00: grade }));
    expect(answer).toMatchObject({ verdict: 'missing', reasons: [{ code: 'grade-scale-not-in-book' }] });
  });

  test.each(['VG', '', 'G', '0'])('with the grade “%s”, which is no grade', (grade) => {
    const answer = gy25('preparatory', graded(levels, { SPEFYL00: grade }));
    expect(answer).toMatchObject({ verdict: 'missing', value: null });
    expect(codes(answer)).toEqual(['grade-not-understood']);
  });

  test.each([-100, 99.5, 2805, null, '100'])('with %s points for a course', (points) => {
    const plan = levels.map((row) => (row.code === 'SPEFYL00' ? { ...row, points } : row));
    expect(ask({ curriculum: 'GY25', kind: 'preparatory', planPoints: 2500, results: plan })).toMatchObject({
      verdict: 'missing',
      value: null,
    });
  });

  test('a course of no points counts as none', () => {
    const more = [...levels, { code: 'NOLL01', points: 0, grade: 'F', group: 'individual' }];
    expect(gy25('preparatory', more)).toMatchObject({ verdict: 'ok', value: { approvedPoints: 2500 } });
  });

  test('which courses are programme subjects, where it decides', () => {
    const bare = vocational.map(({ group, ...row }) => (group === 'programme' ? row : { ...row, group }));
    expect(gy11('vocational', bare)).toMatchObject({
      verdict: 'missing',
      value: { met: false },
      reasons: [{ fact: 'results' }, { code: 'near-exam' }],
    });
    const refusedAnyway = gy11('vocational', graded(bare, { MATMAT01a: 'F' }));
    expect(refusedAnyway).toMatchObject({ verdict: 'refused', value: { retakes: ['MATMAT01a'] } });
  });

  test('how large the plan is, where it decides', () => {
    const short = plans.gy11Vocational(2400);
    expect(gy11('vocational', short, { planPoints: null })).toMatchObject({
      verdict: 'missing',
      reasons: [{ fact: 'planPoints' }, { code: 'near-exam' }],
    });
    expect(gy11('vocational', vocational, { planPoints: null }).verdict).toBe('ok');
  });

  test('whether a level counts for a course, or the split-off mathematics for mathematics', () => {
    const swapped = preparatory.map((row) => (row.code === 'SVESVE03' ? { ...row, code: 'SVEN3000X' } : row));
    const answer = gy11('preparatory', swapped);
    expect(answer.verdict).toBe('missing');
    expect(codes(answer)).toContain('swedish-not-in-book');
    const split = levels.map((row) => (row.code === 'MATE1B00X' ? { ...row, code: 'MATO1B00X' } : row));
    expect(codes(gy25('preparatory', split))).toContain('mathematics-not-in-book');
  });
});
