import type { JSX } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import type { ArchiveInfo, CopiedView, FacetCount, SearchView } from '../server/view.js';
import { hostOf } from '../page/host-of.js';
import { momentOf } from '../report/plain-words.js';
import { counted, labelOf } from './format.js';
import { ProblemNote, Waiting } from './problem-note.js';
import { Link, navigate } from './route.js';
import { Upload } from './upload.js';
import { useAnswer } from './use-answer.js';

/** Pages that the server shows at a time. */
const PAGE = 50;
const FIELDS = ['words', 'outlet', 'agency', 'since', 'until', 'month', 'from'] as const;

/** The archive: what it holds, searched; what was copied most; a way in and a way out. */
export function ArchiveView({ query }: { readonly query: URLSearchParams }): JSX.Element {
  const info = useAnswer<ArchiveInfo>('/api/archive');
  const asked = new URLSearchParams(
    FIELDS.flatMap((field) => (query.get(field) ? [[field, query.get(field) ?? '']] : [])),
  );
  const search = useAnswer<SearchView>(`/api/archive/search?${asked.toString()}`);
  useEffect(() => {
    document.title = 'Archive · Stemma';
  }, []);
  return (
    <div class="page archive">
      <header class="archive-head">
        <div>
          <h1>Archive</h1>
          <p class="section-lede">
            {info.value === undefined
              ? ' '
              : `${counted(info.value.witnesses, 'page')} under ${counted(info.value.addresses, 'address', 'addresses')}. ${info.value.name}.`}
          </p>
        </div>
        <a class="button" href="/api/archive/export" download="archive.jsonl">
          Export as JSON Lines
        </a>
      </header>
      <SearchForm key={asked.toString()} asked={asked} />
      <div class="archive-body">
        <Facets search={search.value} asked={asked} />
        <div>
          {search.problem !== undefined && <ProblemNote problem={search.problem} />}
          {search.value === undefined && search.problem === undefined && <Waiting words="Searching" />}
          {search.value !== undefined && (
            <Found search={search.value} asked={asked} empty={info.value?.witnesses === 0} />
          )}
        </div>
        <div class="archive-side">
          <Upload
            onDone={() => {
              info.again();
              search.again();
            }}
          />
          <MostCopied />
        </div>
      </div>
    </div>
  );
}

function SearchForm({ asked }: { readonly asked: URLSearchParams }): JSX.Element {
  const [words, setWords] = useState(asked.get('words') ?? '');
  const go = (changes: Readonly<Record<string, string>>): void => navigate(addressOf(asked, changes), 'replace');
  return (
    <form
      class="search"
      role="search"
      onSubmit={(event) => {
        event.preventDefault();
        go({ words });
      }}
    >
      <label class="search-words">
        <span class="visually-hidden">Words of the title or text</span>
        <input
          type="search"
          value={words}
          placeholder="Words of the title or text"
          onInput={(event) => setWords(event.currentTarget.value)}
        />
      </label>
      <label>
        From{' '}
        <input
          type="date"
          value={asked.get('since') ?? ''}
          onChange={(event) => go({ since: event.currentTarget.value })}
        />
      </label>
      <label>
        to{' '}
        <input
          type="date"
          value={asked.get('until') ?? ''}
          onChange={(event) => go({ until: event.currentTarget.value })}
        />
      </label>
      <button class="primary" type="submit">
        Search
      </button>
    </form>
  );
}

/** The archive's address with some of the question changed; empty values ask nothing. */
function addressOf(asked: URLSearchParams, changes: Readonly<Record<string, string>>): string {
  const next = new URLSearchParams(asked);
  next.delete('from');
  for (const [field, value] of Object.entries(changes)) {
    if (value === '') next.delete(field);
    else next.set(field, value);
  }
  return next.size === 0 ? '/archive' : `/archive?${next.toString()}`;
}

function Facets({
  search,
  asked,
}: {
  readonly search: SearchView | undefined;
  readonly asked: URLSearchParams;
}): JSX.Element {
  return (
    <nav class="facets" aria-label="Narrow the search">
      <FacetList field="outlet" label="Outlet" counts={search?.facets.outlets ?? []} asked={asked} />
      <FacetList field="agency" label="Agency named" counts={search?.facets.agencies ?? []} asked={asked} />
      <FacetList field="month" label="Month" counts={search?.facets.months ?? []} asked={asked} />
    </nav>
  );
}

