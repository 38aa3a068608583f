import type { Course } from './exam-courses.ts';
import type { ProgrammeKind } from './exam-texts.ts';

/** One thing that must be approved; `bit` is its own among all that an exam asks for. */
export interface Slot {
  readonly label: string;
  readonly bit: number;
}

/** What each subject is called. */
export const words = {
  swedish: 'Svenska eller svenska som andraspråk',
  english: 'Engelska',
  mathematics: 'Matematik',
} as const;
/** The subjects that every exam asks for. */
export type Subject = keyof typeof words;
/** The subjects in the order they are told. */
export const subjectNames = Object.keys(words) as Subject[];

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

/** The diploma project: always the first bit. */
export const project: Slot = { label: 'gymnasiearbete', bit: 1 };

/** Whether a course is the diploma project. */
export function isProject({ key, group }: Course): boolean {
  return group === 'diploma-project' || key.startsWith('GYAR');
}

/** The slots of the subjects, and which of them a course can fill, as bits. */
export type Matched = {
  slots: Readonly<Record<Subject, readonly Slot[]>>;
  slotsOf: (course: Course) => number;
};

/** Gy11: a slot is filled by a course of the right name. */
export function matchCourses(kind: ProgrammeKind): Matched {
  const ends = gy11Ends[kind];
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

/** Gy25: a slot is filled by its level or a higher one. */
export function matchLevels(kind: ProgrammeKind): Matched {
  const levels = gy25Levels[kind];
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
