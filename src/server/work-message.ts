import type { Deposit, Receipt } from '../archive/archive.js';
import type { Problem } from './problem.js';
import type { Task } from './task.js';

/** How far a task is. */
export interface Progress {
  /** A stage of the trace, or what a long task is doing. */
  readonly stage: string;
  /** Pieces done so far, where there are many. */
  readonly done?: number;
  /** What it's at: a file, a feed. */
  readonly at?: string;
}

/** From the desk to the process that works. */
export type ToWork =
  | { readonly kind: 'task'; readonly task: Task }
  /** What came of writing to the archive; a scheme that was claimed has no receipts. */
  | { readonly kind: 'written'; readonly call: number; readonly receipts: readonly Receipt[] }
  | { readonly kind: 'written'; readonly call: number; readonly problem: Problem };

/** And back. */
export type FromWork =
  /** It has been loaded and hears. */
  | { readonly kind: 'ready' }
  | { readonly kind: 'progress'; readonly progress: Progress }
  | { readonly kind: 'add'; readonly call: number; readonly batch: readonly Deposit[] }
  | { readonly kind: 'claim'; readonly call: number; readonly scheme: string }
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'problem'; readonly problem: Problem };
