import type { LocalDate } from '../../../platform/local-date.ts';
import type { StudentIdentifiers } from '../../people/index.ts';
import type { EnrolmentBody } from '../mirror/bodies.ts';
import { civicReader, type Identity, identityCells, identityOf } from './identity.ts';
import { type Model, personIn } from './mirror-model.ts';
import { holdsOn } from './ties.ts';

/** Those who stand here as students, by what they are and have been called. */
type Registered = Pick<StudentIdentifiers, 'byCivicNumber' | 'bySourceId'>;
const nobody: Registered = { byCivicNumber: new Map(), bySourceId: new Map() };

/** Whom rows may be about, and how they are named in them. */
export interface Ours {
  /** Whether the student is one of ours. Somebody that the source has not told of may be: the import knows. */
  has(student: string): boolean;
  /** Whether the student is to become one of ours when something is put right at the source: what is told of her waits. */
  mayCome(student: string): boolean;
  /**
   * Whether the student is enrolled on a day. An enrolment that is cut off without a last day counts for lessons where she
   * `stood` already, and for no others.
   */
  isEnrolled(student: string, day: LocalDate, stood: boolean): boolean;
  identity(student: string): Identity;
  /** The two first cells of a row. */
  cells(student: string): string;
  /** The student at the source that identifiers of ours stand for; undefined for nobody that it has told of. */
  found(civic: string | null, sources: readonly string[]): string | undefined;
}

/**
 * `students` are those whom the roster's rows are about; `withoutUnit` those at no school unit that is known. Who has left
 * and stands here (`registered`) is ours too: lessons and grades are put right and taken back afterwards. Whoever has no
 * enrolment at all may get one.
 */
export function oursIn(
  model: Model,
  roster: { readonly students: readonly string[]; readonly withoutUnit: readonly string[] },
  on: LocalDate,
  registered: Registered = nobody,
): Ours {
  const civic = civicReader(on);
  const inMirror = [...model.persons.keys()].map((id) => ({ id, body: personIn(model, id) }));
  const left = inMirror.filter(
    ({ id, body }) =>
      body && (registered.byCivicNumber.has(civic(body.civic)) || registered.bySourceId.has(id)),
  );
  const students = new Set([...left.map(({ id }) => id), ...roster.students]);
  const without = inMirror.filter(({ id, body }) => body?.enrolments.length === 0 && !isDeleted(model, id));
  const coming = new Set([...roster.withoutUnit, ...without.map(({ id }) => id)]);
  const known = new Map<string, Identity & { readonly cells: string }>();
  const of = (student: string) => {
    const before = known.get(student);
    if (before) return before;
    const identity = identityOf(student, personIn(model, student), civic);
    const made = { ...identity, cells: identityCells(identity) };
    known.set(student, made);
    return made;
  };
  const byCivic = new Map([...students].flatMap((id) => (of(id).civic === '' ? [] : [[of(id).civic, id]])));
  return {
    has: (student) => students.has(student) || !model.persons.has(student),
    mayCome: (student) => coming.has(student) && !students.has(student),
    isEnrolled: (student, day, stood) => {
      const enrolments = personIn(model, student)?.enrolments ?? [];
      return enrolments.some((each) => (stood || tells(each)) && holdsOn(each, day));
    },
    identity: (student) => {
      const { civic, source } = of(student);
      return { civic, source };
    },
    cells: (student) => of(student).cells,
    found: (civic, sources) =>
      (civic ? byCivic.get(civic) : undefined) ?? sources.find((source) => students.has(source)),
  };
}

const isDeleted = ({ persons }: Model, id: string): boolean => persons.get(id)?.deleted ?? false;

/** An enrolment that was cut off without a last day does not tell how long it held. */
function tells({ cancelled, ends }: EnrolmentBody): boolean {
  return !cancelled || ends !== null;
}
