/**
 * The look of a report, shared by the one-file evidence and the desk: colours, type scale, and how readings are marked.
 * A kind of variant is never told by colour alone: each has its own underline. Light and dark follow the reader's system;
 * `data-theme` on the root overrides it. Contrast of text is 4.5 : 1 or more in both.
 */
export const THEME_CSS = `
:root {
  color-scheme: light;
  --paper: #fbfaf7; --sheet: #ffffff; --ink: #1c1b19; --soft: #5d5a54; --rule: #dcd8cf; --accent: #8a1f2d; --accent-ink: #ffffff; --wash: #f3efe6;
  --swap: #8a5a00; --swap-wash: #fdf0cf; --quote: #8a1c7c; --quote-wash: #fbe6f7; --fact: #00606b; --fact-wash: #d9f2f4;
  --name: #1d4f9e; --name-wash: #e2ecfb; --gone: #a3261b; --gone-wash: #fbe5e2; --new: #23682c; --new-wash: #e2f3e2; --meaning: #a3261b; --meaning-wash: #fbe0dc;
  --serif: Charter, "Bitstream Charter", "Iowan Old Style", Georgia, "Times New Roman", serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Helvetica Neue", Arial, sans-serif;
  --mono: ui-monospace, "SF Mono", Menlo, Consolas, "DejaVu Sans Mono", monospace;
  --s-1: .8125rem; --s0: .9375rem; --s1: 1.125rem; --s2: 1.375rem; --s3: 1.75rem; --s4: 2.25rem;
}
@media (prefers-color-scheme: dark) { :root:not([data-theme="light"]) { DARK } }
:root[data-theme="dark"] { DARK }
`.replaceAll(
  'DARK',
  `color-scheme: dark;
  --paper: #151412; --sheet: #1d1c19; --ink: #ebe7de; --soft: #a8a297; --rule: #38352f; --accent: #e98a94; --accent-ink: #201012; --wash: #26241f;
  --swap: #f0c36a; --swap-wash: #3a2e12; --quote: #f09be4; --quote-wash: #3b1b36; --fact: #6fd3dc; --fact-wash: #0f3338;
  --name: #93bbf5; --name-wash: #1a2b47; --gone: #f39c92; --gone-wash: #41201c; --new: #8fd297; --new-wash: #17321a; --meaning: #f39c92; --meaning-wash: #4a1d18;`,
);

/** How the readings of a collation are marked; classes `v` and the variant's kind, `t-` and what it touches. */
export const READINGS_CSS = `
.v { border-radius: 2px; padding: 0 1px; text-decoration: underline; text-decoration-thickness: 2px; text-underline-offset: 3px; color: var(--swap); background: var(--swap-wash); text-decoration-style: solid; }
.v.spelling { background: none; text-decoration-style: dotted; color: var(--soft); }
.v.inflection { text-decoration-style: dotted; }
.v.omission { color: var(--gone); background: var(--gone-wash); text-decoration: line-through; }
.v.addition { color: var(--new); background: var(--new-wash); text-decoration-style: double; }
.v.transposition { color: var(--name); background: none; text-decoration-style: wavy; }
.v.t-name { color: var(--name); background: var(--name-wash); }
.v.t-number, .v.t-date { color: var(--fact); background: var(--fact-wash); font-weight: 600; }
.v.t-quotation { color: var(--quote); background: var(--quote-wash); text-decoration-style: double; }
.v.t-negation, .v.t-meaning { color: var(--meaning); background: var(--meaning-wash); font-weight: 600; text-decoration-style: wavy; }
.apart { color: var(--soft); }
`;

