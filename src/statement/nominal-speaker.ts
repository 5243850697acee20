import { PAD } from './attributes.js';
import { weekdayOf } from './calendar.js';
import { firstMention } from './cast.js';
import { isOutletWord } from './figure-kind.js';
import { textOf } from './name-runs.js';
import type { Reading } from './reading.js';
import { antecedent, PREPOSITION } from './salience.js';
import { NOBODY, ofFigure, type Speaker, type SpeakerContext } from './speaker.js';
import { TAGS } from './tag-features.js';
import type { Stretch } from './words.js';

/** Mentions among which the holder of an office is looked for: a page's worth, and a bound for endless pages. */
const MENTIONS_BACK = 400;
/** Mentions below a headline among which whom it means is looked for. */
const MENTIONS_BELOW = 12;
/** Words back in which a noun's introduction is looked for. */
const WORDS_BACK = 1500;
/** Words that open a relative clause. */
export const RELATIVE = new Set(['who', 'which', 'that', 'whom', 'whose']);

const NO_HOLDER = /^(?:report|reports|poll|survey|statement|letter|document|documents|study|people|man|woman|group)$/u;

/** An office or a kind of person: its holder where the page has named one, else its own words. */
export function nominal(context: SpeakerContext, source: Stretch): Speaker {
  const { words } = context.reading;
  const { forms } = words;
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
  const headline = words.headed && words.paragraph[source.from] === 0;
  if ((headline || /^(?:the|this|that)$/u.test(forms[source.from] ?? '')) && source.to - source.from <= 5) {
    if (/year-old$/u.test(forms[source.to - 1] ?? ''))
      return antecedent(context, source.from, 0) ?? { name, office: undefined, figure: undefined };
    if (forms[head] === 'report' || forms[head] === 'reports') {
      const last = context.before.at(-1)?.speaker;
      const figure = last?.figure === undefined ? undefined : context.cast.figures[last.figure];
      const reporting =
        figure === undefined ? isOutletWord(last?.name?.split(' ').at(-1) ?? '') : figure.kind !== 'person';
      if (last?.name !== undefined && reporting) return last;
    }
    const holder = NO_HOLDER.test(forms[head] ?? '') ? undefined : holderOf(context, source, forms[head] ?? '');
    if (holder !== undefined) return ofFigure(context.cast, holder);
    if (isHonour(forms[head] ?? '') && !introduced(context, source.from, forms[head] ?? ''))
      return antecedent(context, source.from, 0) ?? { name, office: undefined, figure: undefined };
  }
  return { name, office: undefined, figure: undefined };
}

/** "Her ministry" is that of her office. */
const MINISTER = /minister$/iu;

/** What reporters call a person for variety: "the senator", "the real estate mogul". */
function isHonour(head: string): boolean {
  return HONOUR.test(head);
}

const HONOUR =
  /^(?:president|senator|governor|congress(?:man|woman)|mayor|candidate|nominee|premier|chancellor|minister|billionaire|business(?:man|woman)|mogul|front-?runner|democrat|republican|lawmaker|neurosurgeon|tycoon|incumbent|challenger)$/u;

/** Whether the page brings somebody in by this noun before: "a retired dentist". */
function introduced(context: SpeakerContext, at: number, head: string): boolean {
  const { forms } = context.reading.words;
  for (let i = Math.max(0, at - WORDS_BACK); i < at; i++) {
    if (forms[i] !== head) continue;
    for (let d = i - 1; d >= Math.max(0, i - 4); d--) if (/^(?:a|an|one|another)$/u.test(forms[d] ?? '')) return true;
  }
  return false;
}

