import { CHANGE_FIELDS, type Change, type ChangeField, type Changes, type Range } from './collation.js';

/** Each edit once, in the first field that it touches, with the other fields in `also` and, as far as it isn't plain, in its sentence. */
export function toldOnce(changes: Changes): Changes {
  const told = new Map<ChangeField, Change[]>();
  for (const field of CHANGE_FIELDS) {
    const own: Change[] = [];
    told.set(field, own);
    for (const change of changes[field]) {
      const place = IN_TEXT.has(field) ? findTold(change, field, told) : undefined;
      if (place === undefined) own.push(change);
      else place.list[place.at] = withMark(place.list[place.at] ?? change, field);
    }
  }
  return { ...changes, ...Object.fromEntries(told) };
}

interface Place {
  readonly list: Change[];
  readonly at: number;
}

/** Where an earlier field tells the same edit: the one reaches from within the other on both sides. */
function findTold(change: Change, field: ChangeField, told: ReadonlyMap<ChangeField, Change[]>): Place | undefined {
  for (const [earlier, list] of told) {
    if (earlier === field) return undefined;
    const at = IN_TEXT.has(earlier) ? list.findIndex((one) => isWithin(change, one) || isWithin(one, change)) : -1;
    if (at >= 0) return { list, at };
  }
  return undefined;
}

function isWithin(inner: Change, outer: Change): boolean {
  const holds = (a: Range, b: Range): boolean => a[0] <= b[0] && b[1] <= a[1];
  return holds(outer.base, inner.base) && holds(outer.witness, inner.witness);
}

function withMark(change: Change, field: ChangeField): Change {
  const also = change.also ?? [];
  if (also.includes(field)) return change;
  const words = change.sentence.startsWith('A quotation is given') ? undefined : MARKS.get(field);
  const sentence = words === undefined ? change.sentence : change.sentence.replace(/\.$/, `; ${words}.`);
  return { ...change, sentence, also: [...also, field] };
}

const MARKS: ReadonlyMap<ChangeField, string> = new Map([
  ['numbers', 'this changes a number'],
  ['dates', 'this changes a date'],
  ['names', 'this changes a name'],
  ['meaning', 'this turns the meaning'],
]);
/** Fields whose changes stand at words of the text. */
const IN_TEXT: ReadonlySet<ChangeField> = new Set(['quotes', 'numbers', 'dates', 'names', 'meaning']);
