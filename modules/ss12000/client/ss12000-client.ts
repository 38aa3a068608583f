import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import { addDays } from '../../../platform/local-date.ts';
import { ask, type Reply } from './ask.ts';
import { type Asking, askingWith, type ClientOptions } from './asking.ts';
import { type Deleted, DeletedIds } from './deleted.ts';
import { lookUp } from './lookup.ts';
import { type Offer, offersFrom, tellingStatuses } from './offers.ts';
import { isObject, type Page, readPage } from './page-answer.ts';
import { type PageOrder, pageQuery } from './page-query.ts';
import { type RawObject, type Resource, resources } from './resources.ts';
import type { Question } from './send.ts';
import { type SourceAddress, under } from './source-address.ts';
import { SourceProblem } from './source-problem.ts';
import { readSubscription, type Subscription, subscriptionOrder } from './subscriptions.ts';

/**
 * A source of SS 12000 (v2.0 and v2.1) over HTTP. Objects come as they were sent. Every question is asked again with
 * pauses before it fails, and then with SourceProblem; a given signal stops it at once with the signal's reason.
 */
export interface Ss12000Client {
  /** One page of a list. Start without `pageToken` and go on with `next`, or use `everyPage`. */
  page(resource: Resource, order: PageOrder): Promise<Page>;
  /** What was deleted after a time (RFC 3339), all pages. `told` is false when the source has no such list. */
  deleted(after: string, signal?: AbortSignal): Promise<Deleted>;
  /** Which lists the source has and lets us see. Asks each for one object and throws `not-ss12000` when there is none of them. */
  offers(signal?: AbortSignal): Promise<Readonly<Record<Resource, Offer>>>;
  /** Objects by id, as many as the source still has. */
  lookup(resource: Resource, ids: readonly string[], signal?: AbortSignal): Promise<readonly RawObject[]>;
  /** How far the source's clock has been seen to lie behind ours, in milliseconds: what it changes is marked by that clock. */
  behindMs(): number;
  /** Asks the source to call `target` when something has changed: a nudge to pull, with no data in it. */
  subscribe(target: string, name: string, wanted: readonly Resource[]): Promise<Subscription>;
  /** Makes a subscription last longer; null when the source no longer knows it. */
  renew(id: string): Promise<Subscription | null>;
  /** Ends a subscription. One that is gone already is as good. */
  unsubscribe(id: string): Promise<void>;
}

/** A client of one source. Nothing is sent until something is asked for. */
export function ss12000Client(address: SourceAddress, options: ClientOptions = {}): Ss12000Client {
  return new HttpClient(
    address,
    askingWith(options, address.tokens, address.certificate),
    options.limit ?? 1_000,
  );
}

/** All ids are held in memory until the last page: more deletions than this is a list that never ends. */
const mostDeletedPages = 10_000;
const gone = [404, 405, 410, 501] as const;

class HttpClient implements Ss12000Client {
  readonly #baseUrl: string;
  readonly #asking: Asking;
  readonly #limit: number;
  /** Lists whose source answered 400 to `limit`, and not without it. */
  readonly #limitRefused = new Set<string>();

  constructor({ baseUrl }: SourceAddress, asking: Asking, limit: number) {
    this.#baseUrl = baseUrl;
    this.#asking = asking;
    this.#limit = limit;
  }

  behindMs(): number {
    return this.#asking.clock.behindMs();
  }

  async page(resource: Resource, order: PageOrder): Promise<Page> {
    const limit = this.#limitRefused.has(resource) ? null : (order.limit ?? this.#limit);
    const query = (size: number | null) => pageQuery(resource, order, size);
    // A page further on is known by its token alone, so there the limit is not what the source minds.
    const understands = limit === null || order.pageToken !== undefined ? [] : [400];
    const reply = await this.#get([resource], query(limit), order.signal, { understands });
    if (reply.status !== 400) return notTheSame(readPage(resource, reply.json, limit), order);
    const whole = await this.#get([resource], query(null), order.signal);
    this.#limitRefused.add(resource);
    return readPage(resource, whole.json, null);
  }

  async deleted(after: string, signal?: AbortSignal): Promise<Deleted> {
    const found = new DeletedIds();
    const seen = new Set<string>();
    for (let query = new URLSearchParams({ after }); ; ) {
      const reply = await this.#get(['deletedEntities'], query, signal, { understands: gone });
      if (gone.some((status) => status === reply.status)) return { told: false, ids: found.all() };
      found.add(reply.json);
      const next = isObject(reply.json) ? reply.json.pageToken : null;
      if (typeof next !== 'string' || next === '') return { told: true, ids: found.all() };
      if (seen.has(next) || seen.size === mostDeletedPages)
        throw new SourceProblem('broken-answer', words.samePageAgain);
      seen.add(next);
      query = new URLSearchParams({ pageToken: next });
    }
  }

  async offers(signal?: AbortSignal): Promise<Readonly<Record<Resource, Offer>>> {
    const today = this.#asking.now().toISOString().slice(0, 10);
    const window = { from: addDays(today, -1), to: today };
    const replies = await Promise.all(
      resources.map(async (each) => {
        const query = pageQuery(each, { window }, 1);
        const rules = { understands: tellingStatuses, statusOnly: true };
        return [each, await this.#get([each], query, signal, rules)] as const;
      }),
    );
    return offersFrom(Object.fromEntries(replies) as Record<Resource, Reply>);
  }

  lookup(resource: Resource, ids: readonly string[], signal?: AbortSignal): Promise<readonly RawObject[]> {
    return lookUp(resource, ids, {
      many: (some, few) =>
        this.#ask('POST', [resource, 'lookup'], {
          body: { ids: some },
          understands: few ? gone : [...gone, 413, 503],
          ...(signal ? { signal } : {}),
        }),
      one: (id) => this.#get([resource, id], undefined, signal, { understands: [404, 410] }),
    });
  }

  async subscribe(target: string, name: string, wanted: readonly Resource[]): Promise<Subscription> {
    const body = subscriptionOrder(target, name, wanted);
    return readSubscription((await this.#ask('POST', ['subscriptions'], { body, onlyOnce: true })).json);
  }

  async renew(id: string): Promise<Subscription | null> {
    const reply = await this.#ask('PATCH', ['subscriptions', id], { understands: [404, 410] });
    return reply.status >= 400 ? null : readSubscription(reply.json, id);
  }

  async unsubscribe(id: string): Promise<void> {
    await this.#ask('DELETE', ['subscriptions', id], { understands: [404, 410], statusOnly: true });
  }

  #get(
    parts: readonly string[],
    query: URLSearchParams | undefined,
    signal: AbortSignal | undefined,
    rules: Partial<Question> = {},
  ): Promise<Reply> {
    return this.#ask('GET', parts, { ...rules, ...(signal ? { signal } : {}) }, query);
  }

  #ask(
    method: Question['method'],
    parts: readonly string[],
    rules: Partial<Question>,
    query?: URLSearchParams,
  ): Promise<Reply> {
    const url = under(this.#baseUrl, this.#asking.privateNetworks, parts, query);
    return ask(this.#asking, { ...rules, method, url });
  }
}

function notTheSame(page: Page, order: PageOrder): Page {
  if (page.next === null || page.next !== order.pageToken) return page;
  throw new SourceProblem('broken-answer', words.samePageAgain);
}
