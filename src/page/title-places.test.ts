import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

/** Where pages put their titles and what they set beside them: a case a line, `what => title => head [body] body`. */

const TITLE = 'Council votes to close the old bridge';
const BODY = [
  'The council voted on Tuesday to close the bridge after a long debate about the cost of repairs. ',
  'Engineers warned last year that the deck would have to be replaced within a decade, at a price the town cannot pay. ',
]
  .map((sentence) => `<p>${sentence.repeat(4)}</p>`)
  .join('');
const SITE = '<meta property="og:site_name" content="Ashford Courier">';
const MENU = '<header><nav><a href="/news">News</a> <a href="/sport">Sport</a></nav></header>';
const ASIDE =
  '<aside><h2>Most read</h2><ul><li><a href="/a/1">The ferry sails for the last time in May</a></li></ul></aside>';

const CASES = `
og suffix => TITLE => <meta property="og:title" content="TITLE | Ashford Courier">[site]<title>TITLE | Ashford Courier</title> [body] <h1>TITLE</h1>BODY
og seo variant => TITLE => <meta property="og:title" content="Why the Ashford council closed its bridge">[site]<title>Ashford bridge closed | Ashford Courier</title> [body] <h1>TITLE</h1><p>By Ann Roe</p>BODY
logo h1 + h2 headline => TITLE => <meta property="og:title" content="TITLE">[site]<title>TITLE - Ashford Courier</title> [body] <h1><a href="/">Ashford Courier</a></h1><h2>TITLE</h2>BODY
logo h1 + h2, title only => TITLE => <title>TITLE - Ashford Courier</title> [body] <h1 id=logo><a href="/">Ashford Courier</a></h1><h2>TITLE</h2>BODY
logo h1 with tagline + h1 => TITLE => <title>TITLE - Ashford Courier</title> [body] <h1>Ashford Courier: news from the river</h1><h1>TITLE</h1>BODY
section h1 + h2 headline => TITLE => <title>TITLE - Ashford Courier</title>[site] [body] <h1>Local News</h1><h2 class="title">TITLE</h2>BODY
section h1, og variant, h2 => TITLE => <title>Bridge to close after council vote - Ashford Courier</title><meta property="og:title" content="Bridge to close after council vote">[site] [body] <h1>Local News</h1><h2 class="title">TITLE</h2>BODY
kicker in h1 span => TITLE => <meta property="og:title" content="TITLE">[site] [body] <h1><span class="kicker">Transport</span> <span class="headline">TITLE</span></h1>BODY
kicker in h1 span, no og => TITLE => <title>TITLE - Ashford Courier</title>[site] [body] <h1><span class="kicker">Transport</span> <span>TITLE</span></h1>BODY
kicker colon span => TITLE => <meta property="og:title" content="TITLE">[site] [body] <h1><span class="kicker">Transport:</span> TITLE</h1>BODY
kicker bar => TITLE => <meta property="og:title" content="TITLE">[site]<title>TITLE</title> [body] <h1>Local News | TITLE</h1>BODY
kicker br => TITLE => <meta property="og:title" content="TITLE">[site] [body] <h1>Transport<br>TITLE</h1>BODY
h1 br => TITLE => <meta property="og:title" content="TITLE">[site] [body] <h1>Council votes to<br>close the old bridge</h1>BODY
h1 br no og => TITLE => <title>TITLE - Ashford Courier</title> [body] <h1>Council votes to<br>close the old bridge</h1>BODY
h1 spans => TITLE => <title>TITLE</title> [body] <h1><span>Council votes to </span><span>close the old bridge</span></h1>BODY
h1 block spans => TITLE => <title>TITLE</title> [body] <h1><div>Council votes to</div><div>close the old bridge</div></h1>BODY
title bar => TITLE => <title>TITLE | Ashford Courier</title> [body] BODY
title raquo => TITLE => <title>Ashford Courier » TITLE</title> [body] BODY
title raquo suffix => TITLE => <title>TITLE » Ashford Courier</title> [body] BODY
title :: => TITLE => <title>TITLE :: Ashford Courier</title> [body] BODY
title – => TITLE => <title>TITLE – Ashford Courier</title> [body] BODY
title section site => TITLE => <title>TITLE | Local News | Ashford Courier</title> [body] BODY
title section - site => TITLE => <title>TITLE - Local News - Ashford Courier</title> [body] BODY
title section site host => TITLE => <title>TITLE | News | ashfordcourier.com</title> [body] BODY
og section site => TITLE => <meta property="og:title" content="TITLE | News | Ashford Courier">[site] [body] BODY
title site with The => TITLE => <title>TITLE - The Ashford Courier</title> [body] BODY
live => Council votes to close the old bridge – live => <meta property="og:title" content="TITLE – live">[site]<title>TITLE – live | Ashford Courier</title> [body] <h1>TITLE – live</h1>BODY
live prefix => TITLE => <meta property="og:title" content="TITLE">[site] [body] <h1><span class="live-badge">LIVE</span> TITLE</h1>BODY
jsonld cut 110 => Council votes to close the old bridge and asks the ministry for money to build a new one farther down the river near the mill => <script type="application/ld+json">{"@type":"NewsArticle","headline":"TITLE and asks the ministry for money to build a new one farther down the r..."}</script> [body] <h1>TITLE and asks the ministry for money to build a new one farther down the river near the mill</h1>BODY
og cut ellipsis no h1 => TITLE => <meta property="og:title" content="Council votes to close the old…"><title>TITLE - Ashford Courier</title>[site] [body] BODY
double escape og no h1 => Council's vote closes the "old" bridge => <meta property="og:title" content="Council&amp;#039;s vote closes the &amp;quot;old&amp;quot; bridge"> [body] BODY
double escape h1 => Council's vote closes the "old" bridge => <meta property="og:title" content="Council&#039;s vote closes the &quot;old&quot; bridge"> [body] <h1>Council&amp;#039;s vote closes the &amp;quot;old&amp;quot; bridge</h1>BODY
double escape title => Tom & Jerry close the old bridge again => <title>Tom &amp;amp; Jerry close the old bridge again</title> [body] BODY
img alt h1 => TITLE => <title>TITLE - Ashford Courier</title> [body] <h1><img src="h.png" alt="TITLE"></h1>BODY
img alt only => TITLE => <title>Ashford Courier</title> [body] <h1><img src="h.png" alt="TITLE"></h1>BODY
table layout div title class => TITLE => <title>Ashford Courier - News</title> [body] <table><tr><td><div class="storytitle">TITLE</div></td></tr><tr><td>BODY</td></tr></table>
print email around => TITLE => <title>TITLE</title> [body] <div><a>Print</a> <a>Email</a></div><h1>TITLE</h1><div><a>Print</a> <a>Email</a></div>BODY
h1 with print button => TITLE => <title>TITLE - Ashford Courier</title> [body] <h1>TITLE <a class="print" href="?print">Print</a></h1>BODY
h1 with comments link => TITLE => <title>TITLE - Ashford Courier</title> [body] <h1>TITLE <span class="comments-count"><a href="#c">12 comments</a></span></h1>BODY
h1 edit link => TITLE => <title>TITLE</title> [body] <h1>TITLE<span class="edit">[edit]</span></h1>BODY
deck h2 => TITLE => <title>TITLE</title> [body] <h1>TITLE</h1><h2>Repairs would have cost more than the town has, engineers say</h2>BODY
deck in hgroup => TITLE => <title>TITLE</title> [body] <header><h1>TITLE</h1><h2>Repairs would have cost more than the town has</h2></header>BODY
h1 twice sticky => TITLE => <title>TITLE</title> [body] <div class="sticky"><h1>TITLE</h1></div><h1>TITLE</h1>BODY
several h1 side => TITLE => <title>TITLE - Ashford Courier</title> [body] <h1>TITLE</h1>BODY<h1>Newsletter</h1><h1>Most popular stories today</h1>
h1 in sections => TITLE => <title>TITLE - Ashford Courier</title> [body] <h1>TITLE</h1>BODY<h1>What happens next</h1>BODY<h1>Who pays</h1>BODY
citation h1 no match => TITLE => <title>Ashford Courier</title> [body] <div class="cat">News</div><h1>TITLE</h1>BODY
h1 hidden logo, h3 headline => TITLE => <title>Ashford Courier: News</title> [body] <h1 class="logo">Ashford Courier</h1><h3>TITLE</h3>BODY
div headline class => TITLE => <title>Ashford Courier</title> [body] <div class="headline">TITLE</div>BODY
span entry-title => TITLE => <title>Ashford Courier</title> [body] <div><span class="entry-title">TITLE</span></div>BODY
p class article-headline => TITLE => <title>Ashford Courier</title> [body] <p class="article__headline">TITLE</p>BODY
strong only => TITLE => <title>News</title> [body] <p><strong>TITLE</strong></p>BODY
itemprop headline => TITLE => <title>Ashford Courier</title> [body] <div itemprop="headline">TITLE</div>BODY
itemprop name => TITLE => <title>TITLE | AC</title> [body] <h1 itemprop="name">TITLE</h1>BODY
h1 quotes => “We have no choice,” mayor says => <meta property="og:title" content="&quot;We have no choice,&quot; mayor says"> [body] <h1>“We have no choice,” mayor says</h1>BODY
title with dash inside => Bridge - what now? => <title>Bridge - what now? - Ashford Courier</title> [body] BODY
title colon inside => Bridge: what now? => <title>Bridge: what now?</title>[site] [body] BODY
title host named site => TITLE => <title>TITLE - AshfordCourier.com</title> [body] BODY
title site abbreviation => TITLE => <title>TITLE - AC News</title><meta property="og:title" content="TITLE"> [body] BODY
blog post h3 post-title => TITLE => <title>Ashford Courier: TITLE</title> [body] <h1 class="title">Ashford Courier</h1><h3 class="post-title entry-title">TITLE</h3>BODY
date in title => TITLE => <title>TITLE | Ashford Courier | 3 May 2020</title><meta property="og:title" content="TITLE | Ashford Courier | 3 May 2020">[site] [body] BODY
opinion prefix no h1 => TITLE => <title>Opinion | TITLE - Ashford Courier</title><meta property="og:title" content="Opinion | TITLE">[site] [body] BODY
headline in figure => TITLE => <title>TITLE</title> [body] <figure><img><figcaption><h1>TITLE</h1></figcaption></figure>BODY
headline below image caption => TITLE => <title>TITLE</title> [body] <figure><img><figcaption>The bridge on Monday (AP Photo/Sam Shot)</figcaption></figure><h1>TITLE</h1>BODY
h2 in aside before => TITLE => <title>TITLE</title> [body] <aside><h2>Council votes again today</h2></aside><h1>TITLE</h1>BODY
h1 linked => TITLE => <title>TITLE</title> [body] <h1><a href="/bridge">TITLE</a></h1>BODY
visually hidden prefix => TITLE => <title>TITLE</title> [body] <h1><span class="visually-hidden">Article: </span>TITLE</h1>BODY
premium badge => TITLE => <title>TITLE | AC</title><meta property="og:title" content="TITLE"> [body] <h1><span class="badge">Subscriber only</span> TITLE</h1>BODY
video badge => TITLE => <title>TITLE | AC</title><meta property="og:title" content="TITLE"> [body] <h1>TITLE <span class="badge">Video</span></h1>BODY
kicker told as well => TITLE => <title>Transport: TITLE | AC</title><meta property="og:title" content="Transport: TITLE"> [body] <h2><span class="content__kicker">Transport</span><span class="sr-only">: </span> <span>TITLE</span></h2>BODY
kicker before a hidden colon => TITLE => <title>Bridge to close after council vote - AC</title><meta property="og:title" content="Bridge to close after council vote"> [body] <h2><span class="block">Transport in need</span><span class="hidden">: </span><span class="inline">TITLE</span></h2>BODY
deck is the h1 => TITLE => <title>TITLE - AC, 03.05.2020</title><meta property="og:title" content="TITLE"> [body] <div class="article__title">TITLE</div><h1 class="article__second-title">Engineers had warned of it last year</h1>BODY
alternative headline is the h1 => TITLE => <title>Bridge to close | AC</title><meta property="og:title" content="TITLE"> [body] <h1 itemprop="alternativeHeadline">Bridge to close</h1><h2 itemprop="headline"><span>TITLE</span></h2>BODY
last crumb is a heading => TITLE => <title>Old bridge to close after council vote</title><meta property="og:title" content="TITLE"> [body] <ol class="breadcrumbs"><li>News</li><li><h1>Old bridge to close after council vote</h1></li></ol><h2>TITLE</h2>BODY
section word begins title => Politics - it is a dirty business => <title>Politics - it is a dirty business - Ashford Courier</title>[site] [body] BODY
place of outlet begins title => Ashford - a town of bridges => <title>Ashford - a town of bridges | Ashford Courier</title>[site] [body] BODY
topic colon => Opinion: Close the bridge now => <title>Opinion: Close the bridge now | Ashford Courier</title>[site] [body] BODY
event colon => World Cup: Ashford hosts first match => <title>World Cup: Ashford hosts first match - Ashford Courier</title>[site] [body] BODY
bars and two words => Board Games => <title>Ashford Courier | News | Board Games</title>[site] [body] BODY
h1 of a script without spaces => 面包师罢工 => <title>面包师罢工|面粉|罢工_新闻</title> [body] <h1>面包师罢工</h1>BODY
nbsp & soft hyphen => Council votes to close the oldbridge now => <title>Council votes to close the oldbridge now</title> [body] <h1>Council votes to close the old­bridge now</h1>BODY
`;

describe('the title of a page', () => {
  const cases = CASES.trim()
    .split('\n')
    .map((line) => line.split(' => '));

  it.each(cases)('is found: %s', (_, title = '', markup = '') => {
    const [head = '', body = ''] = markup
      .replaceAll('TITLE', TITLE)
      .replaceAll('BODY', BODY)
      .replaceAll('[site]', SITE)
      .split(' [body] ');
    const html = `<html><head>${head}</head><body>${MENU}<main>${body}</main>${ASIDE}</body></html>`;
    expect(readPage({ html, url: 'https://www.ashfordcourier.com/bridge' }).title).toBe(
      title.replaceAll('TITLE', TITLE),
    );
  });
});
