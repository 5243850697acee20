import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

/**
 * Kinds of pages and what stands amid their text: a case a line, `what => kept => dropped => markup`. S0 to S7 are sentences,
 * [2-4] the paragraphs of three of them, [head] headline and byline.
 */

const SENTENCES = [
  'The council voted on Tuesday to close the bridge after a long debate about the cost of repairs.',
  'Engineers warned last year that the deck would have to be replaced within a decade, at a price the town cannot pay.',
  'Shopkeepers on the north bank fear for their trade, because two thirds of their customers come from across the river.',
  '“We have no choice,” said Mayor Dora Finch, who has held the office since 2011, before the vote of seven to four.',
  'A ferry will run every twenty minutes from six in the morning until midnight, the county said in a statement.',
  'The bridge was opened in 1911 by a bishop who is said to have lost his hat to the wind that afternoon.',
  'Work on the piers is to begin in March and to end before the spring floods, if the money arrives in time.',
  'Two of the councillors left the room before the vote and would not say afterwards how they would have voted.',
];
const TITLE =
  '<title>Council closes the old bridge - Ashford Courier</title><meta property="og:title" content="Council closes the old bridge"><meta property="og:site_name" content="Ashford Courier">';
const TOP =
  '<header><div class="logo"><a href="/">Ashford Courier</a></div><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/opinion">Opinion</a></li></ul></nav></header>';
const FOOT =
  '<footer><ul><li><a href="/about">About us</a></li><li><a href="/terms">Terms of use</a></li></ul><p>© 2024 Ashford Courier. All rights reserved.</p></footer>';

