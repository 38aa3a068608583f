import { because, type Reason, textOf } from '../../../law/index.ts';
import type { Course } from './exam-courses.ts';
import type { Standing } from './exam-standing.ts';
import { noBasis, texts } from './exam-texts.ts';

const nearExam = textOf('agency-advice', 'Skolverket rapport 461').unread(
  '',
  'Definitionen är känd ur Skolverkets nyhet 26 september 2017; själva rapporten är inte läst. Den är ingen lag.',
);

/** Why a requirement is not met, and what to do; nothing when it is. */
export function reasonFor({
  requirement,
  status,
  failed,
  open,
  lacking,
  points,
  most,
}: Standing): readonly Reason[] {
  const { name, label, sum, basis } = requirement;
  if (status === 'met') return [];
  const dashes = name === 'graded-points' && failed.length > 0;
  const told = sum
    ? sentenceOfPoints(
        `${label}: ${grouped(points)} poäng av ${grouped(sum.need)}`,
        status,
        failed,
        sum.need - most,
      )
    : sentenceOfCourses(label, status, failed, open, lacking);
  return [because(`${name}-${status}`, told, ...basis, ...(dashes ? [noBasis] : []))];
}

function sentenceOfPoints(
  start: string,
  status: Standing['status'],
  failed: readonly Course[],
  short: number,
): string {
  if (status === 'open') return `${start}. Resten väntar på betyg.`;
  if (status === 'failed')
    return `${start}. Det räcker inte med det som pågår: läs om eller pröva ${oneOf(failed)}.`;
  return `${start}. Studieplanen räcker inte: lägg till minst ${short} poäng.`;
}

function sentenceOfCourses(
  label: string,
  status: Standing['status'],
  failed: readonly Course[],
  open: readonly Course[],
  lacking: readonly string[],
): string {
  if (status === 'open') return `${label} väntar på betyg i ${codesOf(open)}.`;
  const retake = failed.length ? ` Läs om eller pröva ${codesOf(failed)}.` : '';
  if (status === 'failed') return `${label} är inte godkänt än.${retake}`;
  const what = lacking.join(', ');
  return `${label}: studieplanen saknar ${what}. Lägg till det i studieplanen.${retake}`;
}

/** The cheapest way, when something must be retaken. */
export function wayOut(retakes: readonly Course[] | null): readonly Reason[] {
  if (retakes === null) {
    const says =
      'Att läsa om kurser räcker inte: något som krävs saknas i studieplanen. Ändra studieplanen först.';
    return [because('no-retake-is-enough', says, texts.exam)];
  }
  if (retakes.length === 0) return [];
  const says = `Närmaste vägen till examen är godkänt i ${codesOf(retakes)} och i allt som väntar på betyg.`;
  return [because('smallest-retakes', says, texts.trial)];
}

/** Half of those who leave without an exam are this near. */
export const nearExamReason = because(
  'near-exam',
  'Eleven har minst 2 000 godkända poäng: nära examen.',
  nearExam,
);

function oneOf(courses: readonly Course[]): string {
  return courses.length > 1 ? `någon eller några av ${codesOf(courses)}` : codesOf(courses);
}

/** Thousands apart, as Swedish writes them: 2 250. */
function grouped(points: number): string {
  if (points < 1000) return String(points);
  return `${Math.floor(points / 1000)} ${String(points % 1000).padStart(3, '0')}`;
}

/** Codes in a sentence: `A, B och C`. */
export function codesOf(courses: readonly Course[]): string {
  const codes = courses.map(({ code }) => code);
  const last = codes.pop() ?? '';
  return codes.length ? `${codes.join(', ')} och ${last}` : last;
}
