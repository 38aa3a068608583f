import type {
  AbsenceBody,
  ActivityBody,
  DutyBody,
  ElsewhereBody,
  GroupBody,
  OrganisationBody,
  PersonBody,
  SyllabusBody,
} from '../mirror/bodies.ts';

/** A mirrored object with what became of it. */
export interface Kept<Body, Told = unknown> {
  readonly id: string;
  readonly body: Body;
  readonly deleted: boolean;
  /** Whether what stands here has been imported. */
  readonly applied: boolean;
  /** What was told of it last; null when nothing. */
  readonly told: Told | null;
}

/** Mirrored objects by id. */
export type ById<Body, Told = unknown> = ReadonlyMap<string, Kept<Body, Told>>;

/** Which of these cells had something in them: `Klass`, `Ämnesgrupper`, `Mentor`, `Slutdatum`. */
export type Said = readonly string[];

/** What was told of a person: the units where she was told as a student, and those told as her guardians. */
export interface ToldPerson {
  readonly units: readonly string[];
  readonly guardians: readonly string[];
  /** By unit, what her row said that has to be said otherwise when it holds no more. Older notes have none. */
  readonly said?: Readonly<Record<string, Said>>;
}

/** What all rows are made from: everything but lessons, attendance and grades, which are too many to be held. */
export interface Model {
  readonly organisations: ById<OrganisationBody>;
  readonly persons: ById<PersonBody | ElsewhereBody, ToldPerson>;
  readonly groups: ById<GroupBody>;
  readonly duties: ById<DutyBody>;
  readonly activities: ById<ActivityBody>;
  readonly syllabuses: ById<SyllabusBody>;
  readonly absences: ById<AbsenceBody>;
}

/** Somebody whose data is ours to have; undefined for who goes to another school form, or is not known. */
export function personIn({ persons }: Pick<Model, 'persons'>, id: string): PersonBody | undefined {
  const body = persons.get(id)?.body;
  return body && !('elsewhere' in body) ? body : undefined;
}
