import { because, notKnown, type Reason } from '../../../law/index.ts';
import type { Course } from './exam-courses.ts';
import { examTable } from './exam-requirements.ts';
import { smallestRetakes } from './exam-retakes.ts';
import { type RequirementStatus, type Standing, standingOf } from './exam-standing.ts';
import type { Curriculum, ProgrammeKind } from './exam-texts.ts';

/** How the exam stands. Points are gymnasiepoäng; codes are as the study plan spells them, in its order. */
export interface ExamForecast {
  readonly met: boolean;
  readonly approvedPoints: number;
  readonly failedPoints: number;
  readonly openPoints: number;
  /** Approved points when everything open is passed. */
  readonly possiblePoints: number;
  /** At least 2,000 approved points and no exam. */
  readonly nearExam: boolean;
  readonly attainableWithoutRetake: boolean;
  /** A requirement that cannot be judged on these facts is absent, and a reason says why. */
  readonly requirements: Readonly<Record<string, RequirementStatus>>;
  /** Requirements that waiting does not meet, with the failed courses that could. */
  readonly blocking: readonly { readonly requirement: string; readonly codes: readonly string[] }[];
  readonly open: readonly string[];
  /** The smallest set of failed courses that leads to the exam; null when none does. */
  readonly retakes: readonly string[] | null;
}

/** The forecast with what its reasons need: `doubts` are the requirements that cannot be judged. */
export interface Outlook {
  readonly forecast: ExamForecast;
  readonly standings: readonly Standing[];
  readonly doubts: readonly Reason[];
  readonly retakes: readonly Course[] | null;
}

/** Who the forecast is for; `planPoints` null when not known. */
export interface Asked {
  readonly curriculum: Curriculum;
  readonly kind: ProgrammeKind;
  readonly planPoints: number | null;
}

/** Makes the forecast of courses whose lower levels are covered already. */
export function outlookOf(courses: readonly Course[], asked: Asked): Outlook {
  const { requirements, slotsOf } = examTable(asked.curriculum, asked.kind);
  for (const course of courses) course.slots = slotsOf(course);
  const named = courses.filter(({ slots }) => slots !== 0);
  const all = requirements.map((each) => standingOf(each, each.sum ? courses : named, asked.planPoints));
  const doubts: Reason[] = [];
  const standings = all.filter((standing) => {
    const doubt = doubtAbout(standing, courses, asked);
    if (doubt) doubts.push(doubt);
    return !doubt;
  });
  const met = doubts.length === 0 && standings.every(({ status }) => status === 'met');
  const blocked = standings.filter(({ status }) => status === 'failed' || status === 'unplanned');
  const judged = standings.map(({ requirement }) => requirement);
  const impossible = blocked.some(({ status }) => status === 'unplanned');
  const retakes = impossible
    ? null
    : blocked.length
      ? smallestRetakes(courses, judged, asked.curriculum === 'GY25')
      : [];
  const points = pointsOf(courses);
  const forecast: ExamForecast = {
    met,
    ...points,
    nearExam: !met && points.approvedPoints >= 2000,
    attainableWithoutRetake: doubts.length === 0 && blocked.length === 0,
    requirements: Object.fromEntries(standings.map((each) => [each.requirement.name, each.status])),
    blocking: blocked.map((each) => ({ requirement: each.requirement.name, codes: codes(each.failed) })),
    open: codes(courses.filter(({ own, stage }) => own === 1 && stage > 0)),
    retakes: retakes && codes(retakes),
  };
  return { forecast, standings, doubts, retakes };
}

function pointsOf(courses: readonly Course[]) {
  let approvedPoints = 0;
  let failedPoints = 0;
  let openPoints = 0;
  let possiblePoints = 0;
  for (const { stage, own, points } of courses) {
    if (stage === 0) approvedPoints += points;
    else if (own === 2) failedPoints += points;
    else openPoints += points;
    if (stage < 2) possiblePoints += points;
  }
  return { approvedPoints, failedPoints, openPoints, possiblePoints };
}

function codes(courses: readonly Course[]): readonly string[] {
  return courses.map(({ code }) => code);
}

/** Why a requirement cannot be judged on these facts; undefined when it can. */
function doubtAbout(standing: Standing, courses: readonly Course[], asked: Asked): Reason | undefined {
  const { status, requirement } = standing;
  const { name, label, basis } = requirement;
  if (status === 'met') return undefined;
  if (name === 'programme-subjects') return unknownGroups(standing, courses, asked);
  if (requirement.sum)
    return status === 'unplanned' && asked.planPoints === null
      ? notKnown('planPoints', 'hur många poäng studieplanen omfattar', ...basis)
      : undefined;
  const elsewhere = courses.find((course) => isElsewhere(name, course, asked));
  if (!elsewhere) return undefined;
  const says = `${label}: om ${elsewhere.code} kan räknas står inte i boken. Fråga studie- och yrkesvägledaren.`;
  return { ...because(`${name}-not-in-book`, says, ...basis), fact: 'results' };
}

/** A course that may be what is required, but of the other curriculum or of a subject that was split off. */
function isElsewhere(name: string, course: Course, { curriculum, kind }: Asked): boolean {
  if (name === 'diploma-project') return false;
  if (curriculum === 'GY25' && name === 'mathematics' && course.key.startsWith('MATO')) return true;
  const other = examTable(curriculum === 'GY11' ? 'GY25' : 'GY11', kind);
  const slots = other.requirements.find((each) => each.name === name)?.slots ?? [];
  const filled = other.slotsOf(course);
  return slots.some(({ bit }) => (filled & bit) !== 0);
}

const groups = new Set(['common', 'programme', 'specialisation', 'individual', 'diploma-project']);

function unknownGroups(standing: Standing, courses: readonly Course[], asked: Asked): Reason | undefined {
  const { requirement } = standing;
  const isUnknown = (course: Course) =>
    !(course.group !== null && groups.has(course.group)) && course.slots === 0;
  if (!courses.some(isUnknown)) return undefined;
  const guessed = courses.map((each) => (isUnknown(each) ? { ...each, group: 'programme' } : each));
  if (standingOf(requirement, guessed, asked.planPoints).status === standing.status) return undefined;
  return notKnown('results', 'vilka kurser som är programgemensamma', ...requirement.basis);
}