const CASES = `
newsletter mid => S1; S4 => top stories in your inbox; By signing up; Courier Morning => <article>[head][0-2]<div class="nl-inline"><h3>Courier Morning</h3><p>Get the day's top stories in your inbox every morning at six.</p><form><input type=email><button>Sign up</button></form><p>By signing up you agree to our terms of use.</p></div>[3-5]</article>
newsletter mid no form => S1; S4 => Enjoying this story => <article>[head][0-2]<p><em>Enjoying this story? Sign up for our free weekly newsletter and never miss another one.</em></p>[3-5]</article>
read more mid => S1; S3; S5 => Ferry tickets to cost; Mayor opens a bakery; In pictures => <article>[head][0-1]<p><strong>Read more:</strong> <a href="/x">Ferry tickets to cost two crowns from May</a></p>[2-3]<p>READ ALSO: <a href="/y">Mayor opens a bakery on the quay</a></p>[4-5]<p><a href="/z">In pictures: the bridge through the years</a></p></article>
pull quote => S3 =>  => <article>[head][0-2]<aside class="pullquote"><p>“We have no choice”</p><cite>Dora Finch</cite></aside>[3-5]</article>
share counts => S0 => Shares; 34 comments; Like 340 => <article>[head]<div class="s"><span>1.2K</span> <span>Shares</span></div><div>34 comments</div>[0-4]<div>1.2K shares</div><div>Like 340</div></article>
cookie layer => S0; S4 => 812 partners; We value; You may click => <html><head>[title]</head><body><div class="qc-cmp2"><h2>We value your privacy</h2><p>We and our 812 partners store and access information on a device, such as cookies, and process personal data for ads and content.</p><p>You may click to consent to our processing as described above, or refuse.</p><button>Accept</button></div>[top]<main><article>[head][0-4]</article></main>[foot]</body></html>
paywall teaser => S0; S2 => Keep reading; Subscribe today; Already a subscriber => <article>[head][0-2]<div class="paywall"><h2>Keep reading for one crown</h2><p>Subscribe today and read all our stories without limits. Cancel whenever you like.</p><a href="/sub">Subscribe</a><p>Already a subscriber? <a href="/login">Log in</a></p></div></article>
comments no class => S5 => Well done, council; My grandfather helped => <article>[head][0-5]</article><section><h3>What readers say</h3><div><b>Joe123</b> <span>3 hours ago</span><p>Well done, council. It was about time that somebody did something about that heap of rust.</p><a>Reply</a></div><div><b>BridgeFan</b> <span>2 hours ago</span><p>My grandfather helped to build it and he would turn in his grave if he knew of this.</p><a>Reply</a></div></section>
comments disqus-like => S5 => Well done, council; My grandfather helped => <article>[head][0-5]</article><div id="disqus_thread"><ul><li class="post"><span class="author">Joe123</span><div class="post-message"><p>Well done, council. It was about time that somebody did something about that heap of rust.</p></div></li><li class="post"><div class="post-message"><p>My grandfather helped to build it and he would turn in his grave if he knew of this.</p></div></li></ul></div>
qa => Why was the bridge closed?; S1; When does the ferry run?; S4; Q: Who pays? =>  => <article>[head]<p><strong>Why was the bridge closed?</strong></p><p>S1</p><p><strong>When does the ferry run?</strong></p><p>S4</p><p><b>Q: Who pays?</b></p><p>A: S6</p></article>
listicle => 1. The ferry; 2. The detour by Kestrin; It takes forty minutes.; 3. Staying at home =>  => <article>[head]<p>S0</p><h2>1. The ferry</h2><p>S4</p><h2>2. The detour by Kestrin</h2><p>It takes forty minutes.</p><h2>3. Staying at home</h2><p>S2</p></article>
ul list => What we know so far:; The bridge closes on 1 May.; The ferry costs two crowns. =>  => <article>[head]<p>S0</p><p>What we know so far:</p><ul><li>The bridge closes on 1 May.</li><li>The ferry costs two crowns.</li><li>Buses go by way of Kestrin.</li></ul>[1-4]</article>
recipe => 200 g flour; 2 eggs; Mix the flour; Leave to rest =>  => <article>[head]<p>S5</p><h2>Ingredients</h2><ul><li>200 g flour</li><li>2 eggs</li><li>1 pinch of salt</li></ul><h2>Method</h2><ol><li>Mix the flour with the eggs and knead until smooth.</li><li>Leave to rest for an hour.</li></ol>[1-2]</article>
transcript => FINCH: We have no choice.; ROE: None at all?; FINCH: Thank you. =>  => <article>[head]<p>ANN ROE, HOST: Why was the bridge closed on Tuesday?</p><p>FINCH: We have no choice.</p><p>ROE: None at all?</p><p>FINCH: None. S1</p><p>(SOUNDBITE OF MUSIC)</p><p>ROE: S2</p><p>FINCH: Thank you.</p></article>
press release => S0; S4 => FOR IMMEDIATE RELEASE; Contact: Max Bell => <div><p>FOR IMMEDIATE RELEASE</p><h1>Council closes the old bridge</h1><p>ASHFORD, May 3, 2024 /PRNewswire/ -- S0</p>[1-4]<p><strong>About Ashford Council</strong></p><p>Ashford Council governs the town of Ashford and its eleven villages since the charter of 1741.</p><p>Contact: Max Bell, 555-1234, press@ashford.example</p><p>SOURCE Ashford Council</p></div>
forum old => S0; S3 => Posts: 312; Powered by => <html><head><title>Council closes the old bridge</title></head><body><table width=100%><tr><td><a href=/>Home</a> | <a href=/f>Forum</a></td></tr></table><table><tr><td class=alt2><b>annroe</b><br>Member<br>Posts: 312</td><td class=alt1><b>Council closes the old bridge</b><hr>S0<br><br>S1<br><br>S2<br><br>S3</td></tr></table><table><tr><td>Powered by Board 2.1</td></tr></table></body></html>
article in table => S0; S5 => Weather; Ferry tickets; Copyright 2001 => <html><head>[title]</head><body><table><tr><td width=150><a href=/a>News</a><br><a href=/b>Sport</a><br><a href=/c>Weather</a></td><td><font size=5>Council closes the old bridge</font><br><font size=1>By ANN ROE, Staff Writer</font><p>S0<p>S1<p>S2<p>S3<p>S4<p>S5</td><td width=160><b>Headlines</b><br><a href=/x>Ferry tickets to cost two crowns from May</a><br><a href=/y>Mayor opens a bakery on the quay</a></td></tr></table><center><font size=1>Copyright 2001 Ashford Courier</font></center></body></html>
live blog => S3; S7; S2; Mayor arrives => Share => <article>[head]<p>S0</p><h2>Key points</h2><ul><li>The bridge closes on 1 May.</li><li>Seven councillors voted for it.</li></ul><div class="live-posts"><div class="lb-post"><time>10:42</time><h3>Mayor arrives</h3><p>S3</p><div class="share"><a>Share</a></div></div><div class="lb-post"><time>10:20</time><h3>Doors open</h3><p>S7</p></div><div class="lb-post"><time>9:58</time><p>S2</p></div></div></article>
gallery => S1 => The bridge today => <article>[head]<p>S0</p><div class="gallery"><figure><img src=a><figcaption>The bridge in 1911, with the bishop and his hat. Photo: Sam Shot</figcaption></figure><figure><img src=b><figcaption>The bridge today. Photo: Sam Shot</figcaption></figure></div>[1-3]</article>
video blurb => S0 => Watch: the last car => <article>[head]<div class="video-player"><div class="video-title">Watch: the last car crosses</div><div class="time">00:42</div></div>[0-4]</article>
related box mid => S4 => Ferry tickets; Mayor opens; Related Articles => <article>[head][0-2]<div class="in-article-related"><h4>Related Articles</h4><ul><li><a href=/x>Ferry tickets to cost two crowns from May</a></li><li><a href=/y>Mayor opens a bakery on the quay</a></li></ul></div>[3-5]</article>
related box mid bare => S4 => Ferry tickets; Mayor opens => <article>[head][0-2]<p><b>MORE ON THE BRIDGE</b></p><ul><li><a href=/x>Ferry tickets to cost two crowns from May</a></li><li><a href=/y>Mayor opens a bakery on the quay</a></li></ul>[3-5]</article>
author bio foot => S5 => She can be reached => <article>[head][0-5]<div><p><em>Ann Roe is a reporter at the Ashford Courier. She can be reached at aroe@courier.example.</em></p></div></article>
support box => S5 => please consider a donation; Support the Courier => <article>[head][0-5]<hr><p><strong>The Courier is read by thousands but paid for by few. If you value our work, please consider a donation today.</strong></p><p>Support the Courier from one crown a month.</p></article>
app promo => S5 => Download our app; Follow the Courier => <article>[head][0-5]<p>Download our app for iPhone and Android to get breaking news alerts.</p><p>Follow the Courier on Twitter, Facebook and Instagram.</p></article>
tags foot => S5 => Topics:; Ferries => <article>[head][0-5]<p>Topics: <a href=/t/1>Bridges</a>, <a href=/t/2>Ashford Council</a></p><div><a href=/t/1>Bridges</a> <a href=/t/3>Ferries</a></div></article>
prev next => S5 => Mayor opens; Ferry tickets => <article>[head][0-5]</article><div class="nav-links"><a href=/p>« Mayor opens a bakery on the quay after ten years</a> <a href=/n>Ferry tickets to cost two crowns from May on »</a></div>
disclaimer => S5 => The views expressed; may not be published => <article>[head][0-5]<p class="small">The views expressed in this article are those of the author and do not necessarily reflect those of the Courier.</p><p>This material may not be published, broadcast, rewritten or redistributed.</p></article>
ad marks => S6 => Advertisement; continues below; CONTINUE READING => <article>[head][0-1]<div>Advertisement</div>[2-3]<div>Article continues below this ad</div>[4-5]<div>ADVERTISEMENT - CONTINUE READING BELOW</div><p>S6</p></article>
short br article => S0; S4 =>  => <div class="content">[head]<div>S0<br><br>S1<br><br>S2<br><br>S3<br><br>S4</div></div>
div paragraphs => S0; S5 => About us => <div class="x1">[head]<div class="x2"><div class="x3"><span>S0</span></div><div class="x3"><span>S1</span></div><div class="x3"><span>S2</span></div><div class="x3"><span>S3</span></div><div class="x3"><span>S4</span></div><div class="x3"><span>S5</span></div></div></div>
event infobox => S0 =>  => <article>[head]<div class="factbox"><h4>The bridge in figures</h4><p>Length: 211 metres</p><p>Built: 1911</p></div>[0-5]</article>
tweet embed => S4 =>  => <article>[head][0-2]<blockquote class="twitter-tweet"><p>The last car has crossed. Farewell, old friend.</p>— Ashford Police (@ashfordpol) <a href="https://twitter.com/x">May 1, 2024</a></blockquote>[3-5]</article>
references => S5 => The first bridge; A history of the quay => <article>[head][0-5]<h2>References [edit]</h2><ol><li><cite>Finch, D. The first bridge. <a href=/x>Kestrin Press</a>, 1998.</cite></li></ol><h2>Sources</h2><ul><li>Jo Dee. <a href=/y>A history of the quay and its ferries</a>, Courier, April 12, 2023</li></ul></article>
paragraphs for subscribers => S0; S5 =>  => <article>[head]<p class="c-paragraph paywall">S0</p><p class="c-paragraph paywall">S1</p><p class="c-paragraph paywall">S2</p><div class="paywall">[3-5]</div></article>
rights => S5 => Copyright COURIER => <article>[head][0-5]<p>Copyright COURIER. All rights reserved. This material, and other digital content on this website, may not be reproduced, published, broadcast, rewritten or redistributed in whole or in part without prior express written permission from COURIER.</p></article>
copyright line => S5 => All rights reserved => <article>[head][0-5]<p>Copyright 2023 Ashford Media Inc. All rights reserved.</p></article>
correction => S5 => was amended on => <article>[head][0-5]<p><em>This article was amended on 4 May 2024 to give the right year of the opening.</em></p></article>
poll => S5 => 2,311 votes; Should the bridge stay => <article>[head][0-3]<div class="poll"><h4>Should the bridge stay open?</h4><label>Yes</label><label>No</label><button>Vote</button><span>2,311 votes</span></div>[4-6]</article>
weather/stock strip => S5 => DOW 33,210 => <div class="strip">14° Ashford · DOW 33,210 ▲ 0.4%</div><article>[head][0-5]</article>
most read foot bare => S5 => Ferry tickets; Most read => <article>[head][0-5]</article><div><h3>Most read</h3><ol><li><a href=/1>Ferry tickets to cost two crowns from May</a></li><li><a href=/2>Mayor opens a bakery on the quay</a></li></ol></div>
teasers with blurbs => S5 => The county has set; After ten years => <article>[head][0-5]</article><div class="c2"><div class="it"><h3><a href=/1>Ferry tickets to cost two crowns</a></h3><p>The county has set the fare for the new ferry at two crowns for adults and one for children.</p></div><div class="it"><h3><a href=/2>Mayor opens a bakery</a></h3><p>After ten years of waiting the quay has a bakery again, and the queue was long on its first day.</p></div></div>
`;

