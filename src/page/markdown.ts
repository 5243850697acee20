import type { Claim, PartKind } from './page.js';

/** A plain text that is set in Markdown: its marks say what lines are, and are left out of what is read. */

const FRONT_MATTER = /^---[ \t]*\r?\n([\s\S]{0,8000}?)\r?\n---[ \t]*(?:\r?\n|$)/u;
const SIGNS: readonly RegExp[] = [
  /^#{1,6} \S/mu,
  /(?<!!)\[[^\][\n]{1,200}\]\((?:https?:|\/|#|mailto:)[^()\s]{1,500}\)/u,
  /\*\*[^*\n]{1,200}\*\*/u,
  /^> \S/mu,
  /!\[[^\][\n]{0,300}\]\([^()\s]{1,500}\)/u,
  FRONT_MATTER,
];

/** Signs that no plain text has by chance: a heading that opens it, fields before it. */
const SURE: readonly RegExp[] = [
  /^\s{0,20}#{1,2} \S[^\n]{0,300}\r?\n[ \t]*\r?\n/u,
  /^---[ \t]*\r?\n(?:[\w-]{1,40}:[^\n]{0,500}\r?\n){0,30}?(?:title|author|date):\s?\S/iu,
];

/** True where one sure sign or at least two of Markdown's own signs occur: one of these alone is as likely chance. */
export function isMarkdown(source: string): boolean {
  return SURE.some((sign) => sign.test(source)) || SIGNS.filter((sign) => sign.test(source)).length >= 2;
}

/** Where the front matter ends, 0 without one, and what it claims. */
export function readFrontMatter(source: string): { readonly end: number; readonly claims: readonly Claim[] } {
  const match = FRONT_MATTER.exec(source);
  if (!match) return { end: 0, claims: [] };
  const FIELDS: Readonly<Record<string, string>> = {
    title: 'title',
    author: 'author',
    authors: 'author',
    by: 'author',
    date: 'published',
    published: 'published',
    updated: 'modified',
    lang: 'language',
    description: 'description',
    tags: 'keywords',
    source: 'original',
    url: 'canonical',
    publisher: 'outlet',
    site: 'outlet',
  };
  const claims = (match[1] ?? '').split(/\r?\n/u).flatMap((line) => {
    const pair = /^([\w-]{1,40})\s*:\s*(\S.{0,500})$/u.exec(line);
    const field = pair ? FIELDS[(pair[1] ?? '').toLowerCase()] : undefined;
    return pair && field !== undefined
      ? [{ field, value: (pair[2] ?? '').trim().replace(/^["'[]|["'\]]$/gu, ''), from: 'front matter' }]
      : [];
  });
  return { end: match[0].length, claims };
}

/** The kind that a block's marks give it, and its text without them. */
export function readMarks(text: string): { readonly kind: PartKind | undefined; readonly text: string } {
  const heading = /^(#{1,6})\s+(\S.*?)\s*#*$/su.exec(text);
  if (heading) return { kind: heading[1] === '#' ? 'headline' : 'subheading', text: withoutMarks(heading[2] ?? '') };
  if (/^!\[[^\][]*\]\([^()]*\)$/u.test(text)) return { kind: 'caption', text: withoutMarks(text.slice(1)) };
  if (text.startsWith('>'))
    return { kind: 'blockquote', text: withoutMarks(text.replace(/^>\s?|\s>\s/gu, ' ').trim()) };
  return { kind: undefined, text: withoutMarks(text) };
}

function withoutMarks(text: string): string {
  return text
    .replace(/!?\[([^\][]*)\]\([^()]*(?:\([^()]*\)[^()]*)?\)/gu, '$1')
    .replace(/(\*\*|__)(?=\S)([^*_\n]{1,500}?)\1/gu, '$2')
    .replace(/(?<![\p{L}\p{N}*_])[*_](?=\S)([^*_\n]{1,500}?)[*_](?![\p{L}\p{N}*_])/gu, '$1')
    .replace(/`([^`\n]{1,300})`/gu, '$1');
}
