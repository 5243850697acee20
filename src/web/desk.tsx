import type { JSX } from 'preact';
import { ArchiveView } from './archive-view.js';
import { HoldingView } from './holding-view.js';
import { ReportView } from './report-view.js';
import { Link, useRoute } from './route.js';
import { ThemeToggle } from './theme-toggle.js';
import { TraceView } from './trace-view.js';
import { WatchView } from './watch-view.js';

const PLACES = [
  ['/', 'Trace'],
  ['/archive', 'Archive'],
  ['/watch', 'Watch'],
] as const;

/** The whole desk: its frame and whatever the address names. */
export function Desk(): JSX.Element {
  const { parts, query } = useRoute();
  const [place = '', name] = parts;
  return (
    <>
      <a class="skip" href="#content">
        Skip to the content
      </a>
      <header class="frame">
        <Link href="/" class="wordmark" aria-label="Stemma, to the start">
          <Mark />
          <span>Stemma</span>
        </Link>
        <nav aria-label="Desk">
          {PLACES.map(([href, label]) => (
            <Link key={href} href={href} aria-current={isIn(place, href) ? 'page' : undefined}>
              {label}
            </Link>
          ))}
        </nav>
        <ThemeToggle />
      </header>
      <main id="content" tabindex={-1}>
        {place === '' && <TraceView query={query} />}
        {place === 'report' && name !== undefined && <ReportView key={name} id={name} />}
        {place === 'archive' && name === undefined && <ArchiveView query={query} />}
        {place === 'archive' && name !== undefined && <HoldingView key={name} name={name} query={query} />}
        {place === 'watch' && <WatchView />}
        {!['', 'report', 'archive', 'watch'].includes(place) && <Nowhere />}
      </main>
    </>
  );
}

function isIn(place: string, href: string): boolean {
  return href === '/' ? place === '' || place === 'report' : `/${place}` === href;
}

function Mark(): JSX.Element {
  return (
    <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
      <path
        d="M6 12h4.5M10.5 12c3.5 0 2.5-6.5 6.5-6.5M10.5 12c3.5 0 2.5 6.5 6.5 6.5"
        fill="none"
        stroke="currentColor"
        stroke-width="1.6"
        stroke-linecap="round"
      />
      <circle cx="5" cy="12" r="2.6" fill="currentColor" />
      <circle cx="18.5" cy="5.5" r="2.6" fill="currentColor" />
      <circle cx="18.5" cy="18.5" r="2.1" fill="none" stroke="currentColor" stroke-width="1.5" />
    </svg>
  );
}

function Nowhere(): JSX.Element {
  return (
    <section class="page narrow">
      <h1>Nothing is here.</h1>
      <p>
        This address belongs to no part of the desk. <Link href="/">Start a trace</Link> or{' '}
        <Link href="/archive">search the archive</Link>.
      </p>
    </section>
  );
}
