import { agenciesIn } from './agency.js';
import { parseByline } from './byline.js';
import { datesOf } from './date-line.js';
import { datelineOf } from './dateline.js';
import type { Claim, Part } from './page.js';
import { signersOf } from './signature.js';

const FIRST_PUBLISHED =
  /\b(?:(?:this (?:article|story|post|piece|column|report) )?(?:was )?(?:originally|first) (?:appeared|published|ran|posted)(?: \w+){0,4}? (?:on|in|at|by)|(?:published|used|reproduced) under (?:a )?licen[cs]e from|(?:republished|reprinted|reproduced|syndicated)(?: \w+){0,4}? (?:from|by|courtesy of)|(?<!(?:image|photo|picture|video|data|graphic|credit)s?\s)(?:via|source|h\/t|hat tip|read the original (?:article|story)(?: at| on)?)\s*[:：])\s+(?:the )?([\p{Lu}\d][^.\n;()]{1,80})/iu;
const SOURCE_LINE =
  /^[\W_]*(?:source|via|sources|h\/t|hat tip|original source|quelle|fuente)\s*[:：]\s*(\S.{1,120})$/iu;

/** "the Gazette on 3 May" names the Gazette. */
const DATED_END =
  /\s+(?:on|in|at)\s+(?:(?:\w+day,?\s+)?(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+\d)|\w+day\b).*$/iu;
/** "First published on Tue 29 Nov" names a day. */
const OPENS_WITH_DAY =
  /^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\s\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s\d|\d{1,4}[\s/.-])/iu;
/** Kinds whose sources are those of pictures and of other stories. */
const NOT_OF_REPORT: ReadonlySet<string> = new Set(['caption', 'credit', 'related', 'share', 'advertisement']);
const MOST_CLAIMS = 300;

/** What the visible parts of a page say of it (`headed`: its head was read already, byline and date need not be read again): byline, dateline, credits, contributor line, tags, "first appeared in". */
export function visibleClaims(parts: readonly Part[], headed: boolean): readonly Claim[] {
  const claims: Claim[] = [];
  const add = (field: string, value: string, from: string): void => {
    if (
      value !== '' &&
      claims.length < MOST_CLAIMS &&
      !claims.some((claim) => claim.field === field && claim.value === value && claim.from === from)
    )
      claims.push({ field, value, from });
  };
  const firstParagraph = parts.findIndex((part) => part.kind === 'paragraph');
  parts.forEach((part, at) => {
    const { kind, text } = part;
    if (kind === 'byline') {
      const byline = parseByline(text);
      if (!headed) for (const name of byline.names) add('author', name, 'byline');
      for (const agency of byline.agencies) add('agency', agency, 'byline');
      if (byline.outlet !== undefined) add('outlet', byline.outlet, 'byline');
    }
    if (kind === 'outlet') add('outlet', text, 'outlet line');
    if (kind === 'timestamp' && !headed) datesOf(text, add);
    if (kind === 'tags')
      for (const tag of text.replace(/^[^:]{0,20}:\s*/u, '').split(/[,#;|\n]/u)) add('keywords', tag.trim(), 'tags');
    if (kind === 'credit' || kind === 'caption') for (const agency of agenciesIn(text)) add('agency', agency, kind);
    if (kind === 'contributor') {
      add('contributor', text, 'contributor line');
      if (!headed) for (const name of signersOf(text)) add('author', name, 'closing line');
      for (const agency of agenciesIn(text)) add('agency', agency, 'contributor line');
      const own = /^(?:the )?(\p{Lu}[\p{L}.&]*(?: \p{Lu}[\p{L}.&]*){0,3})[’']s? (?=\p{Lu})/u.exec(text)?.[1];
      if (own !== undefined) add('original', own, 'contributor line');
    }
    if (kind === 'dateline' || at === firstParagraph) {
      const agency = datelineOf(`${text} `)?.agency;
      if (agency !== undefined) for (const name of agenciesIn(agency)) add('agency', name, 'dateline');
    }
    const original =
      text.length <= 400 && !NOT_OF_REPORT.has(kind)
        ? (SOURCE_LINE.exec(text)?.[1] ?? FIRST_PUBLISHED.exec(text)?.[1])
        : undefined;
    if (original !== undefined && !OPENS_WITH_DAY.test(original))
      add(
        'original',
        original
          .replace(DATED_END, '')
          .replace(/,? and (?:has|was|is) .*$/u, '')
          .trim()
          .replace(/[\s,.]+$/u, ''),
        'source line',
      );
  });
  return claims;
}
