import { type Basis, gymnasieforordningen, seenIn, skollagen } from '../../../law/index.ts';
import type { Course, Stage } from './exam-courses.ts';

/** Gy11: courses. Gy25: subjects with levels, for education begun after 30 June 2025. */
export type Curriculum = 'GY11' | 'GY25';
/** Yrkesprogram or högskoleförberedande program. */
export type ProgrammeKind = 'vocational' | 'preparatory';

/** One thing that must be approved, and the courses that can be it. */
export interface Slot {
  readonly label: string;
  fits(course: Course): boolean;
}

/** What the exam requires: each slot filled, or points enough. */
export interface Requirement {
  readonly name: string;
  readonly label: string;
  readonly basis: readonly Basis[];
  readonly slots: readonly Slot[];
  /** Points needed, and from when a course gives its own; undefined when it never does. */
  readonly sum?: { readonly need: number; stage(course: Course): Stage | undefined };
}

/** The paragraphs that the forecast stands on. */
export const texts = {
  exam: skollagen.read(
    '16 kap. 26 §',
    seenIn.consolidated,
    'För elever som har betyg från en utbildning som omfattar minst 2 500 gymnasiepoäng på ett nationellt program ska gymnasieexamen utfärdas, om villkoren i 27 eller 28 § är uppfyllda.',
  ),
  vocational: {
    GY25: skollagen.read('16 kap. 27 §', seenIn.consolidated),
    GY11: skollagen.unread('16 kap. 27 §', 'Lydelsen för utbildning påbörjad före 1 juli 2025 är inte läst.'),
  },
  preparatory: {
    GY25: skollagen.read('16 kap. 28 §', seenIn.consolidated),
    GY11: skollagen.unread('16 kap. 28 §', 'Lydelsen för utbildning påbörjad före 1 juli 2025 är inte läst.'),
  },
  higherLevel: skollagen.read(
    '15 kap. 22 §',
    seenIn.consolidated,
    'När ett godkänt betyg sätts på en högre nivå i ett ämne med flera nivåer ska betyget anses omfatta lägre nivåer i ämnet och ersätta betyg som har satts på sådana nivåer.',
  ),
  trial: skollagen.read(
    '15 kap. 28 §',
    seenIn.consolidated,
    'Den som vill ha betyg från gymnasieskolan har rätt att genomgå prövning.',
  ),
  vocationalCourses: gymnasieforordningen.unread(
    '8 kap. 5 och 6 §§',
    'Kursernas namn och de 400 poängen är kända ur flera skolors sidor som hänvisar hit; texten är inte läst.',
  ),
  preparatoryCourses: gymnasieforordningen.unread(
    '8 kap. 7 §',
    'Kursernas namn är kända ur flera skolors sidor som hänvisar hit; texten är inte läst.',
  ),
  levels: gymnasieforordningen.unread(
    '8 kap.',
    'Vilka nivåer och ämnen som ska ingå för varje program är inte läst.',
  ),
} as const;

/** Swedish and English for the deaf are counted as the subject; where the law says so was not read. */
export const forTheDeaf = gymnasieforordningen.unread(
  '10 kap.',
  'Att ämnet läses i stället för svenska eller engelska är inte läst.',
);

const gy11Codes = {
  swedish: ['SVESVE', 'SVASVA', 'SVNSVN'],
  english: ['ENGENG', 'ENLENE'],
  mathematics: ['MATMAT'],
} as const;
const gy25Subjects = {
  swedish: ['SVEN', 'SVEA', 'SVED'],
  english: ['ENGE', 'ENGD'],
  mathematics: ['MATE'],
} as const;
const words = {
  swedish: 'Svenska eller svenska som andraspråk',
  english: 'Engelska',
  mathematics: 'Matematik',
} as const;
type Subject = keyof typeof words;

function course(subject: Subject, name: string, ...endings: string[]): Slot {
  const codes = new Set(gy11Codes[subject].flatMap((start) => endings.map((ending) => start + ending)));
  return { label: name, fits: ({ key }) => codes.has(key) };
}

