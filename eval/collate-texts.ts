import { dataRows, half } from './data.js';

/** Real news texts of one half, paragraphs parted by blank lines: press releases with quotations, and newswire. */
export function newsTexts(part: 'tune' | 'test', count: number): readonly string[] {
  const releases = dataRows<{ id: string; text: string }>('background-prosecutors.jsonl.gz').filter(
    (row) => half(row.id) === part,
  );
  const news = dataRows<{ id: string; text: string }>('statements-polnear-train.jsonl.gz').filter(
    (row) => half(row.id) === part,
  );
  const wire = dataRows<{ id: string; text: string }>('background-reuters.jsonl.gz').filter(
    (row) => row.text.length > 1200 && half(row.id) === part,
  );
  const share = Math.ceil(count / 3);
  return [releases, news, wire]
    .flatMap((rows) => everyNth(rows, share))
    .map(({ text }) => withoutRepeats(paragraphs(text)).slice(0, 5000))
    .slice(0, count);
}

function everyNth<Row>(rows: readonly Row[], count: number): Row[] {
  const step = Math.max(1, Math.floor(rows.length / count));
  return rows.filter((_, i) => i % step === 0).slice(0, count);
}

/** A line that repeats the beginning of an earlier one is left out: which of the two was copied could not be told. */
function withoutRepeats(text: string): string {
  const seen = new Set<string>();
  return text
    .split('\n\n')
    .filter((line) => {
      const key = line
        .toLowerCase()
        .replaceAll(/[^a-z0-9]/g, '')
        .slice(0, 30);
      return key === '' || (!seen.has(key) && seen.add(key) !== undefined);
    })
    .join('\n\n');
}

/** The wire indents its paragraphs; elsewhere lines are paragraphs. */
export function paragraphs(text: string): string {
  return /\n {2,}\S/.test(text)
    ? text.replaceAll(/\n(?! {2,})/g, ' ').replaceAll(/\n {2,}/g, '\n\n')
    : text.replaceAll(/\n+/g, '\n\n');
}
