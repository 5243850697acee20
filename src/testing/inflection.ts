/** How a form is inflected, as far as a spinner cares. */
export type Ending = '' | 's' | 'ed' | 'en' | 'ing';

/** A base form that a word may come from, and its ending. */
export interface Analysis {
  readonly base: string;
  readonly ending: Ending;
}

/** Past and participle of common irregular verbs. */
const IRREGULAR: ReadonlyMap<string, readonly [past: string, participle: string]> = new Map(
  `be was been|become became become|begin began begun|break broke broken|bring brought brought|build built built|buy bought bought|catch caught caught
choose chose chosen|come came come|cut cut cut|do did done|draw drew drawn|drive drove driven|eat ate eaten|fall fell fallen|feel felt felt|fight fought fought
find found found|fly flew flown|forget forgot forgotten|get got got|give gave given|go went gone|grow grew grown|have had had|hear heard heard|hide hid hidden
hit hit hit|hold held held|keep kept kept|know knew known|lead led led|leave left left|lend lent lent|let let let|lose lost lost|make made made|mean meant meant
meet met met|pay paid paid|put put put|read read read|ride rode ridden|rise rose risen|run ran run|say said said|see saw seen|seek sought sought|sell sold sold
send sent sent|set set set|shake shook shaken|shoot shot shot|show showed shown|shut shut shut|sing sang sung|sit sat sat|sleep slept slept|speak spoke spoken
spend spent spent|stand stood stood|steal stole stolen|strike struck struck|take took taken|teach taught taught|tell told told|think thought thought
throw threw thrown|understand understood understood|wake woke woken|wear wore worn|win won won|withdraw withdrew withdrawn|write wrote written`
    .split(/[|\n]/)
    .map((line) => {
      const [base = '', past = '', participle = ''] = line.trim().split(' ');
      return [base, [past, participle]];
    }),
);

/** Every base form that this lower-case word may come from, itself first. */
export function analyse(word: string): readonly Analysis[] {
  const found: Analysis[] = [{ base: word, ending: '' }];
  for (const [base, [past, participle]] of IRREGULAR) {
    if (word === past) found.push({ base, ending: 'ed' });
    else if (word === participle) found.push({ base, ending: 'en' });
  }
  if (word.endsWith('ies') && word.length > 4) found.push({ base: word.slice(0, -3) + 'y', ending: 's' });
  if (/(?:s|x|z|ch|sh|o)es$/.test(word)) found.push({ base: word.slice(0, -2), ending: 's' });
  if (/[^su]s$/.test(word) && word.length > 3) found.push({ base: word.slice(0, -1), ending: 's' });
  if (word.endsWith('ied') && word.length > 4) found.push({ base: word.slice(0, -3) + 'y', ending: 'ed' });
  else if (word.endsWith('ed') && word.length > 4) found.push(...stems(word.slice(0, -2), 'ed'));
  if (word.endsWith('ing') && word.length > 5) found.push(...stems(word.slice(0, -3), 'ing'));
  return found;
}

/** A base form or phrase with an ending: verbs' endings go to the first word, the plural to the last. */
export function inflect(phrase: string, ending: Ending): string {
  if (ending === '') return phrase;
  const words = phrase.split(' ');
  const at = ending === 's' ? words.length - 1 : 0;
  words[at] = inflectWord(words[at] ?? '', ending);
  return words.join(' ');
}

function stems(stem: string, ending: Ending): Analysis[] {
  const found: Analysis[] = [
    { base: stem, ending },
    { base: stem + 'e', ending },
  ];
  if (/([bdgklmnprt])\1$/.test(stem)) found.push({ base: stem.slice(0, -1), ending });
  return found;
}

function inflectWord(word: string, ending: Ending): string {
  const irregular = IRREGULAR.get(word);
  if (ending === 's') {
    if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + 'ies';
    return word + (/(?:s|x|z|ch|sh)$/.test(word) ? 'es' : 's');
  }
  if (ending === 'ing') return (/[^eyo]e$/.test(word) ? word.slice(0, -1) : doubled(word)) + 'ing';
  if (irregular) return irregular[ending === 'ed' ? 0 : 1];
  if (word.endsWith('e')) return word + 'd';
  if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + 'ied';
  return doubled(word) + 'ed';
}

/** "plan" → "plann": a short word doubles its last consonant. */
function doubled(word: string): string {
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(word) ? word + word.slice(-1) : word;
}
