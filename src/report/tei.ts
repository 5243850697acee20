import type { AlignmentRow, AlignmentTable } from '../collation/align-family.js';
import type { Witness } from '../witness/witness.js';
import { siglaOf } from './alignment-table.js';
import { escapeMarkup } from './escape.js';

/** The family as TEI P5, parallel segmentation (chapter 12.2.3): every sentence with its apparatus entries in place. */
export function familyTei(table: AlignmentTable): string {
  const sigla = siglaOf(table.witnesses.length);
  const witnesses = [
    witnessTei('base', table.base),
    ...table.witnesses.map((witness, w) => witnessTei(sigla[w] ?? '', witness)),
  ];
  const sentences = new Map<number, AlignmentRow[]>();
  for (const row of table.rows) sentences.set(row.sentence, [...(sentences.get(row.sentence) ?? []), row]);
  const body = [...sentences.values()].map((rows) => `        <p>${sentenceTei(rows, table.base, sigla)}</p>`);
  return `<?xml version="1.0" encoding="UTF-8"?>
<TEI xmlns="http://www.tei-c.org/ns/1.0">
  <teiHeader>
    <fileDesc>
      <titleStmt><title>${escapeMarkup(table.base.page.title ?? 'Collation')}</title></titleStmt>
      <publicationStmt><p>Made by Stemma.</p></publicationStmt>
      <sourceDesc>
        <listWit>
${witnesses.join('\n')}
        </listWit>
      </sourceDesc>
    </fileDesc>
    <encodingDesc><variantEncoding method="parallel-segmentation" location="internal"/></encodingDesc>
  </teiHeader>
  <text>
    <body>
      <div>
${body.join('\n')}
      </div>
    </body>
  </text>
</TEI>
`;
}

function witnessTei(siglum: string, { id, page }: Witness): string {
  const about = [page.outlet, page.title, page.url, page.published].filter((word) => word !== undefined && word !== '');
  return `          <witness xml:id="${escapeMarkup(siglum)}">${escapeMarkup(about.length > 0 ? about.join(', ') : id)}</witness>`;
}

/** Rows with the base's marks and blanks between them. */
function sentenceTei(rows: readonly AlignmentRow[], base: Witness, sigla: readonly string[]): string {
  const [first, span] = [rows[0], base.sentences[rows[0]?.sentence ?? 0]];
  if (first === undefined || span === undefined) return '';
  const opening = base.text.slice(base.start[span.from], first.base.range[0]);
  const body = rows.map((row, r) => {
    const stop = rows[r + 1]?.base.range[0] ?? base.end[span.to - 1] ?? row.base.range[1];
    return rowTei(row, sigla) + escapeMarkup(base.text.slice(row.base.range[1], Math.max(row.base.range[1], stop)));
  });
  return `${escapeMarkup(opening)}${body.join('')}`.replaceAll(/\s+/g, ' ');
}

/** A place where all agree is plain text; else an entry with the base's reading first. Witnesses without the passage are named in none. */
function rowTei({ base, readings, agrees }: AlignmentRow, sigla: readonly string[]): string {
  if (agrees) return escapeMarkup(base.text);
  const byReading = new Map<string, string[]>();
  const agreeing = ['#base'];
  readings.forEach((reading, w) => {
    if (reading?.agrees) agreeing.push(`#${sigla[w]}`);
    else if (reading) byReading.set(reading.text, [...(byReading.get(reading.text) ?? []), `#${sigla[w]}`]);
  });
  const variants = [...byReading].map(([text, wit]) => `<rdg wit="${wit.join(' ')}">${escapeMarkup(text)}</rdg>`);
  return `<app><lem wit="${agreeing.join(' ')}">${escapeMarkup(base.text)}</lem>${variants.join('')}</app>`;
}
