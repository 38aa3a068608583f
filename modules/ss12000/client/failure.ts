import { sourceProblems as words } from '../../../messages/sv/source-problems.ts';
import { CutOff, TooLarge, TooSlow } from './read-body.ts';
import { SourceProblem } from './source-problem.ts';

/** What went wrong in one attempt, and whether another may go better. */
export interface Failure {
  readonly problem: SourceProblem;
  readonly again: boolean;
}

/** How long and how large an answer may be, and whether we showed a certificate: for the sentences. */
export interface AnswerLimits {
  readonly timeoutMs: number;
  readonly maxBytes: number;
  readonly withCertificate: boolean;
}

/** Judges what was thrown while a source was asked: by the codes of Node, OpenSSL and undici, never by their texts. */
export function failureOf(error: unknown, limits: AnswerLimits): Failure {
  const chain = causes(error);
  const known = chain.find((each) => each instanceof SourceProblem);
  if (known) return { problem: known, again: false };
  if (chain.some((each) => each instanceof TooLarge))
    return final('broken-answer', words.tooLarge(Math.round(limits.maxBytes / 1_048_576)), error);
  if (chain.some((each) => each instanceof TooSlow || isTimeout(each))) {
    const says = words.tooSlow(Math.max(1, Math.round(limits.timeoutMs / 1000)));
    return { problem: new SourceProblem('too-slow', says, { cause: error }), again: true };
  }
  if (chain.some((each) => certificateCode.test(codeOf(each))))
    return final('certificate', words.certificate, error);
  if (chain.some((each) => each instanceof CutOff))
    return { problem: new SourceProblem('broken-answer', words.brokenAnswer, { cause: error }), again: true };
  // Many servers say nothing to a certificate that they do not know: they hang up.
  if (limits.withCertificate && chain.some((each) => hungUp.test(codeOf(each))))
    return { problem: new SourceProblem('certificate', words.hungUp, { cause: error }), again: true };
  return { problem: new SourceProblem('unreachable', words.unreachable, { cause: error }), again: true };
}

const hungUp = /^(UND_ERR_SOCKET|ECONNRESET|EPIPE)$/;

const certificateCode =
  /^(CERT_|DEPTH_ZERO_|UNABLE_TO_|SELF_SIGNED_|HOSTNAME_|ERR_TLS_|ERR_SSL_|ERR_OSSL_|EPROTO$)/;

function final(code: 'broken-answer' | 'certificate', says: string, cause: unknown): Failure {
  return { problem: new SourceProblem(code, says, { cause }), again: false };
}

function isTimeout(error: unknown): boolean {
  return error instanceof Error && (error.name === 'TimeoutError' || /TIMEOUT|ETIMEDOUT/.test(codeOf(error)));
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The error, what caused it, and so on; undici wraps, and several addresses of a host fail as a group. */
function causes(error: unknown): readonly unknown[] {
  if (!(error instanceof Error)) return [error];
  const group = error instanceof AggregateError ? error.errors.flatMap(causes) : [];
  return [error, ...group, ...(error.cause === undefined ? [] : causes(error.cause))];
}
