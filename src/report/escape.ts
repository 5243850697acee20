/** Text as HTML or XML text and attribute value: page text is text everywhere. Characters that XML forbids become U+FFFD. */
export function escapeMarkup(text: string): string {
  return text.replace(
    /[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g,
    (character) => ENTITIES[character] ?? '\ufffd',
  );
}

/** A link's target where it's a web address; undefined for `javascript:` and everything else that a page may claim as its URL. */
export function safeHref(url: string): string | undefined {
  return /^https?:\/\/[^\s"'<>\\]+$/i.test(url) ? url : undefined;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
