import type { Change, ChangeField, Changes, Range } from './collation.js';

/**
 * Each edit once, in the first field that it touches, with the other fields in `also` and in its sentence. `plain` are changes
 * whose sentence says enough without.
 */
export function toldOnce(changes: Changes, plain: ReadonlySet<Change>): Changes {
  const told = new Map<ChangeField, readonly Change[]>();
  const further = new Map<Change, Set<ChangeField>>();
  for (const field of IN_TEXT) {
    const own: Change[] = [];
    for (const change of changes[field]) {
      const earlier = findTold(change, told);
      if (earlier === undefined) own.push(change);
      else further.set(earlier, (further.get(earlier) ?? new Set<ChangeField>()).add(field));
    }
    told.set(field, own);
  }
  const marked = (change: Change): Change => {
    const also = [...(further.get(change) ?? [])];
    if (also.length === 0) return change;
    return { ...change, sentence: plain.has(change) ? change.sentence : withMarks(change.sentence, also), also };
  };
  return { ...changes, ...Object.fromEntries([...told].map(([field, list]) => [field, list.map(marked)])) };
}

/** What an earlier field tells of the same edit: the one reaches from within the other on both sides. */
function findTold(change: Change, told: ReadonlyMap<ChangeField, readonly Change[]>): Change | undefined {
  for (const list of told.values()) {
    const found = list.find((one) => isWithin(change, one) || isWithin(one, change));
    if (found !== undefined) return found;
  }
  return undefined;
}

function isWithin(inner: Change, outer: Change): boolean {
  const holds = (a: Range, b: Range): boolean => a[0] <= b[0] && b[1] <= a[1];
  return holds(outer.base, inner.base) && holds(outer.witness, inner.witness);
}

function withMarks(sentence: string, fields: readonly ChangeField[]): string {
  const marks = fields.flatMap((field) => MARKS.get(field) ?? []);
  return sentence.replace(/\.$/, `; ${marks.join('; ')}.`);
}

const MARKS: ReadonlyMap<ChangeField, string> = new Map([
  ['numbers', 'this changes a number'],
  ['dates', 'this changes a date'],
  ['names', 'this changes a name'],
  ['meaning', 'this turns the meaning'],
]);
/** Fields whose changes stand at words of the text, in their order. */
const IN_TEXT: readonly ChangeField[] = ['quotes', 'numbers', 'dates', 'names', 'meaning'];
