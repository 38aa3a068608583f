/**
 * Something that only the person who runs the program can put right: a full disk, a taken port, an unreadable folder.
 * The message is one or a few plain Swedish sentences; it is printed as it stands, without a stack, and the command ends with exit code 1.
 * Everything else that is thrown is a bug.
 */
export class OperatorError extends Error {
  override readonly name = 'OperatorError';
}

/** The code of a system error (`ENOSPC`, `EACCES` …), or undefined when the value is not one. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}

/** Whether the database or the system says that nothing more can be written: PostgreSQL's `disk_full`, or the system's own word. */
export function isDiskFull(error: unknown): boolean {
  return ['53100', 'ENOSPC', 'EDQUOT'].includes(systemErrorCode(error) ?? '');
}
