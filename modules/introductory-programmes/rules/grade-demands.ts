import {
  type Basis,
  because,
  gymnasieforordningen,
  type Reason,
  seenIn,
  skollagen,
} from '../../../law/index.ts';
import type { StudyPath } from '../../study-plan/rules/index.ts';
import { subjectName } from './subjects.ts';

/** 16 kap. 30 § skollagen: a vocational programme. */
export const vocationalDemand = skollagen.read(
  '16 kap. 30 §',
  seenIn.sfs2018,
  'För behörighet till ett yrkesprogram krävs godkända betyg i svenska eller svenska som andraspråk, engelska och matematik och i minst fem andra ämnen.',
);

/** 16 kap. 31 § skollagen: a preparatory programme. */
export const preparatoryDemand = skollagen.read(
  '16 kap. 31 §',
  seenIn.sfs2018,
  'För behörighet till ett högskoleförberedande program krävs godkända betyg i svenska eller svenska som andraspråk, engelska och matematik och i minst nio andra ämnen.',
);

const mayDemandMore = skollagen.unread(
  '16 kap. 34 §',
  'Funnen i en konsoliderad avskrift till och med 1 september 2025; ännu inte granskad.',
);
const subjectDemand = gymnasieforordningen.unread(
  '7 kap.',
  'Känd ur kommuners information; paragrafens nummer och text är inte lästa.',
);

/** Grades that a programme demands beside Swedish, English and mathematics. */
export interface GradeDemand {
  readonly kind: 'vocational' | 'preparatory';
  /** How many other subjects, those that are named included. */
  readonly others: number;
  readonly named: readonly string[];
  readonly basis: Basis;
}

const social = ['GE', 'HI', 'RE', 'SH'];
const natural = ['BI', 'FY', 'KE'];
const named: Readonly<Record<string, readonly string[]>> = {
  ...{ EK: social, HU: social, SA: social },
  ...{ NA: natural, TE: natural, ES: [] },
};

/** The demand of any vocational programme. */
export const anyVocational: GradeDemand = {
  kind: 'vocational',
  others: 5,
  named: [],
  basis: vocationalDemand,
};

/** What a national programme demands; undefined for a study path whose demands the book does not know. */
export function demandOf({ kind, programme }: StudyPath): GradeDemand | undefined {
  if (kind === 'vocational') return anyVocational;
  if (kind !== 'preparatory') return undefined;
  return { kind, others: 9, named: named[programme] ?? [], basis: preparatoryDemand };
}

/** A subject that lacks an approved grade; `other` with how many. */
export interface LackingSubject {
  readonly subject: string;
  readonly count?: number;
}

/** What lacks for a demand; nothing when it is met. A named subject is one of the others and cannot be replaced. */
export function lackingFor(demand: GradeDemand, approved: ReadonlySet<string>): readonly LackingSubject[] {
  const core = ['SV', 'EN', 'MA'];
  const must = [...core, ...demand.named];
  const free = [...approved].filter((subject) => !must.includes(subject)).length;
  const count = demand.others - demand.named.length - free;
  return [
    ...must.filter((subject) => !approved.has(subject)).map((subject) => ({ subject })),
    ...(count > 0 ? [{ subject: 'other', count }] : []),
  ];
}

/** The subject demands of a preparatory programme rest on what was not read; an answer says so. */
export function subjectDemandTold({ kind, named }: GradeDemand): readonly Reason[] {
  if (kind === 'vocational') return [];
  const which = named.length
    ? `Av de andra ämnena ska ${listed(named.map(subjectName))} vara med.`
    : 'Programmet kräver inga bestämda ämnen bland de andra.';
  return [because('subject-demand', which, subjectDemand, mayDemandMore)];
}

/** A sentence for each subject that lacks. */
export function lackingReasons(lacking: readonly LackingSubject[], demand: GradeDemand): readonly Reason[] {
  return lacking.map(({ subject, count }) => {
    const bases = demand.named.includes(subject) ? [demand.basis, subjectDemand] : [demand.basis];
    return count
      ? because(
          'others-missing',
          `Det fattas godkänt betyg i ${count} ${count === 1 ? 'ämne' : 'ämnen'} till.`,
          ...bases,
        )
      : because('subject-missing', `Det fattas godkänt betyg i ${subjectName(subject)}.`, ...bases);
  });
}

function listed(words: readonly string[]): string {
  return `${words.slice(0, -1).join(', ')} och ${words.at(-1)}`;
}
