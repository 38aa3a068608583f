import {
  because,
  defineRule,
  type FactsOf,
  missing,
  ok,
  type Reason,
  refused,
  type Verdict,
} from '../../../law/index.ts';
import { coverLowerLevels, oneForEachCourse } from './exam-attempts.ts';
import { type Course, readCourses } from './exam-courses.ts';
import { exampleResults } from './exam-example.ts';
import { examFacts, isIntroductoryProgramme, newExam, unknownsOf, whoIsAsked } from './exam-facts.ts';
import { type Asked, type ExamForecast, type Outlook, outlookOf } from './exam-outlook.ts';
import { nearExamReason, reasonFor, wayOut } from './exam-reasons.ts';
import { basisOf, type Curriculum, forTheDeaf, texts } from './exam-texts.ts';

function check(facts: FactsOf<typeof examFacts>, inForce: readonly Curriculum[]): Verdict<ExamForecast> {
  if (isIntroductoryProgramme(facts)) return refused<ExamForecast>(null, noExam);
  const { curriculum, kind } = whoIsAsked(facts);
  const { courses: rows, problems } = readCourses(facts.results ?? []);
  const unknown = [...unknownsOf(facts, inForce), ...problems];
  if (unknown.length || !curriculum || !kind) return missing<ExamForecast>(null, ...unknown);
  const courses = oneForEachCourse(rows);
  const covered = curriculum === 'GY25' && coverLowerLevels(courses);
  const asked = { curriculum, kind, planPoints: facts.planPoints ?? null };
  const outlook = outlookOf(courses, asked);
  const notes = notesOn(courses, asked, covered);
  if (courses.length === 0) return missing(outlook.forecast, noCourses);
  if (outlook.forecast.met) return ok(outlook.forecast, examMet(asked), ...notes);
  const reasons = [
    ...outlook.standings.flatMap(reasonFor),
    ...outlook.doubts,
    ...(outlook.forecast.blocking.length ? wayOut(outlook.retakes) : []),
    ...(outlook.forecast.nearExam ? [nearExamReason] : []),
    ...notes,
  ];
  return isRefused(outlook) ? refused(outlook.forecast, ...reasons) : missing(outlook.forecast, ...reasons);
}

function isRefused({ forecast }: Outlook): boolean {
  return forecast.blocking.length > 0;
}

const noExam = because(
  'introductory-programme',
  'Introduktionsprogram leder inte till gymnasieexamen. Den utfärdas på nationella program.',
  texts.exam,
);
const noCourses: Reason = {
  ...because(
    'fact-missing',
    'Studieplanen har inga kurser eller nivåer. Lägg in dem, så kan frågan besvaras.',
    texts.exam,
  ),
  fact: 'results',
};

function examMet({ curriculum, kind }: Asked): Reason {
  const name = kind === 'vocational' ? 'yrkesexamen' : 'högskoleförberedande examen';
  return because('exam-met', `Kraven för ${name} är uppfyllda.`, ...basisOf(curriculum, kind));
}

function notesOn(courses: readonly Course[], { curriculum, kind }: Asked, covered: boolean): Reason[] {
  const notes: Reason[] = [];
  if (covered) notes.push(higherLevelCovers);
  if (courses.some(({ key, slots }) => slots !== 0 && /^(SVN|ENL|SVED|ENGD)/.test(key)))
    notes.push(subjectForTheDeaf);
  if (curriculum === 'GY25') notes.push(kind === 'vocational' ? programmeNotInBook : levelsNotInBook);
  return notes;
}

const higherLevelCovers = because(
  'higher-level-covers',
  'Ett godkänt betyg på en högre nivå omfattar lägre nivåer i ämnet och ersätter deras betyg.',
  texts.higherLevel,
);
const subjectForTheDeaf = because(
  'subject-for-the-deaf',
  'Svenska för döva och engelska för döva är räknade som svenska och engelska.',
  forTheDeaf,
);
const programmeNotInBook = because(
  'programme-subjects-not-in-book',
  'Vilka nivåer och vilka andra ämnen i yrkesprogrammet som ska vara godkända står inte i boken. Svaret räknar inte med dem.',
  texts.levels,
);
const levelsNotInBook = because(
  'levels-not-in-book',
  'Vilka nivåer i ämnena som ska vara godkända står inte i boken. Svaret räknar med ämnenas poäng.',
  texts.levels,
);

/** Whether a student reaches gymnasieexamen, what stands in the way and the cheapest way there: 16 kap. 26–28 §§. */
export const examForecast = defineRule({
  id: 'exam/forecast',
  title: 'Vägen till examen',
  sentence:
    'Gymnasieexamen utfärdas för den som har betyg från minst 2 500 gymnasiepoäng på ett nationellt program, med godkända betyg på minst 2 250 poäng, i gymnasiearbetet och i svenska eller svenska som andraspråk, engelska och matematik.',
  facts: examFacts,
  versions: [
    {
      inForce: { from: '2011-07-01', through: '2025-06-30' },
      basis: [texts.vocational.GY11, texts.preparatory.GY11, texts.exam],
      check: (facts) => check(facts, ['GY11']),
    },
    {
      inForce: { from: '2025-07-01', through: '2030-06-30' },
      basis: [texts.vocational.GY25, texts.preparatory.GY25, texts.exam, texts.higherLevel],
      note: 'Gy25 gäller utbildning som påbörjas efter 30 juni 2025; Gy11 gäller för dem som började tidigare.',
      check: (facts) => check(facts, ['GY11', 'GY25']),
    },
    {
      inForce: { from: '2030-07-01' },
      basis: [texts.vocational.GY25, texts.preparatory.GY25, texts.exam, texts.higherLevel],
      note: 'Gy11 gäller inte längre.',
      check: (facts) => check(facts, ['GY25']),
    },
  ],
  changes: [
    {
      from: '2028-07-01',
      says: 'För dem som börjar hösten 2028: betygsskala 1–10, examen vid medelvärde minst 4 på minst 2 250 poäng, och yrkesprov i stället för gymnasiearbete där sådana finns.',
      basis: [newExam],
    },
  ],
  example: { curriculum: 'GY25', kind: 'preparatory', planPoints: 2500, results: exampleResults },
});
