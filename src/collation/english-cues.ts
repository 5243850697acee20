/** What collation must know of a language beyond its lexicon. The only English in this folder. */
export interface Cues {
  /** Marks that are read as words. */
  readonly symbols: ReadonlyMap<string, string>;
  readonly negations: ReadonlySet<string>;
  /** A negation that answers a question where a comma follows it. */
  readonly answer: string;
  /** After a "no" and before "than" they bound a figure. */
  readonly comparatives: ReadonlySet<string>;
  /** Words that deny without a "not": a negation may have turned into one. */
  readonly denials: ReadonlySet<string>;
  /** Beginnings that deny what follows ("unable"). */
  readonly privatives: readonly string[];
  /** Words by which a report keeps its distance from a claim. */
  readonly hedges: ReadonlySet<string>;
  /** Amounts without a figure, by their order of magnitude. */
  readonly amounts: ReadonlyMap<string, number>;
  /** The one amount that is exact and multiplies what stands before it. */
  readonly dozen: string;
  /** Before a part of a whole they say that it is one. */
  readonly articles: ReadonlySet<string>;
  /** Parts of a whole, by the number of parts. */
  readonly fractions: ReadonlyMap<string, number>;
  readonly clock: ClockCues;
  readonly figures: FigureCues;
  readonly seasons: ReadonlySet<string>;
  /** Days told from the day of writing. */
  readonly relativeDays: ReadonlySet<string>;
  readonly titles: ReadonlySet<string>;
  /** Endings that tell a word's part of speech; a substitute mostly has its original's. Longest first. */
  readonly endings: readonly string[];
  /** Phrases that stand for one function word or plain word. */
  readonly phrases: ReadonlySet<string>;
  /** Pairs of words that turn a sentence round and that thesauri miss, each in both orders. */
  readonly reversals: ReadonlySet<string>;
}

/** How figures are told in words. */
interface FigureCues {
  readonly and: string;
  readonly of: string;
  readonly in: string;
  readonly half: string;
  readonly quarter: string;
  readonly minus: string;
  readonly below: string;
  readonly zero: ReadonlySet<string>;
  readonly degrees: ReadonlySet<string>;
  readonly scaleOfHeat: ReadonlySet<string>;
  readonly ordinals: ReadonlySet<string>;
  readonly scales: ReadonlyMap<string, number>;
  readonly units: ReadonlyMap<string, string>;
  /** Units of which "a" is one; "a pound" and "a minute" are mostly phrases. */
  readonly spans: ReadonlySet<string>;
  readonly inches: ReadonlySet<string>;
  /** From the twenties on. */
  readonly decades: readonly string[];
  /** What says that a number is the least (1) or the most (-1). */
  readonly bounds: ReadonlyMap<string, number>;
  /** Between two days of a month, or two numbers. */
  readonly joints: ReadonlySet<string>;
}

/** How times of day are told. */
interface ClockCues {
  readonly morning: ReadonlySet<string>;
  readonly evening: ReadonlySet<string>;
  /** After an hour they say that it is one. */
  readonly hours: ReadonlySet<string>;
  readonly twelve: readonly string[];
  /** After four digits they say that these are a time. */
  readonly zones: ReadonlySet<string>;
  /** Times with a name of their own, in minutes from midnight. */
  readonly named: ReadonlyMap<string, number>;
  /** "half past", "quarter to", …: minutes to be added to the hour. */
  readonly parts: ReadonlyMap<string, number>;
}

