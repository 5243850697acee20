import type { JSX } from 'preact';
import type { PairView, ReportView } from '../server/view.js';
import { RELATIONS } from './relations.js';
import { Downloads } from './downloads.js';
import { hostOf } from '../page/host-of.js';
import { momentOf, percentOf } from '../report/plain-words.js';
import { statementsHere } from '../report/told-statement.js';
import { counted, labelOf, shareOf } from './format.js';
import type { ListedChange } from './listed-changes.js';
import { PageFacts } from './page-facts.js';
import { KINSHIP_WORDS } from './kinship-tag.js';

/** The verdict, largest on the page; what was counted beside it; its grounds one click away. */
export function VerdictHead({
  view,
  changes,
}: {
  readonly view: ReportView;
  readonly changes: readonly ListedChange[];
}): JSX.Element {
  const { report } = view;
  const { page, verdict } = report;
  const [opening, rest] = splitVerdict(verdict.sentence);
  return (
    <header class="verdict">
      <div class="verdict-text">
        <p class="about">
          <span class="about-title">{page.title ?? openingWords(page.text)}</span>
          <span class="about-facts">
            <PageFacts page={page} labelOf={(url) => hostOf(url) ?? url} />
          </span>
        </p>
        <h1 class={`is-${verdict.version === undefined ? verdict.relation : 'version'}`}>{opening}</h1>
        {rest !== '' && <p class="lede">{rest}</p>}
        <Grounds view={view} />
        <Downloads view={view} changes={changes} />
      </div>
      <Facts view={view} />
    </header>
  );
}

/** Characters of an opening that can be set in the largest type. */
const OPENING = 70;

/** The first sentence, as long as it quotes no title and isn't long, and the rest. */
function splitVerdict(sentence: string): readonly [opening: string, rest: string] {
  const first = /^(?:[^.“]|\.(?!\s|$))*\./.exec(sentence)?.[0] ?? sentence;
  const opening = first.length <= OPENING ? first : (/^[^:“]*:/.exec(first)?.[0] ?? first);
  return [opening, sentence.slice(opening.length).trim()];
}

/** What a page without a title is called by. */
function openingWords(text: string): string {
  return `“${text
    .slice(0, 90)
    .replace(/\s+/g, ' ')
    .replace(/\s\S*$/, '')}…”`;
}

function Grounds({ view }: { readonly view: ReportView }): JSX.Element {
  const { verdict } = view.report;
  const grounds = view.pair?.collation.grounds ?? [];
  return (
    <details class="grounds">
      <summary>{view.assurance === undefined ? '' : `${sentenceCase(view.assurance)}. `}On what grounds?</summary>
      <div class="grounds-body">
        <ul>
          {verdict.grounds.map((ground) => (
            <li key={ground}>{ground}</li>
          ))}
          {grounds
            .filter(({ text }) => !verdict.grounds.includes(text))
            .map(({ kind, text, favours }) => (
              <li key={`${kind}${text}`}>
                <span class="ground-kind">{kind}</span> {text}
                {favours !== undefined && (
                  <span class="hint"> Makes {favours === 'base' ? 'the other page' : 'this page'} the older one.</span>
                )}
              </li>
            ))}
        </ul>
        <dl class="relations">
          {RELATIONS.map((relation) => (
            <div key={relation}>
              <dt>{KINSHIP_WORDS[relation]}</dt>
              <dd>
                <meter min={0} max={1} value={verdict.relations[relation]} aria-label={KINSHIP_WORDS[relation]} />
                {percentOf(verdict.relations[relation])}
              </dd>
            </div>
          ))}
        </dl>
      </div>
    </details>
  );
}

function sentenceCase(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function Facts({ view }: { readonly view: ReportView }): JSX.Element {
  const { report, pair } = view;
  const changes = pair?.collation.changes;
  const altered =
    changes === undefined
      ? []
      : (['quotes', 'numbers', 'dates', 'names'] as const)
          .filter((field) => changes[field].length > 0)
          .map((field) => counted(changes[field].length, field.slice(0, -1)));
  const said = statementsHere(report.sources.statements, report.self).length;
  return (
    <dl class="facts">
      {pair !== undefined && (
        <>
          <Relatives view={view} pair={pair} />
          <div>
            <dt>Shared</dt>
            <dd>
              <Bar
                share={pair.collation.shared.witness}
                label={`${shareOf(pair.collation.shared.witness)} of this page`}
              />
              <Bar share={pair.collation.shared.base} label={`${shareOf(pair.collation.shared.base)} of the other`} />
            </dd>
          </div>
          {view.changesTitle !== undefined && (
            <div>
              <dt>Altered</dt>
              <dd>
                {altered.length === 0 ? 'no quote, number, date or name' : <a href="#changes">{altered.join(', ')}</a>}
              </dd>
            </div>
          )}
        </>
      )}
      {report.sources.pages > 1 && (
        <div>
          <dt>Sources left</dt>
          <dd>
            <span class="figure">{report.sources.independent}</span> independent of{' '}
            {counted(report.sources.pages, 'page')}
            <span class="hint">{report.sources.origins.map(({ name }) => name).join(', ')}</span>
          </dd>
        </div>
      )}
      {report.sources.statements.length > 0 && (
        <div>
          <dt>Statements</dt>
          <dd>
            <a href="#statements">{said} on this page</a>
            {report.sources.statements.length > said && (
              <span class="hint">{report.sources.statements.length - said} more on its kin</span>
            )}
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The pages that this one was copied from; else those that copy it; else the nearest. */
function Relatives({ view, pair }: { readonly view: ReportView; readonly pair: PairView }): JSX.Element {
  const { collations } = view.report;
  const place = collations.find(({ with: other }) => other.id === pair.base.id)?.place ?? 'kin';
  const others = collations.filter((each) => each.place === place && each.with.id !== pair.base.id);
  return (
    <div>
      <dt>{RELATIVES[place]}</dt>
      <dd>
        <a href="#texts">{labelOf(pair.base)}</a>
        {pair.base.published !== undefined && <span class="hint">{momentOf(pair.base.published)}</span>}
        {place !== 'kin' && others.length > 0 && (
          <span class="hint">and {others.map((each) => labelOf(each.with)).join(', ')}</span>
        )}
      </dd>
    </div>
  );
}

const RELATIVES = {
  exemplar: 'Copied from',
  copy: 'Copied by',
  kin: 'Nearest page',
  version: 'Another version',
} as const;

function Bar({ share, label }: { readonly share: number; readonly label: string }): JSX.Element {
  return (
    <span class="bar">
      <meter min={0} max={1} value={share} aria-label={label} />
      <span>{label}</span>
    </span>
  );
}
