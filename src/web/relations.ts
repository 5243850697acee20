import type { Relation } from '../collation/collation.js';

/** The relations, nearest first. */
export const RELATIONS: readonly Relation[] = ['verbatim', 'spun', 'rewritten', 'partial', 'independent', 'unrelated'];
