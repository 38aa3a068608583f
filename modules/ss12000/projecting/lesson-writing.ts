import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { AttendanceBody } from '../mirror/bodies.ts';
import type { SourceId } from '../mirror/store-mirror.ts';
import type { KeptEvent } from '../queries/read-mirror.ts';
import type { AbsenceReason } from './absence-reason.ts';
import type { ExpectedStudents } from './expected-students.ts';
import type { Lesson, Slot } from './lesson.ts';
import type { Figures } from './lesson-rows.ts';
import type { Model } from './mirror-model.ts';
import type { RowFile } from './row-file.ts';
import type { Membership } from './ties.ts';
import type { Ours } from './who-is-ours.ts';

/** What the rows of lessons are made from. */
export interface LessonParts {
  readonly tx: Tx;
  readonly source: SourceId;
  readonly model: Model;
  readonly ours: Ours;
  readonly file: RowFile;
  readonly now: Date;
  readonly yearStarts: LocalDate;
  /** Whether the import takes rows that take a lesson away. */
  readonly canTakeBack: boolean;
}

/** Writing under way: what is known of each event, and how rows are written so that none contradicts another. */
export interface LessonWriting extends LessonParts {
  readonly events: ReadonlyMap<string, KeptEvent>;
  readonly lessons: ReadonlyMap<string, Lesson | null>;
  readonly memberships: ReadonlyMap<string, readonly Membership[]>;
  readonly expected: ExpectedStudents;
  readonly reasonFor: AbsenceReason;
  /** Events of which something may not hold any more: who is in their groups, what these are called. */
  readonly touched: ReadonlySet<string>;
  /** Event id → the students whose attendance came this time. */
  readonly toldAnew: Map<string, Set<string>>;
  /** Attendance that is kept until its lesson is held after all, by id. */
  readonly heldBack: Map<string, AttendanceBody>;
  /** Whether reported attendance that stands is no more at the source, or has become another's: by its id. */
  isGone(ref: string): boolean;
  /** Notes that what stands in a place is right, so that no other lesson takes it away. */
  keep(who: string, slot: Slot): void;
  tell(who: string, slot: Slot, figures: Figures): void;
  takeBack(who: string, slot: Slot, minutes: number): void;
}
