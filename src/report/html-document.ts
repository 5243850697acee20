import { escapeMarkup as escape } from './escape.js';
import { EVIDENCE_CSS, READINGS_CSS, THEME_CSS } from './html-style.js';

/** One HTML file with nothing outside it: no script, no font, no image to load, so that it can be mailed and opened in ten years. Sections are HTML; empty ones are left out. */
export function htmlDocument(title: string, sections: readonly string[]): string {
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<title>${escape(`Stemma: ${title}`)}</title>
<style>${THEME_CSS}${READINGS_CSS}${EVIDENCE_CSS}</style>
</head>
<body>
<main>
${sections.filter((html) => html !== '').join('\n')}
</main>
</body>
</html>
`;
}
