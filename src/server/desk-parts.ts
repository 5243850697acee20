import type { Archive } from '../archive/archive.js';
import type { Jobs } from './job.js';
import type { ReportStore } from './report-store.js';
import type { UploadStore } from './upload-store.js';
import type { WatchList } from './watch-list.js';
import type { Worker } from './worker.js';

/** What the desk's routes work with. */
export interface DeskParts {
  readonly archive: Archive;
  /** For what people wait for. */
  readonly questions: Worker;
  /** For what takes long: adding, watching. */
  readonly errands: Worker;
  readonly jobs: Jobs;
  readonly reports: ReportStore;
  readonly uploads: UploadStore;
  readonly watch: WatchList;
  /** What the bookmarklet shows to be let in. */
  readonly key: string;
}