function FacetList({
  field,
  label,
  counts,
  asked,
}: {
  readonly field: string;
  readonly label: string;
  readonly counts: readonly FacetCount[];
  readonly asked: URLSearchParams;
}): JSX.Element | null {
  const chosen = asked.get(field);
  if (counts.length === 0 && chosen === null) return null;
  return (
    <section>
      <h2>{label}</h2>
      <ul>
        {chosen !== null && (
          <li>
            <Link href={addressOf(asked, { [field]: '' })} class="facet chosen" aria-label={`No longer only ${chosen}`}>
              <span>{chosen}</span> <span aria-hidden="true">×</span>
            </Link>
          </li>
        )}
        {chosen === null &&
          counts.map(({ value, count }) => (
            <li key={value}>
              <Link href={addressOf(asked, { [field]: value })} class="facet">
                <span>{value}</span> <span class="count">{count}</span>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
}

function Found({
  search,
  asked,
  empty,
}: {
  readonly search: SearchView;
  readonly asked: URLSearchParams;
  readonly empty: boolean;
}): JSX.Element {
  if (search.holdings.length === 0) {
    return (
      <div class="nothing">
        <p class="nothing-title">{empty ? 'The archive is empty.' : 'No page has all of that.'}</p>
        <p>
          {empty
            ? 'Add files, feeds or addresses on the right, or with stemma add. The more it holds, the more it finds.'
            : 'Take out a word or a filter.'}
        </p>
        {!empty && asked.size > 0 && <Link href="/archive">Show everything</Link>}
      </div>
    );
  }
  return (
    <>
      <p class="hint found" role="status">
        {search.more ? `More than ${counted(search.found, 'page')}` : counted(search.found, 'page')}, newest first
      </p>
      <ul class="rows">
        {search.holdings.map((holding) => (
          <li key={holding.key}>
            <Link href={`/archive/${holding.key}`} class="holding">
              <span class="row-title">{holding.page.title ?? labelOf(holding.page)}</span>
              <span class="holding-facts">
                {[
                  holding.page.outlet ?? hostOf(holding.page.url) ?? 'outlet not said',
                  holding.page.published === undefined ? undefined : momentOf(holding.page.published),
                  holding.byline.length > 0 ? holding.byline.join(', ') : undefined,
                  holding.version > 1 ? `version ${holding.version}` : undefined,
                ]
                  .filter((fact) => fact !== undefined)
                  .join(' · ')}
              </span>
              <span class="row-lede">{holding.excerpt}</span>
            </Link>
          </li>
        ))}
      </ul>
      <nav class="pager" aria-label="More of what was found">
        {search.from > 0 && (
          <Link href={addressOf(asked, { from: search.from > PAGE ? String(search.from - PAGE) : '' })}>Newer</Link>
        )}
        {search.from + search.holdings.length < search.found && (
          <Link href={addressOf(asked, { from: String(search.from + search.holdings.length) })}>Older</Link>
        )}
      </nav>
    </>
  );
}

function MostCopied(): JSX.Element | null {
  const { value } = useAnswer<{ readonly copied: readonly CopiedView[] }>('/api/archive/copied');
  if (value === undefined || value.copied.length === 0) return null;
  return (
    <section class="most-copied" aria-labelledby="copied-title">
      <h2 id="copied-title">Copied most</h2>
      <ol>
        {value.copied.map(({ page, copies, by }) => (
          <li key={`${page.url ?? ''}${page.title ?? ''}`}>
            <span class="figure">{copies}</span>
            <span>
              <span class="copied-title">{page.title ?? page.url}</span>
              <span class="hint">
                {labelOf(page)}; by{' '}
                {by.map(({ value, count }) => (count > 1 ? `${value} (${count})` : value)).join(', ')}
              </span>
            </span>
          </li>
        ))}
      </ol>
      <p class="hint">As the reports made so far have it.</p>
    </section>
  );
}