function spelledOut(text: string): string {
  return text
    .replace(/\[(\d)-(\d)\]/gu, (_, from: string, to: string) =>
      SENTENCES.slice(Number(from), Number(to) + 1)
        .map((sentence) => `<p>${sentence}</p>`)
        .join(''),
    )
    .replace(/S(\d)/gu, (_, at: string) => SENTENCES[Number(at)] ?? '')
    .replace('[head]', '<h1>Council closes the old bridge</h1><p class="byline">By Ann Roe</p>')
    .replace('[title]', TITLE)
    .replace('[top]', TOP)
    .replace('[foot]', FOOT);
}

function textOf(markup: string): string {
  const html = markup.startsWith('<html>')
    ? markup
    : `<html><head>[title]</head><body>[top]<main>${markup}</main>[foot]</body></html>`;
  return readPage({ html: spelledOut(html), url: 'https://www.ashfordcourier.com/bridge' }).text;
}

describe('the text of a page', () => {
  const listed = (items: string): readonly string[] =>
    items
      .split('; ')
      .filter((item) => item !== '')
      .map(spelledOut);
  const cases = CASES.trim()
    .split('\n')
    .map((line) => line.split(' => '));

  it.each(cases)('is kept, and nothing else: %s', (_, kept = '', dropped = '', markup = '') => {
    const text = textOf(markup);
    expect(listed(kept).filter((item) => !text.includes(item))).toEqual([]);
    expect(listed(dropped).filter((item) => text.includes(item))).toEqual([]);
  });

  it('has what is set apart from it once', () => {
    const said = '“We have no choice,” said Mayor Dora Finch';
    const text = textOf(`<article>[head][0-3]<blockquote class="pull-quote">${said}</blockquote>[4-6]</article>`);
    expect(text.split(said)).toHaveLength(2);
  });
});
