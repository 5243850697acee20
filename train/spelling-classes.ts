/**
 * Words that are spelled in two ways, British and American: rules over the vocabulary (both spellings must be words),
 * and a list of what no rule reaches. Gives the spelling to compare by, for the form that has another one.
 */
export function spellingClasses(forms: ReadonlySet<string>): Map<string, string> {
  const classes = new Map<string, string>();
  for (const form of forms) {
    for (const [pattern, replacement] of RULES) {
      const other = form.replace(pattern, replacement);
      if (other !== form && forms.has(other) && !EXCEPTIONS.has(form)) classes.set(form, other);
    }
  }
  for (const pair of PAIRS) {
    const [british = '', american = ''] = pair.split(' ');
    for (const ending of ['', 's', 'd', 'ed', 'ing'])
      if (forms.has(british + ending)) classes.set(british + ending, american + ending);
  }
  return classes;
}

const RULES: readonly (readonly [RegExp, string])[] = [
  [/our(?=(?:s|ed|ing|er|ers|able|ful|ite|ites|hood|less|ly|ism)?$)/, 'or'],
  [/is(?=(?:e|es|ed|ing|er|ers|ation|ations|able)$)/, 'iz'],
  [/ys(?=(?:e|es|ed|ing|er|ers)$)/, 'yz'],
  [/([^aeiou])re(s?)$/, '$1er$2'],
  [/ogue(?=s?$)/, 'og'],
  [/ence(?=s?$)/, 'ense'],
  [/ll(?=(?:ed|ing|er|ers|ation)$)/, 'l'],
  [/ae/, 'e'],
  [/oe(?=[a-z]{3})/, 'e'],
  [/wards$/, 'ward'],
  [/programme(?=[sd]?$)/, 'program'],
  [/judgement/, 'judgment'],
  [/(?<=[a-z])mme(?=s?$)/, 'm'],
];
/** Pairs that the rules would join though they are two words. */
const EXCEPTIONS = new Set(
  'four hour pour tour sour your our flour contour detour does shoes toes canoes goes heroes phoenix'.split(' '),
);
const PAIRS = [
  'grey gray',
  'tyre tire',
  'cheque check',
  'kerb curb',
  'plough plow',
  'sceptic skeptic',
  'sceptical skeptical',
  'aluminium aluminum',
  'whilst while',
  'amongst among',
  'storey story',
  'jewellery jewelry',
  'pyjamas pajamas',
  'mould mold',
  'smoulder smolder',
  'moustache mustache',
  'ageing aging',
  'learnt learned',
  'burnt burned',
  'spelt spelled',
  'dreamt dreamed',
  'licence license',
  'practise practice',
  'defence defense',
  'offence offense',
  'manoeuvre maneuver',
  'enrol enroll',
  'fulfil fulfill',
  'skilful skillful',
  'instalment installment',
  'draught draft',
  'gaol jail',
  'axe ax',
  'artefact artifact',
  'yoghurt yogurt',
  'likeable likable',
  'acknowledgement acknowledgment',
  'adviser advisor',
  'mediaeval medieval',
];
