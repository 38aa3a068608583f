import type { LocalDate } from '../../../platform/local-date.ts';
import type { Tx } from '../../../platform/server/db.ts';
import type { RememberedMapping } from '../reading/column-mapping.ts';
import type { WholeFile } from '../reading/how-to-read.ts';
import type { ImportFile } from '../reading/opened-file.ts';
import type { Warning } from '../reading/refusal.ts';
import type { ImportReport } from '../report.ts';
import type { Progress } from './step.ts';

/** Computes signals of students whose data changed, in the same transaction. */
export type RefreshSignals = (
  tx: Tx,
  what: { readonly on: LocalDate; readonly students: readonly number[] },
) => Promise<unknown>;

/** Whose data: an organiser that exists, or one to make in the same transaction. */
export type ForOrganiser = { readonly id: number; readonly name: string } | { readonly create: string };

/** What to import, for whom, and how. */
export interface ImportOptions {
  readonly organiser: ForOrganiser;
  readonly files: readonly ImportFile[];
  /** The same code to the last statement, then everything is taken back. */
  readonly dryRun: boolean;
  /** Who asked; null is the operator at the command line. */
  readonly actor: { readonly personId: number; readonly because: string } | null;
  /** A person has looked at what stopped an earlier run and said yes. */
  readonly acceptLargeChange: boolean;
  /** The day that changes count from. */
  readonly on: LocalDate;
  readonly now: () => Date;
  readonly refreshSignals: RefreshSignals;
  /**
   * The run that was made when the files were sent, for a page to follow; null makes one when there is something to write
   * down: a run that changed something or stopped. A dry run without one leaves no trace.
   */
  readonly into: number | null;
  /** The units whose students the files may be about, for an administrator of some units; null is all. */
  readonly onlyUnits: readonly number[] | null;
  /**
   * Told when nobody chose the files: what the run is called instead of after them, which source they are `from`, and what
   * to know of what was fetched.
   */
  readonly fetched?: { readonly name: string; readonly from: number; readonly notes: readonly Warning[] };
  /**
   * Called when everything is read in, before it is committed: what it writes stands if and only if the run does, and
   * what it changes is undone with it. Not called for a preview or a run that stops.
   */
  readonly whenDone?: (tx: Tx, report: ImportReport) => Promise<void>;
  /** When what the person said yes to was looked at: the yes is none any more when something has been read in after that. */
  readonly acceptedAt?: Date | null;
  /** How columns are read, when somebody has looked at what that gave; otherwise as is remembered when the run begins. */
  readonly mappings?: readonly RememberedMapping[];
  /** What somebody has said of whole files in this run, by the file's name. */
  readonly said?: Readonly<Record<string, WholeFile>>;
  readonly onProgress?: (progress: Progress) => void;
  /** Aborted to cut the run off: it ends as failed and nothing of it stands. The reason is the person's number who did it. */
  readonly signal?: AbortSignal;
  /** Where workbooks and archives are taken apart; the system's folder for temporary files when it is not said. */
  readonly unpackIn?: string;
}
