import { type Logger, pino } from 'pino';

/**
 * Fields that may carry a person: they are replaced even when somebody logs a whole row by mistake. The rule is still to log ids and counts only.
 */
const personal = [
  'civicNumber',
  'civic_number',
  'name',
  'givenName',
  'familyName',
  'email',
  'phone',
  'address',
  'note',
  'text',
];

/**
 * The process's log: one JSON line an event, on standard error, so that standard output stays free for `--json`.
 * No personal data: ids and counts only; request bodies, query strings, cookies and database parameters are never logged.
 */
export function createLog(level: string): Logger {
  return pino(
    {
      level,
      base: null,
      timestamp: pino.stdTimeFunctions.isoTime,
      redact: { paths: personal.flatMap((field) => [field, `*.${field}`]), censor: '[utelämnat]' },
      serializers: { err: describeError },
    },
    pino.destination({ dest: 2, sync: true }),
  );
}

/** What may be told of an error. */
export interface DescribedError {
  readonly type: string;
  readonly code?: string | undefined;
  readonly message?: string | undefined;
  readonly stack?: string | undefined;
}

/** An error's class, code and stack. A database error's message and detail can quote a row, so only its code is kept. */
export function describeError(error: unknown): DescribedError {
  if (!(error instanceof Error)) return { type: typeof error };
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  const frames = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? [];
  const quotesRows = code !== undefined && /^[0-9A-Z]{5}$/.test(code);
  return {
    type: error.name,
    code,
    message: quotesRows ? undefined : error.message,
    stack: frames.join('\n'),
  };
}
