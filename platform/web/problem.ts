/** A reason of a refusal: the sentence, and the rule and paragraph it comes from when there is one. */
export type ProblemReason = { text: string; rule?: string | undefined; citation?: string | undefined };

/** What is said to machines when something cannot be done (RFC 9457). No personal data in any field. */
export type Problem = {
  /** HTTP status, 400–599. */
  status: number;
  title: string;
  /** A stable address for this kind of problem; default `about:blank`. */
  type?: string | undefined;
  detail?: string | undefined;
  /** All reasons at once. */
  reasons?: readonly ProblemReason[] | undefined;
  /** What is possible instead. */
  possible?: readonly string[] | undefined;
};

/** The answer with content type `application/problem+json`. Refuses statuses that are no problem. */
export function problemResponse(problem: Problem): Response {
  if (problem.status < 400 || problem.status > 599) throw new RangeError(`${problem.status} is no problem`);
  return new Response(JSON.stringify({ ...problem, type: problem.type ?? 'about:blank' }), {
    status: problem.status,
    headers: { 'Content-Type': 'application/problem+json; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}
