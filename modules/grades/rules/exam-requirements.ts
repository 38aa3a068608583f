import type { Basis } from '../../../law/index.ts';
import type { Course, Stage } from './exam-courses.ts';
import {
  isProject,
  matchCourses,
  matchLevels,
  project,
  type Slot,
  subjectNames,
  words,
} from './exam-slots.ts';
import { basisOf, type Curriculum, type ProgrammeKind, texts } from './exam-texts.ts';

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

function tableFor(curriculum: Curriculum, kind: ProgrammeKind): ExamTable {
  const matched = curriculum === 'GY11' ? matchCourses(kind) : matchLevels(kind);
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
      { name: 'graded-points', label: 'Betyg', basis: [texts.exam, ...law], slots: [], sum: graded },
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
