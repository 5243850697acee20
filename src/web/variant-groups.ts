import type { Touch, VariantKind } from '../collation/collation.js';

interface Marked {
  readonly kind: VariantKind;
  readonly touches: readonly Touch[];
}

export interface VariantGroup {
  readonly id: string;
  readonly label: string;
  has(variant: Marked): boolean;
}

const touching =
  (...touches: readonly Touch[]) =>
  (variant: Marked): boolean =>
    variant.touches.some((touch) => touches.includes(touch));
const ofKind =
  (...kinds: readonly VariantKind[]) =>
  (variant: Marked): boolean =>
    kinds.includes(variant.kind);

/** What a reader can ask to see alone. A variant may be in several. */
export const VARIANT_GROUPS: readonly VariantGroup[] = [
  { id: 'quotes', label: 'In quotes', has: touching('quotation') },
  { id: 'figures', label: 'Numbers, dates', has: touching('number', 'date') },
  { id: 'names', label: 'Names', has: touching('name') },
  { id: 'meaning', label: 'Meaning', has: touching('meaning', 'negation') },
  { id: 'swapped', label: 'Swapped', has: ofKind('synonym', 'substitution') },
  { id: 'gone', label: 'Left out', has: ofKind('omission') },
  { id: 'new', label: 'Added', has: ofKind('addition') },
  { id: 'moved', label: 'Moved', has: ofKind('transposition') },
  { id: 'form', label: 'Form, spelling', has: ofKind('spelling', 'inflection') },
];

/** What happened at a variant, in words. */
export function describeVariant({ kind, touches }: Marked): string {
  const touched = touches.map((touch) => TOUCH_WORDS[touch]);
  return touched.length === 0 ? KIND_WORDS[kind] : `${KIND_WORDS[kind]}: ${touched.join(', ')}`;
}

const KIND_WORDS: Readonly<Record<VariantKind, string>> = {
  spelling: 'Spelled otherwise',
  inflection: 'Other form of the word',
  synonym: 'Swapped for a synonym',
  substitution: 'Other words',
  omission: 'Left out',
  addition: 'Added',
  transposition: 'Moved',
};

const TOUCH_WORDS: Readonly<Record<Touch, string>> = {
  quotation: 'inside a quotation',
  number: 'a number',
  date: 'a date',
  name: 'a name',
  negation: 'a negation',
  meaning: 'turns the meaning',
};
