import type { Context } from 'hono';
import { deleteCookie, getCookie, setCookie } from 'hono/cookie';
import { absoluteMs } from './rules/session-life.ts';

/** What is carried in the session's cookie: whose rows to look among, and the secret. */
export interface SessionToken {
  readonly organiser: number;
  readonly secret: string;
}

/** While somebody is away at the log-in service: what its answer must fit. */
export interface LogInAttempt {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
  readonly back: string;
}

const attemptSeconds = 600;

/**
 * `__Host-` binds a cookie to this host and to https, so that no neighbouring site can set it; over plain http (a developer's own
 * machine) browsers refuse the prefix.
 */
function nameOf(name: string, publicUrl: URL): string {
  return publicUrl.protocol === 'https:' ? `__Host-${name}` : name;
}

function options(publicUrl: URL) {
  return { path: '/', httpOnly: true, sameSite: 'Lax', secure: publicUrl.protocol === 'https:' } as const;
}

/** The session's token; undefined when there is none or it is not one of ours. */
export function readSessionCookie(c: Context, publicUrl: URL): SessionToken | undefined {
  const value = getCookie(c, nameOf('fullfolj', publicUrl)) ?? '';
  const [, organiser, secret] = /^(\d{1,9})\.([\w-]{43})$/.exec(value) ?? [];
  return organiser && secret ? { organiser: Number(organiser), secret } : undefined;
}

/** Gives the browser its session. */
export function setSessionCookie(c: Context, publicUrl: URL, { organiser, secret }: SessionToken): void {
  const more = { ...options(publicUrl), maxAge: absoluteMs / 1000 };
  setCookie(c, nameOf('fullfolj', publicUrl), `${organiser}.${secret}`, more);
}

/** Takes it back. */
export function clearSessionCookie(c: Context, publicUrl: URL): void {
  deleteCookie(c, nameOf('fullfolj', publicUrl), options(publicUrl));
}

/** Remembers an attempt for ten minutes. */
export function setAttemptCookie(c: Context, publicUrl: URL, attempt: LogInAttempt): void {
  const value = Buffer.from(JSON.stringify(attempt)).toString('base64url');
  setCookie(c, nameOf('fullfolj-login', publicUrl), value, { ...options(publicUrl), maxAge: attemptSeconds });
}

/** The attempt that is answered, once: it is forgotten when read. Undefined when there is none. */
export function takeAttemptCookie(c: Context, publicUrl: URL): LogInAttempt | undefined {
  const name = nameOf('fullfolj-login', publicUrl);
  const value = getCookie(c, name);
  deleteCookie(c, name, options(publicUrl));
  return value === undefined ? undefined : attemptIn(value);
}

function attemptIn(value: string): LogInAttempt | undefined {
  const read = parsed(Buffer.from(value, 'base64url').toString());
  return isAttempt(read) ? read : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

function isAttempt(value: unknown): value is LogInAttempt {
  if (typeof value !== 'object' || value === null) return false;
  const read = value as Record<string, unknown>;
  return ['state', 'nonce', 'verifier', 'back'].every((key) => typeof read[key] === 'string');
}