/** Layout of the evidence file. */
export const EVIDENCE_CSS = `
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 400 var(--s0)/1.55 var(--sans); }
main { max-width: 76rem; margin: 0 auto; padding: 2rem clamp(1rem, 4vw, 3rem) 4rem; }
h1 { font: 600 var(--s4)/1.2 var(--serif); margin: 0 0 .5rem; letter-spacing: -.01em; text-wrap: balance; max-width: 30em; }
h1 strong { color: var(--accent); font-weight: 700; }
.lede { font: 400 var(--s2)/1.45 var(--serif); margin: 0 0 1rem; max-width: 46em; text-wrap: pretty; }
h2 { font: 600 var(--s1)/1.3 var(--sans); margin: 3rem 0 1rem; padding-top: .75rem; border-top: 2px solid var(--ink); }
.meta { color: var(--soft); margin: 0; font-size: var(--s-1); }
.meta a { color: inherit; }
table { border-collapse: collapse; width: 100%; font-size: var(--s0); }
th { text-align: left; font-weight: 600; font-size: var(--s-1); color: var(--soft); border-bottom: 1px solid var(--ink); padding: .25rem .75rem .25rem 0; }
td { vertical-align: top; border-bottom: 1px solid var(--rule); padding: .5rem .75rem .5rem 0; overflow-wrap: anywhere; }
td.said { font-family: var(--serif); font-size: var(--s1); line-height: 1.45; }
details > summary { cursor: pointer; color: var(--soft); margin: .75rem 0; }
.changes { list-style: none; padding: 0; margin: 0; display: grid; gap: .5rem; }
.changes li { display: grid; grid-template-columns: 6.5rem 1fr; gap: 1rem; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
.changes b { font-size: var(--s-1); }
.changes .quotes { color: var(--quote); } .changes .numbers, .changes .dates { color: var(--fact); } .changes .names { color: var(--name); } .changes .meaning { color: var(--meaning); }
.columns { display: grid; grid-template-columns: 1fr 1fr; column-gap: 2.5rem; font: 400 var(--s1)/1.55 var(--serif); }
.columns > header { font: 600 var(--s-1)/1.4 var(--sans); color: var(--soft); border-bottom: 1px solid var(--ink); padding-bottom: .35rem; margin-bottom: .75rem; position: sticky; top: 0; background: var(--paper); }
.siglum { color: var(--ink); }
.columns > div { padding: .3rem 0; min-width: 0; overflow-wrap: anywhere; }
.columns details { font-size: var(--s0); color: var(--soft); }
.columns summary { cursor: pointer; font-family: var(--sans); font-size: var(--s-1); }
.moved::before { content: "moved here"; font: 600 .6875rem var(--sans); color: var(--name); border: 1px solid currentcolor; border-radius: 2px; padding: 0 .3em; margin-right: .5em; }
.legend { display: flex; flex-wrap: wrap; gap: .35rem 1.25rem; margin: 0 0 1rem; font-size: var(--s-1); }
.stemma { overflow-x: auto; }
.stemma svg { width: 100%; height: auto; min-width: 40rem; }
.who { font-weight: 600; } .chain { color: var(--soft); font-size: var(--s-1); }
.otherwise { font: 400 var(--s-1)/1.5 var(--sans); color: var(--soft); margin: .35rem 0 0; padding-left: .6rem; border-left: 3px solid var(--meaning); }
code, .query { font: 400 var(--s-1)/1.6 var(--mono); overflow-wrap: anywhere; }
.queries { margin: 0; padding-left: 1.25rem; }
.page-text { font: 400 var(--s1)/1.6 var(--serif); max-width: 44em; white-space: pre-wrap; overflow-wrap: anywhere; }
footer { margin-top: 3rem; border-top: 1px solid var(--rule); padding-top: 1rem; color: var(--soft); font-size: var(--s-1); }
@media (max-width: 46rem) {
  .columns { grid-template-columns: 1fr; } .columns > header { position: static; border-bottom: 0; padding-bottom: 0; margin-bottom: .15rem; } .columns > header:nth-child(2) { border-bottom: 1px solid var(--ink); padding-bottom: .5rem; margin-bottom: .5rem; }
  .columns > div { position: relative; padding-left: 2.5rem; } .columns > div::after { content: attr(data-siglum); position: absolute; left: 0; top: .55rem; font: 600 var(--s-1)/1.4 var(--sans); color: var(--soft); }
  .columns > .alike, .columns > .empty { display: none; } .columns > .base:not(.alike) { border-top: 1px solid var(--rule); } .columns > .base:not(.alike) + .witness { border-bottom: 1px solid var(--rule); }
  h1 { font-size: var(--s3); } .lede { font-size: var(--s1); }
  .changes li { grid-template-columns: 1fr; gap: .15rem; }
  .statements thead { display: none; } .statements tr { display: grid; grid-template-columns: 1fr auto; padding: .5rem 0; border-bottom: 1px solid var(--rule); }
  .statements td { border: 0; padding: .1rem .75rem .1rem 0; } .statements td:nth-child(-n+2) { grid-column: 1 / -1; }
}
@media print {
  :root { --paper: #fff; --ink: #000; --soft: #333; }
  @page { margin: 18mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font: 9pt sans-serif; } }
  body { font-size: 10pt; } h2 { break-after: avoid; } tr, .changes li, .columns > div { break-inside: avoid; }
  .v { color: #000 !important; background: none !important; } details > * { display: block; }
}
`;
