import { joined } from '../../platform/web/format-list.ts';
import { plural } from '../../platform/web/format-number.ts';

/** The words about final grades from year 9. */
export const finalGradeWords = {
  title: 'Slutbetyg från årskurs 9',
  aside: 'Satta av grundskolan',
  passed: (passed: number, graded: number) => `Godkänt i ${passed} av ${plural(graded, 'ämne', 'ämnen')}.`,
  lacking: (subjects: readonly string[]) => `Saknar godkänt: ${joined(subjects)}.`,
  withoutGrade: (subjects: readonly string[]) => `Utan betyg: ${joined(subjects)}.`,
  all: 'Alla ämnen',
  subject: 'Ämne',
  grade: 'Betyg',
  values: { '9': 'streck', '3': 'inte läst', '2': 'inte betygssatt' } as Readonly<Record<string, string>>,
} as const;
