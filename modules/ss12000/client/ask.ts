import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import type { Asking } from './asking.ts';
import type { HttpAnswer } from './connection.ts';
import { type Failure, failureOf } from './failure.ts';
import { discard, parseJson, readBody, TooSlow } from './read-body.ts';
import { type Question, send } from './send.ts';
import { SourceProblem } from './source-problem.ts';
import { pauseBefore, retryAfter } from './waiting.ts';

/** A success, or a status that the question understands; then without content. */
export interface Reply {
  readonly status: number;
  readonly json: unknown;
  /** The answer says that it is a page for people. */
  readonly html: boolean;
}

interface Trouble extends Failure {
  /** What the source asked for, in milliseconds. */
  readonly pauseMs?: number | null;
  /** The source says that it has not done what was asked. */
  readonly nothingDone?: boolean;
}

type Outcome = { readonly reply: Reply } | { readonly trouble: Trouble } | 'token-refused';

/**
 * Asks until there is an answer: again after busy, failing, slow, cut and unreadable answers, with pauses; once more
 * with a new token when the source refuses the one it got. Throws SourceProblem, or the signal's reason when stopped.
 */
export async function ask(asking: Asking, question: Question): Promise<Reply> {
  let renewed = false;
  for (let attempt = 1; ; ) {
    const outcome = await once(asking, question);
    if (outcome === 'token-refused') {
      asking.tokens.refused();
      if (renewed) throw new SourceProblem('unauthorised', words.tokenRefused);
      renewed = true;
      continue;
    }
    if ('reply' in outcome) return outcome.reply;
    const { trouble } = outcome;
    attempt += 1;
    if (attempt > asking.maxAttempts || !mayRepeat(question, trouble)) throw trouble.problem;
    await asking.wait(trouble.pauseMs ?? pauseBefore(attempt, Math.random()), question.signal);
  }
}

function mayRepeat(question: Question, trouble: Trouble): boolean {
  return trouble.again && (question.onlyOnce !== true || trouble.nothingDone === true);
}

async function once(asking: Asking, question: Question): Promise<Outcome> {
  const tooSlow = new AbortController();
  const timer = setTimeout(() => tooSlow.abort(new TooSlow()), asking.timeoutMs);
  const signals = [tooSlow.signal, ...(question.signal ? [question.signal] : [])];
  try {
    const token = question.authorization === undefined ? await asking.tokens.token() : null;
    question.signal?.throwIfAborted();
    const answer = await send(asking, question, token, AbortSignal.any(signals));
    asking.clock.note(answer.headers.get('date'), asking.now());
    return await judge(asking, question, answer);
  } catch (error) {
    if (question.signal?.aborted) throw question.signal.reason;
    return { trouble: failureOf(tooSlow.signal.aborted ? tooSlow.signal.reason : error, asking) };
  } finally {
    clearTimeout(timer);
  }
}

async function judge(asking: Asking, question: Question, answer: HttpAnswer): Promise<Outcome> {
  const { status } = answer;
  const html = answer.headers.get('content-type')?.includes('html') ?? false;
  if (status >= 200 && status < 300) {
    if (!question.statusOnly && status !== 204) return readReply(asking, answer, html);
    await discard(answer);
    return { reply: { status, json: null, html } };
  }
  await discard(answer);
  if (question.understands?.includes(status)) return { reply: { status, json: null, html } };
  return status === 401 ? 'token-refused' : { trouble: troubleOf(asking, answer) };
}

async function readReply(asking: Asking, answer: HttpAnswer, html: boolean): Promise<Outcome> {
  const bytes = await readBody(answer, asking.maxBytes, asking.timeoutMs / 4);
  try {
    const json = parseJson(bytes, answer.headers.get('content-type'));
    return { reply: { status: answer.status, json, html } };
  } catch {
    // The parser's own words quote the answer, so they are not kept.
    const problem = html
      ? new SourceProblem('not-ss12000', words.notSs12000)
      : new SourceProblem('broken-answer', words.brokenAnswer);
    return { trouble: { problem, again: true } };
  }
}

function troubleOf(asking: Asking, { status, headers }: HttpAnswer): Trouble {
  if (status === 403) return { problem: new SourceProblem('forbidden', words.forbidden), again: false };
  if (status === 404) return { problem: new SourceProblem('not-ss12000', words.notSs12000), again: false };
  const pauseMs = retryAfter(headers.get('retry-after'), asking.now());
  if ((status === 429 || status === 503) && pauseMs !== null && pauseMs > asking.longestWaitMs) {
    const says = words.asksUsToWait(Math.ceil(pauseMs / 60_000));
    return { problem: new SourceProblem('too-slow', says), again: false };
  }
  if (status === 429) {
    const says = words.asksUsToWait(Math.max(1, Math.ceil((pauseMs ?? 0) / 60_000)));
    return { problem: new SourceProblem('too-slow', says), again: true, pauseMs, nothingDone: true };
  }
  if (status < 500) return { problem: new SourceProblem('bad-request', words.badRequest), again: false };
  const problem = new SourceProblem('server-error', words.serverError);
  return { problem, again: true, pauseMs, nothingDone: status === 503 };
}
