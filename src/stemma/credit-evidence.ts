/**
 * Whom a page names as its source. A page that credits an outlet was copied from that outlet's page, or from one that credits it in
 * the same line: each credit must come from somewhere, so that one which a lost page is given costs as much as it explains.
 */
import type { SignedGround } from './direction-evidence.js';
import type { Mentions } from './mentions.js';

/** What a witness, kept or lost, is called and whom it names. */
export interface Naming {
  readonly outlet: string | undefined;
  /** How people are told of it. */
  readonly shown: string;
  readonly mentions: Mentions;
}

/**
 * More than ln(.3 / .02) = 2.7, since words count for more nats than they are worth, not being independent, and more than a date that lies
 * costs with all else that it weighs. A credit that came along with the text counts as much. Edges right with dates, from where it counted
 * 3.7 in whatever words and only outlets at hand were known: on 80 tuning families .869 to .875, on 80 others .898 to .896,
 * which is noise; sources exact on all 160: 145 to 147.
 */
const CREDIT_NATS = 12;
/** The same for a lost page from the outlet that is credited: the name may be no outlet. Edges right on the first 80: .873 at 7, .875 at 9, .871 at 12. */
const LOST_CREDIT_NATS = 9;
/** For a credit of an outlet of which no page is at hand, in the exemplar too. */
const ABSENT_NATS = 10;
/** Share of the shorter line's words from which two lines that name an outlet are one line, words changed or not. A working value, not measured. */
const SAME_LINE = 0.5;

/** What the copy's credits say for this exemplar. `absent` are the outlets of which no page is at hand. */
export function creditGrounds(exemplar: Naming, copy: Naming, absent: ReadonlySet<string>): SignedGround[] {
  const grounds: SignedGround[] = [];
  for (const [name, words] of copy.mentions) {
    if (name === copy.outlet) continue;
    if (name === exemplar.outlet) {
      const nats = absent.has(name) ? LOST_CREDIT_NATS : CREDIT_NATS;
      grounds.push({ kind: 'credited', nats, text: `It names ${exemplar.shown}: “${words}”.` });
    } else if (isSameLine(exemplar.mentions.get(name), words, name))
      grounds.push({
        kind: 'leftover',
        nats: heldNats(name, absent),
        text: `Both name the same third source: “${words}”.`,
      });
  }
  return grounds;
}

/** Nats of the credits that a lost page is supposed to have had. */
export function supposedNats({ mentions }: Naming, absent: ReadonlySet<string>): number {
  return [...mentions.keys()].reduce((sum, name) => sum - heldNats(name, absent), 0);
}

function heldNats(name: string, absent: ReadonlySet<string>): number {
  return absent.has(name) ? ABSENT_NATS : CREDIT_NATS;
}

/**
 * What a lost page was called, and whom it named, as far as its copies tell: the outlet without a page at hand that most of them
 * credit and its own exemplar doesn't, and the other names that two of them share.
 */
export function lostNaming(below: readonly Naming[], above: Naming | undefined, absent: ReadonlySet<string>): Naming {
  const counts = new Map<string, number>();
  const lines = new Map<string, string>();
  for (const { mentions } of below)
    for (const [name, words] of mentions) {
      counts.set(name, (counts.get(name) ?? 0) + 1);
      if (!lines.has(name)) lines.set(name, words);
    }
  const [outlet] = [...counts]
    .filter(([name]) => absent.has(name) && above?.mentions.has(name) !== true)
    .sort((a, b) => b[1] - a[1])
    .map(([name]) => name);
  const mentions = new Map([...lines].filter(([name]) => name !== outlet && (counts.get(name) ?? 0) >= 2));
  return { outlet, shown: 'an outlet of which no page is at hand', mentions };
}

function isSameLine(line: string | undefined, other: string, name: string): boolean {
  if (line === undefined) return false;
  const [left, right] = [wordsBeside(line, name), wordsBeside(other, name)];
  const common = [...left].filter((word) => right.has(word)).length;
  return common >= SAME_LINE * Math.min(left.size, right.size);
}

function wordsBeside(line: string, name: string): Set<string> {
  return new Set(
    line
      .toLowerCase()
      .replace(name, ' ')
      .match(/\p{L}+/gu) ?? [],
  );
}
