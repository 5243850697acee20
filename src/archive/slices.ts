/** Rows that one statement fetches or asks for: bounds memory and the number of parameters (SQLite's limit is 32,766). */
export const SLICE = 500;

/** A list in pieces that one statement can take. */
export function slices<T>(list: readonly T[], size = SLICE): T[][] {
  return Array.from({ length: Math.ceil(list.length / size) }, (_, i) => list.slice(i * size, (i + 1) * size));
}
