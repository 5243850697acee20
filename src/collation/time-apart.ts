export const DAY = 86_400_000;

/** Milliseconds by which the second date is the later; undefined where neither is: one is missing, both are the same, or a day without a time is less than a day away. */
export function timeApart(here = '', there = ''): number | undefined {
  const apart = Date.parse(there) - Date.parse(here);
  const isDay = here.length === 10 || there.length === 10;
  return Number.isNaN(apart) || apart === 0 || (isDay && Math.abs(apart) < DAY) ? undefined : apart;
}
