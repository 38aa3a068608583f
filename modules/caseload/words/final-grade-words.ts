import { finalGradeWords as words } from '../../../messages/sv/final-grades.ts';
import { type CompulsoryGrade, compulsorySubjects } from '../../grades/index.ts';

/** Final grades of year 9 as sentences: first what was passed, then what was not, last what has no grade. */
export interface FinalGradesInWords {
  readonly passed: string;
  /** Null when every grade is a pass. */
  readonly lacking: string | null;
  readonly withoutGrade: string | null;
}

/** A subject without a grade is neither passed nor lacking: it is not counted among the graded. */
export function finalGradesInWords(grades: readonly CompulsoryGrade[]): FinalGradesInWords {
  const ordered = inOrder(grades);
  const of = (isPass: boolean | null) => ordered.filter((grade) => grade.isPass === isPass);
  const named = (list: readonly CompulsoryGrade[]): readonly string[] =>
    list.map((grade) => `${subjectName(grade)} (${gradeValue(grade)})`);
  const [passed, lacking, without] = [of(true), of(false), of(null)];
  return {
    passed: words.passed(passed.length, passed.length + lacking.length),
    lacking: lacking.length === 0 ? null : words.lacking(named(lacking)),
    withoutGrade: without.length === 0 ? null : words.withoutGrade(named(without)),
  };
}

const order = Object.keys(compulsorySubjects);

/** In the order of the file: that of the certificate. */
export function inOrder(grades: readonly CompulsoryGrade[]): readonly CompulsoryGrade[] {
  return grades.toSorted((a, b) => order.indexOf(a.subject) - order.indexOf(b.subject));
}

/** "Moderna språk, språkval" — never which language: a mother tongue tells of origin. */
export function subjectName({ subject }: CompulsoryGrade): string {
  return compulsorySubjects[subject];
}

/** The grade as people say it: a letter, or in words what SCB's figure means. */
export function gradeValue({ value }: CompulsoryGrade): string {
  return words.values[value] ?? value;
}
