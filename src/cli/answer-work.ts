import { StemmaError } from '../error.js';
import { openKnowledge } from '../knowledge/knowledge.js';
import type { RawPage } from '../page/raw-page.js';
import { jsonAnswer, type JsonAnswer, type PageVerb } from './json-answer.js';

const knowledge = openKnowledge();

/** What a thread is asked. */
export interface Asking {
  readonly verb: PageVerb;
  readonly raw: RawPage;
}

/** An answer that can be sent. */
export type Sent = JsonAnswer | Pick<StemmaError, 'code' | 'message'>;

/** The entry of a thread that answers; see `answerEach`. */
export function work({ verb, raw }: Asking): Sent {
  const answer = jsonAnswer(verb, raw, knowledge);
  return answer instanceof StemmaError ? { code: answer.code, message: answer.message } : answer;
}
