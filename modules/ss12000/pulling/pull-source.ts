import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { type Database, withOrganiser } from '../../../platform/server/db.ts';
import { type Page, type Resource, resources, SourceProblem, type Ss12000Client } from '../client/index.ts';
import {
  type Cursor,
  cursorsOf,
  deletionsSince,
  saveCursor,
  saveDeletionsSince,
} from '../mirror/store-cursor.ts';
import { keepDeletions, keepObjects, noteMissing, noteMissingSums } from '../mirror/store-mirror.ts';
import { trimmed } from '../mirror/trim.ts';
import { fetchMissingEvents } from './missing-events.ts';
import { planSteps, type Step } from './plan-steps.ts';

/** How far a pull has come: which list, and how many of its objects. */
export interface PullProgress {
  readonly resource: Resource;
  readonly objects: number;
}

/** What to pull, from where, into whose mirror. */
export interface PullOptions {
  readonly organiser: number;
  readonly source: number;
  readonly client: Ss12000Client;
  /** Null: all that the source offers. */
  readonly wanted: readonly Resource[] | null;
  readonly yearStarts: LocalDate;
  readonly today: LocalDate;
  readonly now: () => Date;
  /** Ask for what changed after this instead of after the last pull. */
  readonly since?: Date | undefined;
  readonly signal?: AbortSignal | undefined;
  readonly onProgress?: ((progress: PullProgress) => void) | undefined;
}

/** What a whole pull brought. */
export interface Pulled {
  /** Objects that the source sent, by list; a list that it does not offer is not there. */
  readonly objects: Readonly<Partial<Record<Resource, number>>>;
  /** No: the source does not tell what it has deleted. */
  readonly tellsDeletions: boolean;
  /** Lists that had to be asked for without pages. */
  readonly withoutPages: readonly Resource[];
}

/**
 * Brings the mirror up to what the source has. Each page is kept in a transaction of its own together with where to go
 * on, so that a pull which is cut off continues there; nothing that anybody sees changes. Throws SourceProblem, also when
 * a list never ends: pages that come again, page after page with nothing in it, or more than `longestPullMs` in all.
 */
export async function pullSource(db: Database, options: PullOptions): Promise<Pulled> {
  const { organiser, source, client, signal } = options;
  const lists = await listsToPull(options);
  const isOver = longEnough(options.now);
  const cursors = await withOrganiser(db, organiser, (tx) => cursorsOf(tx, source));
  // One moment for deletions and lists, by the source's clock: an object that is deleted and made again after it comes in both.
  const began = new Date(options.now().getTime() - client.behindMs());
  const tellsDeletions = await pullDeletions(db, options, lists, began);
  const objects: Partial<Record<Resource, number>> = {};
  const withoutPages: Resource[] = [];
  for (const resource of lists) {
    const pulled = await pullList(db, { ...options, isOver }, resource, cursors.get(resource), began);
    objects[resource] = pulled.objects;
    if (pulled.pagingIgnored) withoutPages.push(resource);
  }
  if (lists.includes('attendances')) await fetchMissingEvents(db, { organiser, source, client, signal });
  return { objects, tellsDeletions, withoutPages };
}

/**
 * The lists to pull, in their order: what others refer to first. Sums of attendance say nothing new beside attendance
 * lesson by lesson, and are pulled where there is no such list.
 */
async function listsToPull({ client, wanted, signal }: PullOptions): Promise<readonly Resource[]> {
  const offers = await client.offers(signal);
  const has = (resource: Resource): boolean =>
    offers[resource] === 'yes' && (wanted === null || wanted.includes(resource));
  const byLesson = has('attendances') && has('calendarEvents');
  return resources.filter((resource) => {
    if (resource === 'aggregatedAttendance') return has(resource) && !byLesson;
    return has(resource) && (resource !== 'attendances' || byLesson);
  });
}

/**
 * Deletions come before the lists: an object that was deleted and made again is alive. They are asked for from when they
 * were asked for last, however far behind a list may be that was cut off: what came since would be deleted again.
 */
async function pullDeletions(
  db: Database,
  { organiser, source, client, since, signal }: PullOptions,
  lists: readonly Resource[],
  began: Date,
): Promise<boolean> {
  const earliest = since ?? (await withOrganiser(db, organiser, (tx) => deletionsSince(tx, source)));
  if (!earliest) {
    await withOrganiser(db, organiser, (tx) => saveDeletionsSince(tx, source, began));
    return true;
  }
  const after = new Date(earliest.getTime() - overlapMs).toISOString();
  const { told, ids } = await client.deleted(after, signal);
  await withOrganiser(db, organiser, async (tx) => {
    for (const resource of lists) await keepDeletions(tx, source, resource, ids[resource]);
    await saveDeletionsSince(tx, source, began);
  });
  return told;
}

