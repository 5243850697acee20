import { isAttitude } from './attitude.js';
import type { Statement } from './statement.js';

/** Contents that only point to what was said elsewhere: "that", "so", "as much". */
const POINTING = /^["“'‘]?(?:that|this|it|so|these|those|what|as much|(?:the|much the) same(?: thing)?)["”'’]?[.,]?$/iu;

/** Whether a statement of this text goes into groups and sources: it's no attitude and has a content of its own. */
export function tellsSomething(text: string, statement: Statement): boolean {
  if (isAttitude(statement)) return false;
  return !POINTING.test(statement.content.map(([start, end]) => text.slice(start, end)).join(' '));
}
