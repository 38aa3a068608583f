/** What kind of trouble a source gave. */
export type SourceProblemCode =
  | 'unreachable'
  | 'unauthorised'
  | 'forbidden'
  | 'too-slow'
  | 'broken-answer'
  | 'not-ss12000'
  | 'bad-request'
  | 'server-error'
  | 'certificate';

/**
 * Why a source could not be asked, after all attempts. `says` is one plain Swedish sentence or two for the reader, with
 * what to do. It holds no token, no address and nothing of what the source answered: an answer can quote a person.
 */
export class SourceProblem extends Error {
  override readonly name = 'SourceProblem';
  readonly code: SourceProblemCode;
  readonly says: string;

  constructor(code: SourceProblemCode, says: string, options: { cause?: unknown } = {}) {
    super(says, options);
    this.code = code;
    this.says = says;
  }
}
