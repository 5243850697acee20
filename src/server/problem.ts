import { StemmaError, type ErrorCode } from '../error.js';

/** What can go wrong between a browser and the desk, beyond what `StemmaError` names. */
export type ProblemCode =
  | ErrorCode
  | 'unauthorised'
  | 'forbidden'
  | 'not-found'
  | 'wrong-method'
  | 'too-large'
  | 'wrong-kind'
  | 'too-long'
  | 'busy'
  | 'crashed'
  | 'bug';

/** RFC 9457. `code` is the word that scripts test for, `detail` the sentence for a person. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ProblemCode;
}

/** The one table from what went wrong to a status. */
const PROBLEMS: Readonly<Record<ProblemCode, readonly [status: number, title: string]>> = {
  'bad-input': [400, 'The request can’t be understood'],
  unauthorised: [401, 'A token is needed'],
  forbidden: [403, 'Not from there'],
  'not-found': [404, 'Nothing is there'],
  'unknown-siglum': [404, 'No such witness'],
  'wrong-method': [405, 'Not with that method'],
  'schema-mismatch': [409, 'The archive is another version’s'],
  'too-large': [413, 'Too large'],
  'wrong-kind': [415, 'Not that kind of content'],
  'unreadable-page': [422, 'The page can’t be read'],
  bug: [500, 'A defect in Stemma'],
  crashed: [500, 'The work broke down'],
  'archive-unavailable': [503, 'The archive can’t serve'],
  busy: [503, 'Too much to do'],
  'too-long': [504, 'It took too long'],
};

/** A problem as data: what a job that failed keeps, and what an answer says. */
export function problemOf(code: ProblemCode, detail: string): Problem {
  const [status, title] = PROBLEMS[code];
  return { type: `urn:stemma:problem:${code}`, title, status, detail, code };
}

/** A problem as something to throw: only an `Error` finds its way through the server's layers. */
export function failure(code: ProblemCode, detail: string): Error & Problem {
  return Object.assign(new Error(detail), problemOf(code, detail));
}

/** An error as a problem. A bug's own message stays on the server: it may name files. */
export function problemOfError(error: unknown): Problem {
  if (error instanceof StemmaError) return problemOf(error.code, error.message);
  return isProblem(error)
    ? problemOf(error.code, error.detail)
    : problemOf('bug', 'Something in Stemma itself went wrong; the desk’s own output has the details.');
}

/** Whether something thrown or sent is a problem already. */
export function isProblem(value: unknown): value is Problem {
  return (
    typeof value === 'object' &&
    value !== null &&
    'code' in value &&
    'detail' in value &&
    Object.hasOwn(PROBLEMS, String(value.code))
  );
}

/** A problem as an answer. */
export function problemResponse(problem: Problem): Response {
  const headers: Record<string, string> = { 'content-type': 'application/problem+json; charset=utf-8' };
  if (problem.code === 'unauthorised') headers['www-authenticate'] = 'Bearer realm="Stemma"';
  if (problem.code === 'busy') headers['retry-after'] = '10';
  return new Response(JSON.stringify(problem), { status: problem.status, headers });
}
