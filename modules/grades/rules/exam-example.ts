import type { ExamResult } from './exam-courses.ts';

function rows(group: string, points: number, grades: Readonly<Record<string, string | null>>): ExamResult[] {
  return Object.entries(grades).map(([code, grade]) => ({ code, points, grade, group }));
}

/** A study plan of the social science programme in its last term: two levels failed, three running. */
export const exampleResults: ExamResult[] = [
  ...rows('common', 100, {
    SVEN1000X: 'F',
    SVEN2000X: 'E',
    SVEN3000X: null,
    ENGE1000X: 'D',
    ENGE2000X: 'F',
    MATE1B00X: 'E',
    MATE2B00X: 'F',
    HIST1B00X: 'C',
    SAMH1B00X: 'D',
    NATU1B00X: 'E',
    IDRO1000X: 'B',
  }),
  ...rows('common', 50, { RELI1000X: 'D' }),
  ...rows('programme', 50, { PSYL1000X: 'C', PSYL2000X: 'D', RELI2000X: 'E' }),
  ...rows('programme', 100, { MODO1000X: 'E' }),
  ...rows('programme', 200, { FILS1000X: 'E' }),
  ...rows('specialisation', 100, {
    SAMH2000X: 'D',
    SAMH3000X: null,
    SOCI1000X: 'C',
    SOCI2000X: 'E',
    GEOG1000X: 'E',
    JURI1000X: 'C',
  }),
  ...rows('individual', 100, { RETO1000X: 'B', ESTE1000X: 'A' }),
  ...rows('diploma-project', 100, { GYARSA25: null }),
];
