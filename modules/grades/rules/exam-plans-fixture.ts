import type { ExamResult } from './exam-courses.ts';

type Grade = ExamResult['grade'];
type Row = ExamResult & { readonly grade: Grade };

function rows(codes: readonly string[], group: string, points = 100): Row[] {
  return codes.map((code) => ({ code, points, grade: 'E', group }));
}

function fillers(count: number, group: string): string[] {
  return Array.from({ length: count }, (_, index) => `${group.slice(0, 3).toUpperCase()}FYL0${index}`);
}

function filled(common: readonly Row[], programme: number, points: number): Row[] {
  const project = rows(['GYARXX'], 'diploma-project');
  const rest = (points - 100 * (common.length + 1 + programme)) / 100;
  const own = rows(fillers(programme, 'programme'), 'programme');
  return [...common, ...project, ...own, ...rows(fillers(rest, 'specialisation'), 'specialisation')];
}

/** Whole study plans with E in everything: 4 courses of `programme` each, the rest specialisation. */
export const plans = {
  gy11Vocational: (points = 2500) => filled(rows(['SVESVE01', 'ENGENG05', 'MATMAT01a'], 'common'), 4, points),
  gy11Preparatory: (points = 2500) =>
    filled(
      rows(['SVESVE01', 'SVESVE02', 'SVESVE03', 'ENGENG05', 'ENGENG06', 'MATMAT01b'], 'common'),
      4,
      points,
    ),
  gy25Vocational: (points = 2500) =>
    filled(rows(['SVEN1000X', 'ENGE1000X', 'MATE1A00X'], 'common'), 4, points),
  gy25Preparatory: (points = 2500) =>
    filled(
      rows(['SVEN1000X', 'SVEN2000X', 'SVEN3000X', 'ENGE1000X', 'ENGE2000X', 'MATE1B00X'], 'common'),
      4,
      points,
    ),
} as const;

/** The plan with other grades, by code. */
export function graded(plan: readonly Row[], grades: Readonly<Record<string, Grade>>): Row[] {
  return plan.map((row) => (row.code in grades ? { ...row, grade: grades[row.code] } : row));
}

/** The plan without some codes, as it shrinks. */
export function without(plan: readonly Row[], ...codes: string[]): Row[] {
  return plan.filter(({ code }) => !codes.includes(code));
}
