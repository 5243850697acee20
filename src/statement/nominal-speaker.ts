import { PAD } from './attributes.js';
import { weekdayOf } from './calendar.js';
import { describedFigure, namedBelow, type Description } from './described-figure.js';
import { isOutletWord } from './figure-kind.js';
import { textOf, type Reading } from './reading.js';
import { TITLE } from './name-words.js';
import { antecedent, PREPOSITION } from './salience.js';
import { NOBODY, type Speaker, type SpeakerContext } from './speaker.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/** Words that open a relative clause. */
export const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);

/** An office or a kind of person: its holder where the page has named one, else its own words. */
export function nominal(context: SpeakerContext, source: Stretch): Speaker {
  const { forms } = context.reading.words;
  const name = plainName(context.reading, source)?.replace(/ (?:himself|herself|itself|themselves)$/u, '');
  const head = nominalHead(context.reading, source);
  const owner =
    /^(?:his|her)$/u.test(forms[source.from] ?? '') && source.to - source.from > 1
      ? antecedent(context, source.from, forms[source.from] === 'his' ? -1 : 1)
      : undefined;
  if (owner?.office !== undefined && forms[head] === 'ministry' && MINISTER.test(owner.office))
    return { ...NOBODY, name: owner.office.replace(MINISTER, 'ministry') };
  if (owner?.name !== undefined)
    return {
      name: `${owner.name}'s ${plainName(context.reading, { from: source.from + 1, to: source.to }) ?? ''}`,
      office: undefined,
      figure: undefined,
    };
  const plain = { ...NOBODY, name };
  const it = descriptionOf(context.reading, source, head);
  if (it === undefined) return namedBelow(context, source, forms[head] ?? '') ?? plain;
  return reportOf(context, it.head) ?? describedFigure(context, it) ?? namedBelow(context, source, it.head) ?? plain;
}

/** Words of a description at most: longer ones tell themselves whom they mean. */
const LONGEST_DESCRIPTION = 5;

/** "the retired machinist", in a headline also "minister": up to a comma that goes on about it. */
function descriptionOf({ words }: Reading, source: Stretch, head: number): Description | undefined {
  const { forms } = words;
  const headline = words.headed && words.paragraph[source.from] === 0;
  const definite = /^(?:the|this|that)$/u.test(forms[source.from] ?? '');
  const comma = forms.indexOf(',', source.from);
  const isClause = comma > head && comma < source.to && /^(?:who|which|whose)$/u.test(forms[comma + 1] ?? '');
  const to = isClause ? comma : source.to;
  if (!(headline || definite) || to - source.from > LONGEST_DESCRIPTION) return undefined;
  const year = /year-old$/u.test(forms[to - 1] ?? '') ? to - 1 : head;
  const from = definite ? source.from + 1 : source.from;
  return {
    from: source.from,
    to,
    head: forms[year] ?? '',
    traits: forms.slice(from, Math.max(from, year)),
    bare: to - from === 1,
  };
}

/** "the report": whose report was spoken of last. */
function reportOf({ before, cast }: SpeakerContext, head: string): Speaker | undefined {
  if (head !== 'report' && head !== 'reports') return undefined;
  const last = before.at(-1)?.speaker;
  const figure = last?.figure === undefined ? undefined : cast.figures[last.figure];
  const reporting = figure === undefined ? isOutletWord(last?.name?.split(' ').at(-1) ?? '') : figure.kind !== 'person';
  return last?.name !== undefined && reporting ? last : undefined;
}

/** "Her ministry" is that of her office. */
const MINISTER = /minister$/iu;

function nominalHead(reading: Reading, source: Stretch): number {
  let head = source.from;
  let last = source.from;
  const noun = TAGS.indexOf('NOUN') + 1;
  for (let i = source.from; i < source.to; i++) {
    const form = reading.words.forms[i] ?? '';
    if (i > source.from && (PREPOSITION.has(form) || RELATIVE.has(form) || form === ',')) break;
    last = i;
    if (reading.attributes.tag[i + PAD] === noun || i === source.from) head = i;
  }
  // "the Labour MP", "the Conservative".
  return head === source.from || TITLE.has(reading.words.forms[last] ?? '') ? last : head;
}

/** The source's words without a leading article and without what follows a comma. */
function plainName(reading: Reading, source: Stretch): string | undefined {
  const { forms } = reading.words;
  let { from, to } = source;
  if (ARTICLE.test(forms[from] ?? '') && to - from > 1) from++;
  if (/^cop(?:y|ies)$/u.test(forms[from] ?? '') && forms[from + 1] === 'of' && to - from > 2) from += 2;
  if (ARTICLE.test(forms[from] ?? '') && to - from > 1) from++;
  for (let i = from + 1; i < to; i++) {
    if (!/^[,;:(—–"“]$/u.test(forms[i] ?? '') && !isHandedOver(forms, i) && !isDeed(reading, i)) continue;
    to = i;
  }
  to = withoutTime(forms, from, to);
  const name = textOf(reading, { from, to });
  return name === '' ? undefined : name;
}

/** "an audit last year", "a review in 2019": when it was is no part of the name. */
function withoutTime(forms: readonly string[], from: number, to: number): number {
  const [third = '', second = '', last = ''] = forms.slice(to - 3, to);
  if (
    to - from > 2 &&
    /^(?:last|this|earlier)$/u.test(second) &&
    /^(?:week|month|year|summer|winter|spring|autumn|fall)$/u.test(last)
  )
    return third === 'earlier' && to - from > 3 ? to - 3 : to - 2;
  if (to - from > 2 && second === 'in' && /^(?:19|20)\d\d$/u.test(last)) return to - 2;
  return to;
}

/** "four of the commissioners disowned the tally": a verb with an object is what they did. */
function isDeed({ words: { forms }, attributes: { tag } }: Reading, i: number): boolean {
  const verb = tag[i + PAD] === TAGS.indexOf('VERB') + 1 && /ed$/u.test(forms[i] ?? '');
  return verb && tag[i - 1 + PAD] === TAGS.indexOf('NOUN') + 1 && ARTICLE.test(forms[i + 1] ?? '');
}

const ARTICLE = /^(?:the|a|an)$/u;

/** "documents reviewed by Reuters", "a report published on Monday", "a jury on Friday": how and when the page has it is no part of the name. */
function isHandedOver(forms: readonly string[], i: number): boolean {
  return (
    (forms[i] === 'on' && weekdayOf(forms[i + 1] ?? '') !== undefined) ||
    (/^(?:seen|obtained|reviewed|viewed|published|released|examined|verified|filed|dated|issued)$/u.test(
      forms[i] ?? '',
    ) &&
      /^(?:by|on|in|last|this|monday|tuesday|wednesday|thursday|friday|saturday|sunday)$/u.test(forms[i + 1] ?? ''))
  );
}