const overlapMs = 10 * 60_000;

/** The first pull of a large municipality's year takes an hour or two; the next one goes on where this one stopped. */
export const longestPullMs = 6 * 60 * 60_000;
const mostEmptyPages = 1_000;

function longEnough(now: () => Date): () => boolean {
  const began = now().getTime();
  return () => now().getTime() - began > longestPullMs;
}

/** Throws when a list leads back to a page that it has given, or goes on and on with nothing in it. */
function endsSometime(): (step: Step, page: AskedPage) => void {
  const seen = new Set<string>();
  let empty = 0;
  return (step, page) => {
    empty = page.objects.length === 0 ? empty + 1 : 0;
    if (page.next === null || page.anew) seen.clear();
    if (page.next === null) return;
    if (step.pageToken !== undefined && !page.anew) seen.add(step.pageToken);
    if (seen.has(page.next) || empty > mostEmptyPages)
      throw new SourceProblem('broken-answer', words.samePageAgain);
  };
}

async function pullList(
  db: Database,
  options: PullOptions & { readonly isOver: () => boolean },
  resource: Resource,
  before: Cursor | undefined,
  began: Date,
): Promise<{ objects: number; pagingIgnored: boolean }> {
  let cursor = before?.todo ? before : begin(options, resource, before, began);
  let todo = cursor.todo as readonly Step[];
  let pagingIgnored = false;
  const judge = endsSometime();
  while (todo.length > 0) {
    if (options.isOver()) throw new SourceProblem('too-slow', words.neverDone);
    const [step, ...later] = todo as [Step, ...Step[]];
    const page = await askPage(options, resource, step);
    judge(step, page);
    pagingIgnored ||= page.pagingIgnored;
    todo = page.next === null ? later : [{ ...step, pageToken: page.next }, ...later];
    cursor = { ...cursor, objects: cursor.objects + page.objects.length, todo };
    await keepPage(db, options, resource, page, { step, cursor, isLast: todo.length === 0 });
    options.onProgress?.({ resource, objects: cursor.objects });
  }
  return { objects: cursor.objects, pagingIgnored };
}

function begin(options: PullOptions, resource: Resource, before: Cursor | undefined, began: Date): Cursor {
  const since = options.since ?? before?.since ?? null;
  const windowTo = before?.windowTo ?? null;
  const plan = planSteps(resource, { ...options, since, windowTo });
  return {
    since: before?.since ?? null,
    windowTo: plan.windowTo,
    todo: plan.steps,
    began,
    objects: 0,
    whole: before?.whole ?? false,
  };
}

/** Come to its end: the next pull asks for what has changed since this one began. */
function ended(cursor: Cursor, step: Step): Cursor {
  return {
    ...cursor,
    since: cursor.began,
    todo: null,
    began: null,
    whole: cursor.whole || step.whole === true,
  };
}

/** A page, and whether it is the first one again. */
type AskedPage = Page & { readonly anew?: true };

/** A page that the source no longer knows the way to is asked for from the beginning of its step. */
async function askPage({ client, signal }: PullOptions, resource: Resource, step: Step): Promise<AskedPage> {
  const { whole: _whole, ...asked } = step;
  const order = { ...asked, ...(signal ? { signal } : {}) };
  try {
    return await client.page(resource, order);
  } catch (error) {
    const lost = error instanceof SourceProblem && error.code === 'bad-request';
    if (!lost || step.pageToken === undefined) throw error;
    const { pageToken: _lost, ...fromTheBeginning } = order;
    return { ...(await client.page(resource, fromTheBeginning)), anew: true };
  }
}

async function keepPage(
  db: Database,
  { organiser, source, yearStarts }: PullOptions,
  resource: Resource,
  page: Page,
  { step, cursor, isLast }: { readonly step: Step; readonly cursor: Cursor; readonly isLast: boolean },
): Promise<void> {
  const objects = page.objects.map((raw) => trimmed(resource, raw)).filter((each) => each !== undefined);
  await withOrganiser(db, organiser, async (tx) => {
    const isSums = resource === 'aggregatedAttendance';
    await keepObjects(tx, source, resource, objects, step.whole || isSums ? cursor.began : null);
    if (isSums && page.next === null) await noteMissingSums(tx, source, cursor.began!, step.window!);
    if (isLast && step.whole)
      await noteMissing(tx, source, resource, cursor.began!, {
        days: step.window && { from: yearStarts, to: step.window.to },
        modifiedAfter: step.modifiedAfter,
      });
    await saveCursor(tx, source, resource, isLast ? ended(cursor, step) : cursor);
  });
}
