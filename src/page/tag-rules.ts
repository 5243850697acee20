/** What HTML says of its tags: which hold nothing, which stand as blocks, which end others, and how far an end tag reaches. */

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

export const VOID = words('area base br col embed hr img input link meta param source track wbr keygen basefont frame');
/** Elements that stand as blocks: opening one ends an open paragraph, and a stray inline end tag does not reach over one. */
export const BLOCK = words(
  'address article aside blockquote center details dir div dl fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr main menu nav ol p pre section table ul li dd dt td th tr body',
);
const TABLE_PART = words('caption colgroup thead tbody tfoot tr td th');
export const TABLE_SCOPE = words('table td th caption button body html');
const LIST_SCOPE = words('ul ol dl menu dir table td th caption body html');
const TABLE_ONLY = words('table body html');

/** Opening one of these ends an open element of `ends`, unless one of `within` stands before it. */
export const IMPLIED_END: Readonly<
  Record<string, { readonly ends: ReadonlySet<string>; readonly within: ReadonlySet<string> }>
> = {
  li: { ends: words('li'), within: LIST_SCOPE },
  dt: { ends: words('dt dd'), within: LIST_SCOPE },
  dd: { ends: words('dt dd'), within: LIST_SCOPE },
  td: { ends: words('td th'), within: TABLE_ONLY },
  th: { ends: words('td th'), within: TABLE_ONLY },
  tr: { ends: words('tr td th'), within: TABLE_ONLY },
  tbody: { ends: words('thead tbody tr td th'), within: TABLE_ONLY },
  tfoot: { ends: words('thead tbody tr td th'), within: TABLE_ONLY },
  option: { ends: words('option'), within: words('select body html') },
  body: { ends: words('head'), within: words('html') },
};
const NOTHING: ReadonlySet<string> = new Set();

/** What an end tag must not reach over. */
export function scopeOf(tag: string): ReadonlySet<string> {
  if (TABLE_PART.has(tag)) return TABLE_ONLY;
  if (tag === 'table' || tag === 'body' || tag === 'html') return NOTHING;
  if (tag === 'li') return LIST_SCOPE;
  return BLOCK.has(tag) ? TABLE_SCOPE : BLOCK;
}
