import { openKnowledge } from './knowledge/knowledge.js';
import type { RawPage } from './page/raw-page.js';
import { prepare, type Prepared } from './prepare.js';

const knowledge = openKnowledge();

/** What a reading thread is asked for. */
export interface Preparing {
  readonly raw: RawPage;
  readonly name: string;
}

/** The entry of a reading thread; see `preparePages`. */
export function work({ raw, name }: Preparing): Prepared {
  return prepare(raw, knowledge, name);
}
