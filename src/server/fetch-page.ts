import { StemmaError } from '../error.js';
import { openWeb } from '../intake/web.js';
import type { RawPage } from '../page/raw-page.js';

/** A page's content: what came along, or what its address gives. Throws `bad-input` where there is neither. */
export async function fetchPage(
  asked: RawPage,
  { allowPrivate }: { readonly allowPrivate: boolean },
): Promise<RawPage> {
  if (asked.html !== undefined || asked.text !== undefined || asked.bytes !== undefined) return asked;
  if (asked.url === undefined) throw new StemmaError('bad-input', 'A page needs "text", "html" or "url".');
  if (!/^https?:\/\/\S/i.test(asked.url))
    throw new StemmaError('bad-input', `"url" must begin with http:// or https://, not “${asked.url.slice(0, 200)}”.`);
  const web = openWeb({ allowPrivate });
  try {
    const document = await web.get(asked.url);
    if (document === undefined) throw new StemmaError('unreadable-page', `${asked.url} gave nothing.`);
    const { url, bytes, contentType } = document;
    return { ...asked, url, bytes, ...(contentType !== undefined && { contentType }) };
  } finally {
    await web.close();
  }
}
