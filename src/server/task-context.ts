import type { Archive } from '../archive/archive.js';
import type { Knowledge } from '../knowledge/knowledge.js';
import type { Progress } from './work-message.js';

/** What a task is done with. */
export interface TaskContext {
  readonly archive: Archive;
  readonly knowledge: Knowledge;
  readonly allowPrivate: boolean;
  readonly onProgress: (progress: Progress) => void;
}