/** The figure whose office, or whose kind, a definite noun names; the latest mentioned one. */
function holderOf(context: SpeakerContext, source: Stretch, head: string): number | undefined {
  const { words } = context.reading;
  const before = firstMention(context.cast, source.from);
  // What a headline calls "minister" is named below it.
  const latest =
    words.headed && words.paragraph[source.from] === 0
      ? context.cast.mentions.slice(before, before + MENTIONS_BELOW)
      : context.cast.mentions.slice(Math.max(0, before - MENTIONS_BACK), before).reverse();
  const byOffice = latest.find((m) =>
    (context.cast.figures[m.figure]?.office ?? '')
      .toLowerCase()
      .split(/[^\p{L}-]+/u)
      .includes(head),
  );
  if (byOffice !== undefined) return byOffice.figure;
  if (BODY_WORD.test(head)) {
    const kin = latest.filter((m) => context.cast.figures[m.figure]?.kind === 'body');
    const named = kin.find((m) => (context.cast.figures[m.figure]?.name ?? '').toLowerCase().split(' ').includes(head));
    return (named ?? (source.to - source.from === 2 ? kin[0] : undefined))?.figure;
  }
  if (!isOutletWord(head)) return undefined;
  const { forms } = context.reading.words;
  const outlets = latest.filter((m) => context.cast.figures[m.figure]?.kind === 'outlet');
  // "The grid agency" is no outlet where none has the word in its name; "the paper", "the news agency" are.
  const described = forms.slice(source.from + 1, source.to - 1).filter((form) => !OUTLET_TRAIT.test(form));
  return outlets.find((m) => {
    const name = (context.cast.figures[m.figure]?.name ?? '').toLowerCase().split(' ');
    return described.every((form) => name.includes(form));
  })?.figure;
}

/** Words that describe an outlet without telling which. */
const OUTLET_TRAIT =
  /^(?:news|state|state-owned|state-run|public|private|national|local|official|daily|weekly|same|press|tv|television|radio|business|government|government-run|opposition|online|independent|local|regional|information|data)$/u;

const BODY_WORD =
  /^(?:company|bank|firm|group|fund|party|ministry|department|committee|charity|union|university|court|institute|organi[sz]ation|campaign|lender|airline)$/u;

function nominalHead(reading: Reading, source: Stretch): number {
  let head = source.from;
  const noun = TAGS.indexOf('NOUN') + 1;
  for (let i = source.from; i < source.to; i++) {
    const form = reading.words.forms[i] ?? '';
    if (i > source.from && (PREPOSITION.has(form) || RELATIVE.has(form) || form === ',')) break;
    if (reading.attributes.tag[i + PAD] === noun || i === source.from) head = i;
  }
  return head;
}

/** The source's words without a leading article and without what follows a comma. */
function plainName(reading: Reading, source: Stretch): string | undefined {
  const { forms } = reading.words;
  let { from, to } = source;
  if (ARTICLE.test(forms[from] ?? '') && to - from > 1) from++;
  if (/^cop(?:y|ies)$/u.test(forms[from] ?? '') && forms[from + 1] === 'of' && to - from > 2) from += 2;
  if (ARTICLE.test(forms[from] ?? '') && to - from > 1) from++;
  for (let i = from + 1; i < to; i++) {
    if (!/^[,;:(—–"“]$/u.test(forms[i] ?? '') && !isHandedOver(forms, i)) continue;
    to = i;
  }
  const name = textOf(reading, { from, to });
  return name === '' ? undefined : name;
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

/** "The dentist", "The province's law society": the phrase of common nouns that opens a sentence as its subject. */
export function openingPhrase(reading: Reading, sentence: Stretch): Stretch | undefined {
  const { forms } = reading.words;
  if (!/^(?:the|a|an)$/u.test(forms[sentence.from] ?? '')) return undefined;
  const open = ['NOUN', 'ADJ', 'PROPN'].map((tag) => (TAGS as readonly string[]).indexOf(tag) + 1);
  let from = sentence.from;
  let to = from + 1;
  while (to < sentence.to && to - sentence.from < LONGEST_PHRASE) {
    if (/^['’]s$/u.test(forms[to] ?? '')) from = to;
    else if (!open.includes(reading.attributes.tag[to + PAD] ?? 0)) break;
    to++;
  }
  const verb = ['VERB', 'AUX'].map((tag) => (TAGS as readonly string[]).indexOf(tag) + 1);
  if (!verb.includes(reading.attributes.tag[to + PAD] ?? -1) || to - from < 2) return undefined;
  return forms[from] === 'the' || from === sentence.from ? { from, to } : { from: from + 1, to };
}

/** Words of a sentence's opening phrase at most. */
const LONGEST_PHRASE = 8;
