import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

/** Where pages put their dates: a case a line, `what => published => head [body] markup below the headline [foot] markup below the report`. */

const HEADLINE = 'Council votes to close the old bridge';
const BODY = `<p>${'The council voted on Tuesday to close the bridge after a long debate about the cost of repairs. '.repeat(4)}</p>`;
const TEASER =
  '<div class="card"><a href="/x"><h3>Ferry timetable changes again as fuel prices rise</h3></a><time datetime="2023-01-02T08:00:00Z">1 hour ago</time></div>';

const CASES = `
only updated, teasers with dates => 2023-04-13T10:00:00 =>  [body] <div class="timestamp">Updated 10:00 AM EDT, Thu April 13, 2023</div> [foot] TEASER
machines are only told when it changed => 2023-04-14T10:00:00Z => <meta property="article:modified_time" content="2023-04-14T10:00:00Z"> [body]  [foot] TEASER
in the window's title => 2020-01-19 => <title>HEADLINE | Ashford | Courier | 19.01.2020</title> [body]  [foot] TEASER
after a comma in the window's title => 2023-04-13 => <title>HEADLINE - Courier, 13.04.2023</title> [body]  [foot] 
beside a long link => 2023-04-13T10:00:00Z =>  [body] <div class="meta"><time datetime="2023-04-13T10:00:00Z">April 13, 2023</time> <a href="/x">Add the Ashford Courier as a preferred source</a></div> [foot] TEASER
below the report => 2023-04-13T10:00:00Z =>  [body]  [foot] <footer><a href="/bridge"><time datetime="2023-04-13T10:00:00Z">April 13, 2023</time><time class="updated" datetime="2023-04-14T10:00:00Z">April 14, 2023</time></a></footer>
`;

describe('the day of a page', () => {
  const cases = CASES.trim()
    .split('\n')
    .map((line) => line.split(' => '));

  it.each(cases)('is found: %s', (_, published = '', markup = '') => {
    const [head = '', rest = ''] = markup
      .replaceAll('HEADLINE', HEADLINE)
      .replaceAll('TEASER', TEASER)
      .split(' [body] ');
    const [below = '', foot = ''] = rest.split(' [foot] ');
    const html = `<html><head>${head}</head><body><main><h1>${HEADLINE}</h1>${below}${BODY}</main>${foot}</body></html>`;
    const page = readPage({ html, url: 'https://www.ashfordcourier.com/bridge' });
    expect(page.published?.slice(0, 10)).toBe(published.slice(0, 10));
  });
});
