import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import type { Asking } from './asking.ts';
import type { HttpAnswer } from './connection.ts';
import { discard } from './read-body.ts';
import { SourceProblem } from './source-problem.ts';
import { sourceUrl } from './source-url.ts';

/** One question to a source. */
export interface Question {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE';
  readonly url: URL;
  /** Sent as JSON, or as a form when it is URLSearchParams. */
  readonly body?: unknown;
  /** For a form's own credentials (OAuth); the bearer token is then left out. */
  readonly authorization?: string | null;
  readonly signal?: AbortSignal;
  /** Statuses that the asker understands; others that are no success become a SourceProblem. */
  readonly understands?: readonly number[];
  /** Only whether there is an answer is wanted: its body is let go. */
  readonly statusOnly?: boolean;
  /** What must not be done twice is not sent again unless the source said that it did nothing. */
  readonly onlyOnce?: boolean;
}

const redirects = [301, 302, 303, 307, 308];
const mostRedirects = 3;

/**
 * Sends a question and follows redirects of what is only read, each judged like the first address. The token and the
 * certificate go to the source's own origin and no other.
 */
export async function send(
  asking: Asking,
  question: Question,
  token: string | null,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  let url = question.url;
  for (let hops = 0; hops <= mostRedirects; hops++) {
    const own = url.origin === question.url.origin;
    const fetch = own ? asking.fetch : asking.fetchElsewhere;
    const answer = await fetch(url.href, {
      method: question.method,
      headers: headersOf(question, own ? token : null),
      ...(question.body === undefined ? {} : { body: bodyOf(question.body) }),
      signal,
      redirect: 'manual',
    });
    const to = redirects.includes(answer.status) ? answer.headers.get('location') : null;
    if (to === null || question.method !== 'GET') return answer;
    await discard(answer);
    const next = URL.parse(to, url.href);
    if (!next) break;
    url = sourceUrl(next.href, asking.privateNetworks);
  }
  throw new SourceProblem('not-ss12000', words.sentElsewhere);
}

function headersOf(question: Question, token: string | null): Record<string, string> {
  const authorization = question.authorization ?? (token === null ? null : `Bearer ${token}`);
  const type =
    question.body instanceof URLSearchParams ? 'application/x-www-form-urlencoded' : 'application/json';
  return {
    accept: 'application/json',
    ...(authorization === null ? {} : { authorization }),
    ...(question.body === undefined ? {} : { 'content-type': type }),
  };
}

function bodyOf(body: unknown): string {
  return body instanceof URLSearchParams ? body.toString() : JSON.stringify(body);
}
