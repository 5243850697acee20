/** What the reader put in. */
export interface TraceInput {
  readonly pasted: string;
  readonly files: readonly File[];
  /** Whether the first page is looked for in the archive, or laid beside the other ones only. */
  readonly mode: 'archive' | 'against';
}

/** A page as the server takes it. */
export interface PageRequest {
  readonly url?: string;
  readonly html?: string;
  readonly text?: string;
}

/** Bytes that a page may have; the server's own limit is the same. */
const LARGEST_PAGE = 16 * 2 ** 20;

/** What is asked of the server: JSON for what was pasted, a form where files come along (their encoding is the server's to find out); or a sentence that says what is missing. */
export function requestOf({ pasted, files, mode }: TraceInput): PageRequest | FormData | string {
  const large = files.find((file) => file.size > LARGEST_PAGE);
  if (large !== undefined)
    return `${large.name} is larger than 16 MB: that is no page. Archives of many pages go into the archive, under Archive.`;
  const text = pasted.trim();
  if (files.length === 0) return text === '' ? 'Paste an address or a text, or choose a file.' : pageOfText(text);
  const form = new FormData();
  form.append('mode', mode);
  if (text !== '') form.append('page', JSON.stringify(pageOfText(text)));
  for (const file of files) form.append('file', file);
  return form;
}

/** An address is fetched; a source of HTML is read as such; all else is a text. */
function pageOfText(pasted: string): PageRequest {
  if (!/\s/.test(pasted) && /^(?:https?:\/\/|www\.)\S+$/i.test(pasted))
    return { url: pasted.startsWith('http') ? pasted : `https://${pasted}` };
  return isMarkup(pasted) ? { html: pasted } : { text: pasted };
}

function isMarkup(text: string): boolean {
  return /^\s*(?:<!doctype html|<html|<head|<body|<article|<\?xml)/i.test(text.slice(0, 2000));
}
