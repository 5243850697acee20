import type { JSX } from 'preact';
import { momentOf } from '../report/plain-words.js';
import { safeHref } from './format.js';

/** Outlet, byline and time of a page in one line, and a link to its address. */
export function PageFacts({
  page,
  labelOf,
}: {
  readonly page: {
    readonly outlet?: string | undefined;
    readonly byline: readonly string[];
    readonly published?: string | undefined;
    readonly url?: string | undefined;
  };
  readonly labelOf: (href: string) => string;
}): JSX.Element {
  const href = safeHref(page.url);
  return (
    <>
      {[
        page.outlet,
        page.byline.length > 0 ? `by ${page.byline.join(', ')}` : undefined,
        page.published === undefined ? undefined : momentOf(page.published),
      ]
        .filter((fact) => fact !== undefined)
        .join(' · ')}
      {href !== undefined && (
        <>
          {' · '}
          <a href={href} target="_blank" rel="noreferrer noopener">
            {labelOf(href)}
          </a>
        </>
      )}
    </>
  );
}