/** A level of 100 points, or any higher one: it covers the lower (15 kap. 22 §). */
function level(subject: Subject, number: number): Slot {
  const subjects: readonly string[] = gy25Subjects[subject];
  const isOf = (each: Course) => subjects.includes(each.named ?? '') || subjects.includes(each.subject ?? '');
  return { label: `nivå ${number}`, fits: (each) => each.level >= number && isOf(each) };
}

const slots: Record<Curriculum, Record<ProgrammeKind, Record<Subject, readonly Slot[]>>> = {
  GY11: {
    vocational: {
      swedish: [course('swedish', 'kurs 1', '01')],
      english: [course('english', 'kurs 5', '05')],
      mathematics: [course('mathematics', 'kurs 1a, 1b eller 1c', '01A', '01B', '01C')],
    },
    preparatory: {
      swedish: ['01', '02', '03'].map((ending) => course('swedish', `kurs ${Number(ending)}`, ending)),
      english: ['05', '06'].map((ending) => course('english', `kurs ${Number(ending)}`, ending)),
      mathematics: [course('mathematics', 'kurs 1b eller 1c', '01B', '01C')],
    },
  },
  GY25: {
    vocational: {
      swedish: [level('swedish', 1)],
      english: [level('english', 1)],
      mathematics: [level('mathematics', 1)],
    },
    preparatory: {
      swedish: [1, 2, 3].map((number) => level('swedish', number)),
      english: [1, 2].map((number) => level('english', number)),
      mathematics: [level('mathematics', 1)],
    },
  },
};

const project: Slot = {
  label: 'gymnasiearbete',
  fits: ({ key, group }) => group === 'diploma-project' || key.startsWith('GYAR'),
};

/** The paragraphs of the exam itself for this curriculum and kind, the main one first. */
export function basisOf(curriculum: Curriculum, kind: ProgrammeKind): readonly Basis[] {
  const regulation = kind === 'vocational' ? texts.vocationalCourses : texts.preparatoryCourses;
  return [texts[kind][curriculum], texts.exam, curriculum === 'GY11' ? regulation : texts.levels];
}

function requirementsFor(curriculum: Curriculum, kind: ProgrammeKind): readonly Requirement[] {
  const basis = basisOf(curriculum, kind);
  const [paragraph] = basis;
  const law = paragraph ? [paragraph] : [];
  const subjects = (Object.keys(words) as Subject[]).map((name) => ({
    ...{ name, label: words[name], basis: curriculum === 'GY25' ? law : basis },
    slots: slots[curriculum][kind][name],
  }));
  const sum = (name: string, label: string, need: number, stage: (each: Course) => Stage | undefined) => ({
    ...{ name, label, slots: [], sum: { need, stage } },
  });
  const programme = {
    ...sum('programme-subjects', 'Programgemensamma ämnen', 400, (each) =>
      each.group === 'programme' ? each.stage : undefined,
    ),
    basis: [...law, texts.vocationalCourses],
  };
  return [
    ...subjects,
    { name: 'diploma-project', label: 'Gymnasiearbete', basis: law, slots: [project] },
    ...(curriculum === 'GY11' && kind === 'vocational' ? [programme] : []),
    { ...sum('approved-points', 'Godkända poäng', 2250, ({ stage }) => stage), basis: law },
    { ...sum('graded-points', 'Betyg', 2500, ({ graded }) => graded), basis: [texts.exam] },
  ];
}

const table = {
  GY11: {
    vocational: requirementsFor('GY11', 'vocational'),
    preparatory: requirementsFor('GY11', 'preparatory'),
  },
  GY25: {
    vocational: requirementsFor('GY25', 'vocational'),
    preparatory: requirementsFor('GY25', 'preparatory'),
  },
} as const;

/** All requirements for an exam, in the order they are told. */
export function examRequirements(curriculum: Curriculum, kind: ProgrammeKind): readonly Requirement[] {
  return table[curriculum][kind];
}
