import type { JSX } from 'preact';
import { useAnswer } from './use-answer.js';

/** A link for the browser's bar that sends the page in front of the reader to this desk, as the browser shows it. */
export function Bookmarklet(): JSX.Element {
  const { value } = useAnswer<{ readonly href: string }>('/api/bookmarklet');
  return (
    <section class="bookmarklet" aria-labelledby="bookmarklet-title">
      <h2 id="bookmarklet-title">From the page itself</h2>
      <p>
        Drag this to your bookmarks bar. On a suspicious page, a click on it sends the page here as you see it, behind
        cookie banners and sign-ins too.
      </p>
      <p>
        <a class="grip" href={value?.href ?? '#'} draggable onClick={(event) => event.preventDefault()}>
          Trace with Stemma
        </a>
      </p>
    </section>
  );
}
