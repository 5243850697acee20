import type { Block } from './block.js';
import { fold } from './fold.js';
import { endsSentence, lineKind } from './line-kind.js';

/** Codes of the kinds that lines give themselves, as a feature. */
const KIND_CODE: Readonly<Record<string, number>> = {
  advertisement: 1,
  share: 2,
  related: 3,
  furniture: 4,
  tags: 5,
  timestamp: 6,
  byline: 7,
  credit: 8,
  caption: 9,
  contributor: 10,
  correction: 11,
};
const FUNCTION_WORD =
  /(?<!\p{L})(?:the|a|an|and|or|but|of|to|in|on|at|by|for|with|from|as|is|are|was|were|be|been|has|have|had|that|this|it|its|he|she|they|we|you|i|his|her|their|not|which|who|will|would|said)(?!\p{L})/giu;

const APPEAL =
  /(?<!\p{L})(?:subscrib\w*|newsletters?|sign(?:ing)? up|inbox|follow|download|apps?|click|cookies?|comments?|contact|e-?mail|donat\w*|support us|share|login|register|registered|account|members?|membership|browser|javascript|moderated|sponsored|advertis\w*|facebook|twitter|instagram|whatsapp|youtube|linkedin|unsubscribe|notifications?|updates?|exclusive|free|offers?)(?!\p{L})/giu;
const ORDER =
  /^[\W_]*(?:please|subscribe|sign|follow|click|read|join|get|download|share|watch|listen|register|support|donate|like|contact|email|e-mail|send|submit|leave|add|view|see|show|visit|learn|find|discover|buy|shop|order|try|start|stay|enter|log|tell|let|check|explore|browse|search|save|print|report|become|never miss|don[’']t miss|want|have|need|do you|are you|this (?:article|story|post|site|website|page|work|content))(?!\p{L})/iu;
const ADDRESSED = /(?<!\p{L})(?:you|your|yours|we|our|ours|us|i|my|me)(?!\p{L})/giu;
const BIOGRAPHY =
  /^(?:about the author|(?:dr\.?|mr\.?|ms\.?|mrs\.?|prof\.?)?\s*\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]+){1,3},?\s(?:is|was|has been|works|writes|covers|joined|reports|lives|can be reached|hails)(?!\p{L}))/u;

/** A block's own words, counted. */
export interface Look {
  readonly length: number;
  readonly words: number;
  readonly linked: number;
  readonly ends: boolean;
  readonly sentences: number;
  readonly kind: number;
  readonly prose: number;
  readonly folded: string;
}

/** Counts the words of a block. */
export function lookOf(block: Block): Look {
  const { text } = block;
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{N}'’-]*/gu)?.length ?? 0;
  const linked = block.linked / text.length;
  const ends = endsSentence(text) || /[。！？」]$/u.test(text);
  const sentences = text.match(/[.!?。！？]["”’')\]]*(?=\s|$)|[。！？]/gu)?.length ?? 0;
  const prose = (ends || sentences > 0) && text.length >= 40 && linked < 0.5 ? text.length - block.linked : 0;
  return {
    length: text.length,
    words,
    linked,
    ends,
    sentences,
    kind: KIND_CODE[lineKind(text) ?? ''] ?? 0,
    prose,
    folded: fold(text),
  };
}

/** Words by which pages plead, order, present an author or reserve rights, against those of reports. */
export function wordColumns(text: string, words: number): number[] {
  const start = text.slice(0, 400);
  return [
    Math.min(start.match(APPEAL)?.length ?? 0, 8),
    Number(ORDER.test(start)),
    (start.match(ADDRESSED)?.length ?? 0) / Math.min(words, 70),
    Number(BIOGRAPHY.test(start)),
    Number(/https?:\/\/|www\.|\S@\S|(?<!\S)[@#]\p{L}/u.test(start)),
    Number(
      /©|\(c\)|all rights reserved|copyright|not responsible for|disclaimer|trademarks?\b|affiliate|terms of|privacy/iu.test(
        start,
      ),
    ),
    Number(/(?<!\d)(?:19|20)\d{2}(?!\d)/u.test(start)) + Number(/\d{1,2}:\d{2}/u.test(start)),
  ];
}

/** Share of an English text's words that are function words, and numbers like it, need no more than this pattern. */
export function countFunctionWords(text: string): number {
  return text.match(FUNCTION_WORD)?.length ?? 0;
}
