import { type Basis, gymnasieforordningen, seenIn, skollagen } from '../../../law/index.ts';
import type { Course, Stage } from './exam-courses.ts';

/** Gy11: courses. Gy25: subjects with levels, for education begun after 30 June 2025. */
export type Curriculum = 'GY11' | 'GY25';
/** Yrkesprogram or högskoleförberedande program. */
export type ProgrammeKind = 'vocational' | 'preparatory';

/** One thing that must be approved; `bit` is its own among all that an exam asks for. */
export interface Slot {
  readonly label: string;
  readonly bit: number;
}

/** Points needed, and from when a course gives its own; undefined when it never does. */
export interface PointSum {
  readonly need: number;
  stage(course: Course): Stage | undefined;
}

/** What the exam requires: each slot filled, or points enough. */
export interface Requirement {
  readonly name: string;
  readonly label: string;
  readonly basis: readonly Basis[];
  readonly slots: readonly Slot[];
  readonly sum?: PointSum;
}

/** All that an exam asks for. */
export interface ExamTable {
  /** In the order they are told. */
  readonly requirements: readonly Requirement[];
  /** The slots that a course can fill, as bits. */
  slotsOf(course: Course): number;
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

const words = {
  swedish: 'Svenska eller svenska som andraspråk',
  english: 'Engelska',
  mathematics: 'Matematik',
} as const;
type Subject = keyof typeof words;
const subjectNames = Object.keys(words) as Subject[];

/** Gy11: the courses of each slot, by how their codes begin and end. */
const gy11Starts = {
  swedish: ['SVESVE', 'SVASVA', 'SVNSVN'],
  english: ['ENGENG', 'ENLENE'],
  mathematics: ['MATMAT'],
} as const;
type Ends = Readonly<Record<Subject, readonly (readonly [label: string, ...ends: string[]])[]>>;
const gy11Ends: Readonly<Record<ProgrammeKind, Ends>> = {
  vocational: {
    swedish: [['kurs 1', '01']],
    english: [['kurs 5', '05']],
    mathematics: [['kurs 1a, 1b eller 1c', '01A', '01B', '01C']],
  },
  preparatory: {
    swedish: [
      ['kurs 1', '01'],
      ['kurs 2', '02'],
      ['kurs 3', '03'],
    ],
    english: [
      ['kurs 5', '05'],
      ['kurs 6', '06'],
    ],
    mathematics: [['kurs 1b eller 1c', '01B', '01C']],
  },
};

/** Gy25: levels of 100 points, from the first, in any of the subjects; a higher one covers the lower (15 kap. 22 §). */
const gy25Subjects = {
  swedish: ['SVEN', 'SVEA', 'SVED'],
  english: ['ENGE', 'ENGD'],
  mathematics: ['MATE'],
} as const;
const gy25Levels: Readonly<Record<ProgrammeKind, Readonly<Record<Subject, number>>>> = {
  vocational: { swedish: 1, english: 1, mathematics: 1 },
  preparatory: { swedish: 3, english: 2, mathematics: 1 },
};

const project: Slot = { label: 'gymnasiearbete', bit: 1 };

function isProject({ key, group }: Course): boolean {
  return group === 'diploma-project' || key.startsWith('GYAR');
}

type Matched = {
  slots: Readonly<Record<Subject, readonly Slot[]>>;
  slotsOf: (course: Course) => number;
};

function matchCourses(ends: Ends): Matched {
  const byCode = new Map<string, number>();
  let bit = project.bit;
  const slotsFor = (subject: Subject): Slot[] =>
    ends[subject].map(([label, ...codes]) => {
      bit *= 2;
      for (const start of gy11Starts[subject]) for (const end of codes) byCode.set(start + end, bit);
      return { label, bit };
    });
  return { slots: bySubject(slotsFor), slotsOf: ({ key }) => byCode.get(key) ?? 0 };
}

function matchLevels(levels: Readonly<Record<Subject, number>>): Matched {
  const upTo = new Map<string, readonly number[]>();
  let bit = project.bit;
  const slotsFor = (subject: Subject): Slot[] => {
    const slots = Array.from({ length: levels[subject] }, (_, index) => {
      bit *= 2;
      return { label: `nivå ${index + 1}`, bit };
    });
    const covered = slots.map((_, index) =>
      slots.slice(0, index + 1).reduce((sum, each) => sum + each.bit, 0),
    );
    for (const code of gy25Subjects[subject]) upTo.set(code, covered);
    return slots;
  };
  const slots = bySubject(slotsFor);
  const slotsOf = ({ named, subject, level }: Course) => {
    if (subject === null) return 0;
    const covered = upTo.get(named ?? subject) ?? upTo.get(subject);
    return covered?.[Math.min(level, covered.length) - 1] ?? 0;
  };
  return { slots, slotsOf };
}

function bySubject(slotsFor: (subject: Subject) => Slot[]): Record<Subject, Slot[]> {
  return {
    swedish: slotsFor('swedish'),
    english: slotsFor('english'),
    mathematics: slotsFor('mathematics'),
  };
}

/** The paragraphs of the exam itself for this curriculum and kind, the main one first. */
export function basisOf(curriculum: Curriculum, kind: ProgrammeKind): readonly Basis[] {
  const regulation = kind === 'vocational' ? texts.vocationalCourses : texts.preparatoryCourses;
  return [texts[kind][curriculum], texts.exam, curriculum === 'GY11' ? regulation : texts.levels];
}

function tableFor(curriculum: Curriculum, kind: ProgrammeKind): ExamTable {
  const matched = curriculum === 'GY11' ? matchCourses(gy11Ends[kind]) : matchLevels(gy25Levels[kind]);
  const law = [texts[kind][curriculum]];
  const basis = curriculum === 'GY25' ? law : basisOf(curriculum, kind);
  const inProgramme = (each: Course) => (each.group === 'programme' ? each.stage : undefined);
  const programme = {
    ...{ name: 'programme-subjects', label: 'Programgemensamma ämnen', slots: [] },
    ...{ basis: [...law, texts.vocationalCourses], sum: { need: 400, stage: inProgramme } },
  };
  const approved: PointSum = { need: 2250, stage: ({ stage }) => stage };
  const graded: PointSum = { need: 2500, stage: (each) => each.graded };
  return {
    slotsOf: (course) => matched.slotsOf(course) | (isProject(course) ? project.bit : 0),
    requirements: [
      ...subjectNames.map((name) => ({ name, label: words[name], basis, slots: matched.slots[name] })),
      { name: 'diploma-project', label: 'Gymnasiearbete', basis: law, slots: [project] },
      ...(curriculum === 'GY11' && kind === 'vocational' ? [programme] : []),
      { name: 'approved-points', label: 'Godkända poäng', basis: law, slots: [], sum: approved },
      { name: 'graded-points', label: 'Betyg', basis: [texts.exam], slots: [], sum: graded },
    ],
  };
}

const tables = {
  GY11: { vocational: tableFor('GY11', 'vocational'), preparatory: tableFor('GY11', 'preparatory') },
  GY25: { vocational: tableFor('GY25', 'vocational'), preparatory: tableFor('GY25', 'preparatory') },
} as const;

/** All that the exam asks for, by curriculum and kind of programme. */
export function examTable(curriculum: Curriculum, kind: ProgrammeKind): ExamTable {
  return tables[curriculum][kind];
}
