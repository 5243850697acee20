/**
 * The copyist's paper: a text as slots that keep their identity through copying.
 * A copied word keeps its slot, a replaced word keeps the slot with other letters, a new word gets a new slot.
 * So the true alignment of any two drafts is known without aligning.
 */
export interface Slot {
  /** Letters and the punctuation that clings to them; may hold spaces ("the place"). */
  readonly text: string;
  /** The same number in two drafts: one was copied from the other, or both from a third. */
  readonly origin: number;
}

export type DraftSentence = readonly Slot[];

export interface Draft {
  readonly headline: DraftSentence;
  readonly paragraphs: readonly (readonly DraftSentence[])[];
}

/** A slot of a draft as it is printed: half-open UTF-16 offsets into the printed text, and the sentence it stands in. */
export interface PrintedSlot extends Slot {
  readonly start: number;
  readonly end: number;
  readonly sentence: number;
}

/** A source of numbers that no other slot has. */
export type Numbering = () => number;

/** A text as a draft, every word in a slot of its own. */
export function draftOf(text: string, title: string, next: Numbering): Draft {
  const paragraphs = text
    .split(/\n\s*\n|\n(?= {2,})/)
    .map((paragraph) => sentencesOf(paragraph).map((sentence) => slotsOf(sentence, next)))
    .filter((sentences) => sentences.length > 0);
  return { headline: slotsOf(title, next), paragraphs };
}

/** Words of a sentence, each in a new slot. */
export function slotsOf(sentence: string, next: Numbering): DraftSentence {
  return sentence
    .split(/\s+/)
    .filter((word) => word !== '')
    .map((text) => ({ text, origin: next() }));
}

/** The body as plain text: a blank line between paragraphs. */
export function printDraft(draft: Draft): string {
  return draft.paragraphs
    .map((sentences) => sentences.map((slots) => slots.map((slot) => slot.text).join(' ')).join(' '))
    .join('\n\n');
}

/** Where each slot stands in `printDraft(draft)`. */
export function printedSlots(draft: Draft): PrintedSlot[] {
  const printed: PrintedSlot[] = [];
  let at = 0;
  let sentence = 0;
  draft.paragraphs.forEach((sentences, paragraph) => {
    if (paragraph > 0) at += 1;
    for (const slots of sentences) {
      for (const slot of slots) {
        printed.push({ ...slot, start: at, end: at + slot.text.length, sentence });
        at += slot.text.length + 1;
      }
      sentence++;
    }
  });
  return printed;
}

/** Number of slots in the body. */
export function draftLength(draft: Draft): number {
  return draft.paragraphs.flat().reduce((sum, slots) => sum + slots.length, 0);
}

function sentencesOf(paragraph: string): string[] {
  return paragraph
    .replace(/\s+/g, ' ')
    .trim()
    .split(/(?<=[a-z0-9)][.!?]["”’]?) (?=["“‘A-Z])/)
    .filter((sentence) => sentence !== '');
}