export const ENGLISH_CUES: Cues = {
  symbols: new Map([
    ['%', 'percent'],
    ['pct', 'percent'],
    ['&', 'and'],
    ['mln', 'million'],
    ['bln', 'billion'],
    ['bn', 'billion'],
    ['km', 'kilometer'],
    ['kms', 'kilometer'],
    ['kg', 'kilogram'],
    ['a.m.', 'am'],
    ['p.m.', 'pm'],
    ['u.s.', 'us'],
    ['u.k.', 'uk'],
    ['u.n.', 'un'],
    ['e.u.', 'eu'],
  ]),
  negations: words("not no never neither nor none nobody nothing nowhere cannot n't ain't"),
  answer: 'no',
  comparatives: words('less fewer more later sooner earlier'),
  denials: words(
    'without non nay nary zero nil hardly scarcely barely unable lack lacks lacking lacked absent fail fails failed failing refuse refuses refused deny denies denied naught nought nix nearly almost rarely seldom nowise minus sans devoid free barring ex except',
  ),
  privatives: ['un', 'in', 'im', 'il', 'ir', 'dis', 'non'],
  hedges: words(
    'alleged allegedly reportedly purported purportedly suspected apparently possibly probably perhaps maybe unconfirmed presumably supposedly seemingly',
  ),
  amounts: new Map([
    ['couple', 2],
    ['pair', 2],
    ['several', 5],
    ['handful', 5],
    ['dozen', 12],
    ['dozens', 24],
    ['scores', 60],
    ['hundreds', 300],
    ['thousands', 3e3],
    ['millions', 3e6],
    ['billions', 3e9],
    ['half', 0.5],
    ['twice', 2],
    ['double', 2],
    ['triple', 3],
    ['quarter', 0.25],
  ]),
  dozen: 'dozen',
  articles: words('a an'),
  fractions: new Map([
    ['half', 2],
    ['halves', 2],
    ['third', 3],
    ['thirds', 3],
    ['quarter', 4],
    ['quarters', 4],
    ['fifth', 5],
    ['fifths', 5],
    ['tenth', 10],
    ['tenths', 10],
  ]),
  clock: {
    morning: words('am a.m. morning'),
    evening: words('pm p.m. afternoon evening'),
    hours: words("o'clock"),
    twelve: 'one two three four five six seven eight nine ten eleven twelve'.split(' '),
    zones: words('gmt utc cet cest est edt cst cdt pst pdt bst ist jst msk kst hours hrs local'),
    named: new Map([
      ['noon', 720],
      ['midday', 720],
      ['midnight', 0],
    ]),
    parts: new Map([
      ['half past', 30],
      ['quarter past', 15],
      ['quarter to', -15],
      ['five past', 5],
      ['ten past', 10],
      ['twenty past', 20],
    ]),
  },
  figures: {
    and: 'and',
    of: 'of',
    in: 'in',
    half: 'half',
    quarter: 'quarter',
    minus: 'minus',
    below: 'below',
    zero: words('zero freezing'),
    degrees: words('degrees'),
    scaleOfHeat: words('celsius centigrade'),
    ordinals: words('first second third fourth fifth sixth seventh eighth ninth tenth'),
    scales: new Map([
      ['dozen', 12],
      ['hundred', 100],
      ['thousand', 1e3],
      ['million', 1e6],
      ['billion', 1e9],
      ['trillion', 1e12],
    ]),
    units: valued(
      '% percent pct pc|USD dollar dollars|EUR euro euros|JPY yen|INR rupee rupees|GBP pound pounds|km kilometre kilometres kilometer kilometers km|mile mile miles|m metre metres meter meters|ft foot feet|kg kilogram kilograms kilo kilos|t tonne tonnes ton tons|h hour hours|min minute minutes|day day days|week week weeks|month month months|year year years',
    ),
    spans: words('hour day week month year mile kilometre kilometer'),
    inches: words('inch inches'),
    decades: 'twenties thirties forties fifties sixties seventies eighties nineties'.split(' '),
    bounds: new Map([
      ...['over', 'above', 'exceeding', 'more than', 'at least', 'upwards of'].map((cue): [string, number] => [cue, 1]),
      ...['under', 'below', 'fewer than', 'less than', 'up to', 'at most'].map((cue): [string, number] => [cue, -1]),
    ]),
    joints: words('and or to - – until through ,'),
  },
  seasons: words('spring summer autumn fall winter'),
  relativeDays: words('today yesterday tomorrow tonight'),
  titles: words(
    'president minister chancellor senator governor mayor secretary general king queen prince princess judge justice chairman chairwoman director spokesman spokeswoman premier',
  ),
  endings: ['ings', 'ing', 'ed', 'ly', 's'],
  phrases: new Set(
    'the place|by way of|by means of|in spite of|prior to|as well as|along with|in order to|so as to|a lot of|lots of|plenty of|due to|owing to|because of|as a result of|as soon as|in the course of|in addition|in addition to|close to|next to|in front of|on top of|with regard to|in regard to|with respect to|in relation to|on account of|in accordance with|according to|based on|as a consequence|for the reason that|seeing that|given that|provided that|in case|even though|despite the fact that|at the moment|right now|at present|at once|at the same time|at no time|by no means|no longer|all of|each of|a few|a great deal|a large part of|the majority of|a number of|up to|as much as|in all|at last|at least|in the end|in the long run|in the meantime|on the other hand|for example|for instance|such as|as if|as though|out of|away from|in to|on to|instead of|rather than|other than|apart from|aside from|except for|in favor of|on behalf of|in place of|in lieu of|in the midst of|in the direction of|in view of|in light of|in terms of|with out|any more|over again|time and again|once more|this day|these days|of course|to be sure|have to|has to|had to|ought to|used to|able to|going to|is going to|at any rate|in any case|in fact|as a matter of fact|all the same|after all|and so|so that|in that|in which|for which|of which|to whom|that is|who is|which is|which are|there is|12 months|take part|take place|carry out|set up|put up|go to|look for|make up|point out|bring about|give up|find out'.split(
      '|',
    ),
  ),
  reversals: new Set(
    'accept reject|gain lose|rise fall|increase decrease|increase drop|rise drop|win lose|approve reject|support oppose|confirm deny|admit deny|agree refuse|agree disagree|agree decline|guilty innocent|guilty acquitted|convicted acquitted|more less|more fewer|above below|before after|first last|open closed|up down|high low|higher lower|largest smallest|best worst|allow ban|allow prevent|legal illegal|restore revoke|roll restore|ally enemy|friend enemy|victory defeat|success failure|start end|begin end|arrive leave|alive dead|buy sell|import export|majority minority|always never|all none|raise cut|raise lower|expand shrink|strengthen weaken|improve worsen|include exclude|lift impose|enter leave|advance retreat|attack defend|safe dangerous|publicly privately|public private|inside outside|east west|north south|northern southern|eastern western|male female|men women|man woman|he she|him her|his her'
      .split('|')
      .flatMap((pair) => [pair, pair.split(' ').reverse().join(' ')]),
  ),
};

/** "value name name|…": the value of each name. */
function valued(list: string): ReadonlyMap<string, string> {
  return new Map(
    list.split('|').flatMap((row) => {
      const [value = '', ...names] = row.split(' ');
      return names.map((name): [string, string] => [name, value]);
    }),
  );
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(' '));
}
