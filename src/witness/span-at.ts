import { firstWhere } from './first-where.js';
import type { Span } from './witness.js';

/** Index of the span that holds a token, -1 for none. Spans are in order. */
export function spanAt(spans: readonly Span[], token: number): number {
  const at = firstWhere(spans.length, (i) => (spans[i]?.to ?? 0) > token);
  return (spans[at]?.from ?? Infinity) <= token ? at : -1;
}
