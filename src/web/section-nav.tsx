import type { JSX } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

export interface SectionLink {
  readonly id: string;
  readonly label: string;
  readonly count?: number;
}

/** The report's sections; stays in view and shows where the reader is. */
export function SectionNav({ links }: { readonly links: readonly SectionLink[] }): JSX.Element {
  const [here, setHere] = useState('');
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    // On a narrow screen the current link may be out of sight; only this bar scrolls, not the page.
    const link = nav.current?.querySelector<HTMLElement>('[aria-current]');
    if (link && nav.current) nav.current.scrollLeft = link.offsetLeft - (2 * nav.current.clientWidth) / 5;
  }, [here]);
  useEffect(() => {
    const observer = new IntersectionObserver(
      (entries) => {
        for (const entry of entries) if (entry.isIntersecting) setHere(entry.target.id);
      },
      { rootMargin: '-25% 0px -65% 0px' },
    );
    for (const { id } of links) {
      const section = document.getElementById(id);
      if (section !== null) observer.observe(section);
    }
    return () => observer.disconnect();
  }, [links.map(({ id }) => id).join()]);
  return (
    <nav ref={nav} class="section-nav" aria-label="Sections of the report">
      {links.map(({ id, label, count }) => (
        <a key={id} href={`#${id}`} aria-current={here === id ? 'location' : undefined}>
          {label}
          {count !== undefined && <span class="count">{count}</span>}
        </a>
      ))}
    </nav>
  );
}
