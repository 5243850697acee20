import { readFileSync } from 'node:fs';

/** Slots of inflection that a substitute must share with what it stands for. */
export type Slot = 'base' | 's' | 'past' | 'participle' | 'ing' | 'er' | 'est';
export type WordClass = 'noun' | 'verb' | 'adj' | 'adv';

/** Irregular forms, from WordNet's lists of exceptions: class → base → forms. */
export type Exceptions = Readonly<Record<WordClass, ReadonlyMap<string, readonly string[]>>>;

/** Reads `noun.exc` and its kin from the folder of Debian's wordnet-base. */
export function readExceptions(folder: string): Exceptions {
  const read = (name: string): Map<string, string[]> => {
    const found = new Map<string, string[]>();
    for (const line of readFileSync(`${folder}/${name}.exc`, 'utf8').split('\n')) {
      const [form, base] = line.trim().split(' ');
      if (form && base) found.set(base, [...(found.get(base) ?? []), form]);
    }
    return found;
  };
  return { noun: read('noun'), verb: read('verb'), adj: read('adj'), adv: read('adv') };
}

/** The forms of a lemma or phrase, by slot: a verb's first word bends, a noun's last. */
export function inflections(lemma: string, wordClass: WordClass, exceptions: Exceptions): ReadonlyMap<Slot, string> {
  const words = lemma.split(' ');
  const at = wordClass === 'verb' ? 0 : words.length - 1;
  const head = words[at] ?? '';
  const forms = new Map<Slot, string>();
  for (const [slot, form] of headForms(head, wordClass, exceptions)) forms.set(slot, words.with(at, form).join(' '));
  return forms;
}

function headForms(word: string, wordClass: WordClass, exceptions: Exceptions): [Slot, string][] {
  const irregular = exceptions[wordClass].get(word) ?? [];
  if (wordClass === 'noun')
    return [
      ['base', word],
      ['s', irregular[0] ?? plural(word)],
    ];
  if (wordClass === 'verb') {
    const rest = irregular.filter((form) => !form.endsWith('ing') && !form.endsWith('s'));
    const participle = rest.find((form) => /(?:n|ne|un|um|ung)$/.test(form)) ?? rest.at(-1);
    const past = rest.find((form) => form !== participle) ?? participle;
    return [
      ['base', word],
      ['s', plural(word)],
      ['past', past ?? pastOf(word)],
      ['participle', participle ?? pastOf(word)],
      ['ing', ing(word)],
    ];
  }
  if (wordClass === 'adj') {
    const stem = word.endsWith('e')
      ? word.slice(0, -1)
      : /[^aeiou]y$/.test(word)
        ? word.slice(0, -1) + 'i'
        : doubled(word);
    return [
      ['base', word],
      ['er', irregular.find((form) => form.endsWith('er')) ?? `${stem}er`],
      ['est', irregular.find((form) => form.endsWith('est')) ?? `${stem}est`],
    ];
  }
  return [['base', word]];
}

function plural(word: string): string {
  if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + 'ies';
  return word + (/(?:s|x|z|ch|sh)$/.test(word) ? 'es' : 's');
}

function pastOf(word: string): string {
  if (word.endsWith('e')) return word + 'd';
  if (/[^aeiou]y$/.test(word)) return word.slice(0, -1) + 'ied';
  return doubled(word) + 'ed';
}

function ing(word: string): string {
  return (/[^eyo]e$/.test(word) ? word.slice(0, -1) : doubled(word)) + 'ing';
}

function doubled(word: string): string {
  return /^[^aeiou]*[aeiou][bdgmnprt]$/.test(word) ? word + word.slice(-1) : word;
}
