import { birthDate, type CivicNumber } from './civic-number.ts';
import { type NameLikeness, namesAlike } from './names-alike.ts';
import { isProvisional } from './provisional-number.ts';

/** What is known of somebody who may stand twice. The real name, also of a protected identity: it is compared, never shown. */
export interface PersonFacts {
  readonly givenName: string;
  readonly familyName: string;
  readonly civicNumber: CivicNumber | null;
  readonly email: string | null;
  readonly federatedName: string | null;
  /** The units where the person is enrolled today. */
  readonly units: readonly number[];
  /** The class today. */
  readonly classId: number | null;
  /** Has been enrolled somewhere, some time. */
  readonly isStudent: boolean;
  /** The units of the person's duties today. */
  readonly worksAt: readonly number[];
}

/** What is known of two together. */
export interface PairFacts {
  /** Lessons that both stand at: the same day, time and activity. */
  readonly sameLessons: number;
  /** Lessons at the same time that are not the same. */
  readonly clashingLessons: number;
  /** One is the guardian or mentor of the other: they are two. */
  readonly tied: boolean;
}

/** What speaks for two being one. */
export type SpeaksFor =
  | 'number-in-other-century'
  | 'provisional-number'
  | 'birth-and-name'
  | 'same-mail'
  | 'mail-is-log-in'
  | 'class-and-name'
  | 'workplace-and-name'
  | 'same-lessons';

/** What speaks against it. */
export type SpeaksAgainst =
  | 'two-numbers'
  | 'other-birth'
  | 'other-name'
  | 'other-unit'
  | 'clashing-lessons'
  | 'student-and-staff';

/** What is known for and against, and whether it is enough to ask a person. Never a score. */
export interface Judgement {
  readonly likely: boolean;
  readonly speaksFor: readonly SpeaksFor[];
  readonly speaksAgainst: readonly SpeaksAgainst[];
}

/**
 * Holds two persons against each other. Two different personnummer are two persons, whatever else is alike, unless the
 * e-mail address and the name are the same; so are a student and her guardian or mentor. An address alone says nothing:
 * siblings share one.
 */
export function judgeDoubles(one: PersonFacts, other: PersonFacts, pair: PairFacts): Judgement {
  const names = namesAlike(one, other);
  const speaksFor = holding<SpeaksFor>(forOne(one, other, names, pair));
  const speaksAgainst = holding<SpeaksAgainst>(against(one, other, names, pair));
  const sameAddress = speaksFor.includes('same-mail') || speaksFor.includes('mail-is-log-in');
  const two = speaksAgainst.includes('two-numbers') && !(sameAddress && names !== 'differ');
  const enough = speaksFor.some((reason) => reason !== 'same-lessons');
  return { likely: enough && !two && !pair.tied, speaksFor, speaksAgainst };
}

function holding<Code extends string>(reasons: Readonly<Record<Code, boolean>>): readonly Code[] {
  return (Object.keys(reasons) as Code[]).filter((code) => reasons[code]);
}

function forOne(
  one: PersonFacts,
  other: PersonFacts,
  names: NameLikeness,
  { sameLessons }: PairFacts,
): Record<SpeaksFor, boolean> {
  const alike = names !== 'differ';
  const born = bornAlike(one, other);
  const provisional = born === 'same' && alike && onlyOneIsReal(one, other);
  const without = one.civicNumber === null || other.civicNumber === null;
  return {
    'number-in-other-century': otherCentury(one, other),
    'provisional-number': provisional,
    'birth-and-name': born === 'same' && alike && !provisional,
    'same-mail': same(one.email, other.email) && (alike || born === 'same'),
    'mail-is-log-in':
      (same(one.email, other.federatedName) || same(other.email, one.federatedName)) &&
      (alike || born === 'same'),
    'class-and-name': alike && without && one.classId !== null && one.classId === other.classId,
    'workplace-and-name': alike && oneIsOnlyAName(one, other) && shared(one.worksAt, other.worksAt),
    'same-lessons': sameLessons > 0,
  };
}

function against(
  one: PersonFacts,
  other: PersonFacts,
  names: NameLikeness,
  { clashingLessons }: PairFacts,
): Record<SpeaksAgainst, boolean> {
  const elsewhere = one.units.length > 0 && other.units.length > 0 && !shared(one.units, other.units);
  return {
    'two-numbers': isReal(one) && isReal(other) && !otherCentury(one, other),
    'other-birth': bornAlike(one, other) === 'differ',
    'other-name': names === 'differ',
    'other-unit': elsewhere,
    'clashing-lessons': clashingLessons > 0,
    'student-and-staff':
      (one.isStudent && other.worksAt.length > 0) || (other.isStudent && one.worksAt.length > 0),
  };
}

function bornAlike(one: PersonFacts, other: PersonFacts): 'same' | 'differ' | 'unknown' {
  if (one.civicNumber === null || other.civicNumber === null) return 'unknown';
  return birthDate(one.civicNumber) === birthDate(other.civicNumber) ? 'same' : 'differ';
}

function isReal({ civicNumber }: PersonFacts): boolean {
  return civicNumber !== null && !isProvisional(civicNumber);
}

function onlyOneIsReal(one: PersonFacts, other: PersonFacts): boolean {
  return isReal(one) !== isReal(other);
}

/** The same ten digits: one of the two has been given a century by mistake. */
function otherCentury(one: PersonFacts, other: PersonFacts): boolean {
  const [a, b] = [one.civicNumber, other.civicNumber];
  return a !== null && b !== null && a !== b && a.slice(2) === b.slice(2);
}

/** A mentor that a file of students brought has a name and nothing more. */
function oneIsOnlyAName(one: PersonFacts, other: PersonFacts): boolean {
  const only = ({ civicNumber, federatedName, email }: PersonFacts) =>
    !civicNumber && !federatedName && !email;
  return !one.isStudent && !other.isStudent && (only(one) || only(other));
}

function same(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && a.trim() !== '' && a.trim().toLowerCase() === b.trim().toLowerCase();
}

function shared(a: readonly number[], b: readonly number[]): boolean {
  return a.some((each) => b.includes(each));
}
