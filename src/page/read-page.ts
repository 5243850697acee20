import { StemmaError } from '../error.js';
import { parseByline } from './byline.js';
import { chooseClaims, type Choice } from './choose-claims.js';
import { decodePage, type Decoded } from './decode.js';
import { datelineOf } from './dateline.js';
import { disguiseNotes } from './disguise.js';
import { REPORTED, type Claim, type Page, type Part } from './page.js';
import type { RawPage } from './raw-page.js';
import { readHtml } from './read-html.js';
import { readText } from './read-text.js';
import { TEXT_LIMITS } from './text-block.js';
import { visibleClaims } from './visible-claims.js';

/**
 * Reads a page: its typed parts, the text that was reported, and what it says of itself. Pure and bounded: hostile pages end
 * within the limits of `tree.ts`. Throws `unreadable-page` where there is no article (a form, an error page, a picture, nothing).
 */
export function readPage(raw: RawPage): Page {
  if (raw.read !== undefined) return raw.read;
  const { html, text, notes }: Decoded =
    raw.html !== undefined || raw.text !== undefined
      ? { ...(raw.html === undefined ? { text: raw.text ?? '' } : { html: raw.html }), notes: [] }
      : decodePage(raw.bytes ?? new Uint8Array(), raw.contentType);
  return html === undefined ? fromText(raw, text ?? '', notes) : fromHtml(raw, html, notes);
}

function fromText(raw: RawPage, source: string, notes: readonly string[]): Page {
  if (source.slice(0, TEXT_LIMITS.characters).trim() === '')
    throw new StemmaError('unreadable-page', 'There is no text here: the page is empty.');
  const reading = readText(source, raw.title === undefined ? {} : { title: raw.title });
  const { parts, stories } = reading;
  const title = parts.find((part) => part.kind === 'headline')?.text;
  const claims: Claim[] = [
    ...reading.claims,
    ...(title === undefined ? [] : [{ field: 'title', value: title, from: 'headline' }]),
    ...visibleClaims(parts, false),
  ];
  const text = parts
    .filter((part) => REPORTED.has(part.kind))
    .map((part) => part.text)
    .join('\n\n');
  return assemble(raw, {
    parts,
    claims,
    text,
    source,
    notes: [
      ...notes,
      ...(source.length > TEXT_LIMITS.characters ? ['the text was cut at a limit (characters)'] : []),
      ...(stories > 1 ? [`the text holds ${stories} articles; the first was read, give each a file of its own`] : []),
    ],
  });
}

function fromHtml(raw: RawPage, html: string, notes: readonly string[]): Page {
  const reading = readHtml(html, raw.url);
  return assemble(raw, {
    ...reading,
    claims: [...reading.claims, ...visibleClaims(reading.parts, true)],
    source: reading.text,
    notes: [...notes, ...reading.notes],
  });
}

interface Read {
  readonly parts: readonly Part[];
  readonly claims: readonly Claim[];
  readonly text: string;
  readonly source: string;
  readonly notes: readonly string[];
}

function assemble(raw: RawPage, read: Read): Page {
  const choice: Choice = chooseClaims(read.claims, raw.url);
  const place =
    read.parts.find((part) => part.kind === 'dateline') ?? read.parts.find((part) => part.kind === 'paragraph');
  const dateline =
    place &&
    (datelineOf(`${place.text} `)?.place ||
      (place.kind === 'dateline' ? place.text.replace(/[\s–—-]+$/u, '') : undefined));
  const title = raw.title ?? choice.title;
  const outlet = raw.outlet ?? choice.outlet;
  const published = raw.published ?? choice.published;
  const modified = raw.modified ?? choice.modified;
  return {
    ...(raw.id !== undefined && { id: raw.id }),
    ...(raw.url !== undefined && { url: raw.url }),
    ...(choice.canonical !== undefined && { canonical: choice.canonical }),
    ...(outlet !== undefined && { outlet }),
    ...(title !== undefined && { title }),
    byline: knownByline(raw.byline) ?? choice.byline,
    ...(dateline !== undefined && dateline !== '' && { dateline }),
    ...(published !== undefined && { published }),
    ...(modified !== undefined && { modified }),
    ...(choice.language !== undefined && { language: choice.language }),
    parts: read.parts,
    text: read.text,
    source: read.source,
    claims: read.claims.map((claim) => {
      const reason = choice.reasons.get(claim);
      return reason === undefined || isGiven(raw, claim.field) ? claim : { ...claim, reason };
    }),
    notes: [...read.notes, ...disguiseNotes(read.source.slice(0, TEXT_LIMITS.characters))],
  };
}

/** True for a field that the caller knows: nothing was chosen there. */
function isGiven(raw: RawPage, field: string): boolean {
  const { title, outlet, published, modified } = raw;
  return (field === 'author' ? raw.byline : { title, outlet, published, modified }[field]) !== undefined;
}

function knownByline(byline: RawPage['byline']): readonly string[] | undefined {
  if (byline === undefined) return undefined;
  return typeof byline === 'string' ? parseByline(byline).names : byline;
}
