import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

/** Where publishing systems put the name: a case a line, `what => names => markup`. Beside the report stand signatures of other stories. */

const HEADLINE = 'Council votes to close the old bridge';
const BODY = [
  'The council voted on Tuesday to close the bridge after a long debate about the cost of repairs. ',
  'Engineers warned last year that the deck would have to be replaced within a decade, at a price the town cannot pay. ',
  '“We have no choice,” said Mayor Dora Finch, who has held the office since 2011, before the vote of seven to four. ',
]
  .map((sentence) => `<p>${sentence.repeat(4)}</p>`)
  .join('');
const NAV = `<header><nav><ul><li><a href="/news">News</a></li><li><a href="/sport">Sport</a></li><li><a href="/opinion">Opinion</a></li></ul></nav><div class="logo"><a href="/">Ashford Courier</a></div></header>`;
const SIDE = `<aside class="sidebar"><h3>Most read</h3><ul><li><a href="/a/1">The ferry sails for the last time in May</a><span class="author">By Max Side</span></li><li><a href="/a/2">Bakery opens on the quay after ten years of waiting</a> <span class="byline">Jo Side</span></li></ul></aside><section class="related"><h3>Related</h3><article class="teaser"><h3><a href="/a/3">Why the old quay matters to the town</a></h3><p class="byline">By Pat Related</p></article></section><footer><p>© 2024 Ashford Courier</p></footer>`;

const BELOW_HEADLINE = `
By / name in next span => Ann Roe => <div class="meta"><span>By</span> <span><a href="/x/ann">Ann Roe</a></span></div>
By in element, name in div next => Ann Roe => <div>By</div><div>Ann Roe</div><div>May 3, 2020</div>
two-line name+mail => Ann Roe => <div class="byl"><p>Ann Roe<br>aroe@courier.com</p></div>
two-line By name / Staff => ANN ROE => <p>By ANN ROE<br>Staff Writer</p>
two-line By name / Of the Courier => ANN ROE => <p>By ANN ROE<br>Of the Courier Staff</p>
name line, trade line => Ann Roe => <p>Ann Roe</p><p>Political Correspondent</p><p>3 May 2020</p>
name line, place line => Ann Roe => <div><div>Ann Roe</div><div>Kestrin</div></div>
plain name line known given => Ann Roe => <div>Ann Roe</div>
links per author => Ann Roe, Max Bell, Jo Dee => <div class="byline">By <a href="/author/ann-roe">Ann Roe</a>, <a href="/author/max-bell">Max Bell</a> and <a href="/author/jo-dee">Jo Dee</a></div>
first link then plain => Ann Roe, Max Bell => <div class="byline">By <a href="/author/ann-roe">Ann Roe</a> and Max Bell</div>
named for tests => Ann Roe => <div><a href="/ty-WRITER/0000" data-test="authorLink">Ann Roe</a><span>|</span><a href="/ty-WRITER/1">Kestrin Post</a></div>
clock in the byline's box => Ann Roe => <div>Published<div class="byline">Apr 13, 2023, 6:00 PM</div></div><div class="byline-wrapper"><a href="/authors/ann-roe"><div class="byline-name">Ann Roe</div></a><div class="byline-title">Europe Correspondent</div></div>
day glued to the name => Ann Roe => <div class="c-byline">By <span><a href="/x/ann">Ann Roe</a></span><span>on <time>April 13, 2023</time></span></div>
web administrator =>  => <div class="submitted">Submitted by <span class="username">webadmin</span> on Thu, 04/13/2023 - 10:00</div>
wp entry-meta => Ann Roe => <div class="entry-meta"><span class="posted-on">Posted on <a href="/2020/05/03"><time class="entry-date published" datetime="2020-05-03T10:00:00+00:00">May 3, 2020</time></a></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/aroe/">Ann Roe</a></span></span></div>
wp handle => aroe => <div class="entry-meta"><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/aroe/">aroe</a></span></span></div>
drupal submitted => Ann Roe => <div class="submitted">Submitted by <span class="username" xml:lang="" about="/user/4" typeof="sioc:UserAccount" property="foaf:name">Ann Roe</span> on Sun, 05/03/2020 - 10:00</div>
joomla => Ann Roe => <dl class="article-info"><dt class="article-info-term">Details</dt><dd class="createdby" itemprop="author" itemscope itemtype="https://schema.org/Person">Written by <span itemprop="name">Ann Roe</span></dd><dd class="category-name">Category: <a href="/news">News</a></dd><dd class="published">Published: 03 May 2020</dd><dd class="hits">Hits: 311</dd></dl>
joomla plain => Ann Roe => <dl class="article-info"><dt>Details</dt><dd class="createdby">Written by Ann Roe</dd><dd class="hits">Hits: 311</dd></dl>
typo3 => Ann Roe => <div class="news-list-date">03.05.2020</div><div class="news-author">Autor: Ann Roe</div>
arc => Ann Roe => <div class="b-byline"><span class="b-byline__by">By</span> <a class="b-byline__link" href="/author/ann-roe/">Ann Roe</a><time class="b-date">May 3, 2020 at 10:00AM EDT</time></div>
chorus => Ann Roe => <div class="c-byline"><span class="c-byline__item">By <a href="https://www.x.com/authors/ann-roe" data-analytics-link="author-name"><span class="c-byline__author-name">Ann Roe</span></a></span><span class="c-byline__item"><time>May 3, 2020, 10:00am EDT</time></span></div>
medium => Ann Roe => <div><div><a rel="author" href="/@annroe?source=post"><img alt="Ann Roe" src="a.png"></a></div><div><p><a href="/@annroe">Ann Roe</a></p><span>Follow</span></div><p>5 min read · May 3, 2020</p></div>
substack => Ann Roe => <div class="byline-wrapper"><div class="profile-hover-card-target"><a href="https://substack.com/@annroe">Ann Roe</a></div><div class="pencraft">May 03, 2020</div></div>
gannett => Ann Roe => <div class="gnt_ar_by"><a class="gnt_ar_by_a" href="/staff/123/ann-roe/">Ann Roe</a><div class="gnt_ar_pb">Ashford Courier</div></div><div class="gnt_ar_dt" aria-label="Published: 10:00 a.m. ET May 3, 2020"></div>
gannett old => Ann Roe => <div class="asset-metabar"><span class="asset-metabar-author asset-metabar-item">Ann Roe, Ashford Courier</span><span class="asset-metabar-time">Published 10:00 a.m. ET May 3, 2020 | Updated 2 p.m.</span></div>
mcclatchy => Ann Roe => <div class="byline">By <a class="author-link" href="/profile/1">Ann Roe</a></div><div class="p-time"><time>May 03, 2020 10:00 AM</time></div>
mcclatchy old => Ann Roe => <p class="byline"><span class="ng_byline_name">By Ann Roe</span><br><span class="ng_byline_email"><a href="mailto:aroe@c.com">aroe@c.com</a></span></p>
tribune => ANN ROE => <div class="byline"><span class="byline-article" data-byline>By <a href="/ann-roe-staff.html">ANN ROE</a></span><br>CHICAGO TRIBUNE | MAY 03, 2020</div>
lee/townnews => Ann Roe => <div class="meta"><span><ul class="list-inline"><li><span itemprop="author" class="tnt-byline">Ann Roe</span></li><li class="hidden-print"><time datetime="2020-05-03">May 3, 2020</time></li></ul></span></div>
lee glued => ANN ROE => <div class="meta"><span itemprop="author" class="tnt-byline">ANN ROE aroe@courier.com</span></div>
lee dual => Ann Roe => <div class="meta"><span class="tnt-byline asset-byline" itemprop="author">By Ann Roe Courier Staff Writer</span></div>
bbc old => Ann Roe => <div class="byline"><span class="byline__name">By Ann Roe</span><span class="byline__title">BBC News, Kestrin</span></div>
bbc new => Ann Roe => <div data-component="byline-block"><div class="ssrcss-1"><span>By</span> <span class="ssrcss-TextContributorName">Ann Roe</span></div><div class="ssrcss-2">BBC News</div></div>
bbc newer => Ann Roe => <div data-component="byline-block"><div><div class="sc-b42e"><span class="sc-contributor-name">Ann Roe</span><div>Business reporter, BBC News</div></div></div></div>
bbc newer plain => Ann Roe => <div data-component="byline-block"><div><div class="sc-b42e"><span class="sc-b42e7a8f-7">Ann Roe</span><div class="sc-9">BBC News, Kestrin</div></div></div></div>
guardian => Ann Roe, Max Bell => <div class="dcr-1"><address aria-label="Contributor info"><div class="dcr-2"><a rel="author" data-link-name="auto tag link" href="https://www.theguardian.com/profile/annroe">Ann Roe</a> in Kestrin and <a rel="author" href="https://www.theguardian.com/profile/maxbell">Max Bell</a></div></address></div>
cnn => Ann Roe, Max Bell => <div class="byline__names">By <a class="byline__link" href="/profiles/ann-roe"><span class="byline__name">Ann Roe</span></a> and <a class="byline__link"><span class="byline__name">Max Bell</span></a>, CNN</div><div class="timestamp">Updated 10:00 AM EDT, Sun May 3, 2020</div>
npr => Ann Roe => <div id="storybyline" class="bucketwrap byline"><div class="byline-container--block"><div class="byline byline--block"><p class="byline__name byline__name--block"><a href="/people/1/ann-roe" rel="author">Ann Roe</a></p></div></div></div>
nyt => Ann Roe => <div class="css-1e2j"><p class="css-1nu">By <a href="https://www.nytimes.com/by/ann-roe"><span class="css-1baulvz last-byline" itemprop="name">Ann Roe</span></a></p></div>
reuters staff => Reuters Staff => <div class="BylineBar_byline"><p class="BylineBar_reading">By <a href="/journalists/reuters-staff">Reuters Staff</a></p></div>
ap => ANN ROE, MAX BELL => <div class="Page-byline"><div class="Page-authors"><span>BY <a class="Link" href="https://apnews.com/author/ann-roe">ANN ROE</a> AND <a href="https://apnews.com/author/max-bell">MAX BELL</a></span></div></div>
ap old => ANN ROE => <div class="CardHeadline"><span class="Component-bylines-0-2-50">By ANN ROE<span>May 3, 2020 GMT</span></span></div>
politico => ANN ROE => <p class="story-meta__authors">By <span class="vcard"><a href="https://www.politico.com/staff/ann-roe" target="_top">ANN ROE</a></span></p>
huffpost => Ann Roe => <div class="entry__byline"><div class="author-card__details"><a class="author-card__link" href="/author/ann-roe"><span class="author-card__details__name">Ann Roe</span></a><div class="author-card__microbio">Senior Politics Reporter, HuffPost</div></div></div>
dailymail => Ann Roe, Max Bell => <p class="author-section byline-plain">By <a href="/home/search.html?s=&authornamef=Ann+Roe" class="author" rel="nofollow">Ann Roe For Mailonline</a> and <a class="author" href="/home/search.html?s=&authornamef=Max+Bell">Max Bell For Mailonline</a></p><p class="byline-section"><span class="article-timestamp">Published: 10:00, 3 May 2020</span></p>
telegraph => Ann Roe => <div class="e-byline"><span class="e-byline__author" itemprop="author" content="Ann Roe">Ann Roe</span>, <span class="e-byline__job-title">political editor</span></div>
independent => Ann Roe => <div class="sc-1"><div class="author"><a href="/author/ann-roe">Ann Roe</a><div class="sc-job">Political Correspondent</div></div></div>
aljazeera => Ann Roe => <div class="article-info-block"><div class="article-b-l"><div class="article-author-name"><span class="article-by">By </span><span class="article-author-name-item"><a class="author-link" href="/author/ann-roe">Ann Roe</a></span></div></div><div class="article-dates"><span>Published On 3 May 2020</span></div></div>
dw => Ann Roe => <div class="author-details"><span class="author-name">Ann Roe</span> <span>in Kestrin</span></div><time>05/03/2020</time>
france24 => Ann ROE => <div class="t-content__authors-tooltip"><div class="m-from-author">Text by: <a class="m-from-author__name" href="/en/author/ann-roe/">Ann ROE</a></div></div>
thehindu => Ann Roe => <div class="author"><a class="auth-nm lnk" href="https://www.thehindu.com/profile/author/Ann-Roe-1/">Ann Roe</a></div><span class="blue-color ksl-time-stamp">KESTRIN, May 03, 2020 10:00 IST</span>
thehindu special => Special Correspondent => <div class="author"><a class="auth-nm" href="/profile/author/Special-Correspondent-1/">Special Correspondent</a></div>
dawn => Ann Roe => <div class="story__byline"><a class="story__byline__link" href="/authors/1/ann-roe">Ann Roe</a> <span class="story__time">Published May 3, 2020</span></div>
dawn desk => Dawn.com => <span class="story__byline"><a class="story__byline__link" href="/authors/1/dawn-com">Dawn.com</a></span>
pti => Press Trust of India => <div class="jsx-ace90f4eca22afc7 byline">Press Trust of India</div>
ndtv => Ann Roe => <div class="pst-by"><nav class="pst-by_lnk"><span class="pst-by_lnk">Reported by</span><span itemprop="author" itemscope itemtype="http://schema.org/Person"><span itemprop="name">Ann Roe</span></span>, <span>Edited by</span> <span itemprop="name">Ed Itor</span></nav></div>
indianexpress => Ann Roe => <div class="editor"><div id="storycenterbyline">Written by <a class="bulletProj" href="/profile/author/ann-roe/">Ann Roe</a> | Kestrin | Updated: May 3, 2020 10:00:00 am</div></div>
xinhua =>  => <div class="info"><span>Source: Xinhua</span>|<span>2020-05-03 10:00:00</span>|<span>Editor: Ed Itor</span></div>
tass =>  => <div class="news-header__date">3 May, 10:00</div>
microdata nested => Ann Roe => <div itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/p/1"><span itemprop="name">Ann Roe</span></a><span itemprop="jobTitle">Reporter</span></div>
hcard => Ann Roe => <address class="vcard author">By <span class="fn">Ann Roe</span>, <span class="org">Ashford Courier</span></address>
hcard fn => Ann Roe => <div class="vcard"><span class="fn">Ann Roe</span> <span class="title">Reporter</span></div>
handle only => annroe => <div class="tw">By <a href="https://twitter.com/annroe">@annroe</a></div>
photographer caption near => Ann Roe => <figure><img src="a.jpg"><figcaption>The bridge on Monday. <span class="credit">Photo by Sam Shot</span></figcaption></figure><p class="byline">By Ann Roe</p>
photographer only =>  => <figure><img src="a.jpg"><figcaption>The bridge on Monday. <span class="credit">Photo by Sam Shot</span></figcaption></figure><p>May 3, 2020</p>
photographer line only =>  => <div>Photo: Sam Shot</div><p>May 3, 2020</p>
photographer author class => Ann Roe => <figure><img src="a.jpg"><figcaption>The bridge. <span class="photo-author">Sam Shot</span></figcaption></figure><p>By <b>Ann Roe</b></p>
interviewee => Ann Roe => <p class="intro">An interview with <a href="/people/x">Max Subject</a></p><p>By Ann Roe</p>
edited by => Ann Roe => <p>By Ann Roe</p><p>Edited by Ed Itor</p>
date line with by => Ann Roe => <p>May 3, 2020 | By Ann Roe</p>
date by bullet => Ann Roe => <div class="meta"><span>News</span> • <span>by Ann Roe</span> • <span>May 3, 2020</span></div>
name | date => Ann Roe => <div>Ann Roe | May 3, 2020</div>
name • date links => Ann Roe => <div><a href="/profile/12">Ann Roe</a> • May 3, 2020</div>
name linked mail => Ann Roe => <div><a href="mailto:aroe@courier.com">Ann Roe</a></div>
name linked twitter => Ann Roe => <div><a href="https://twitter.com/annroe">Ann Roe</a>, Kestrin</div>
staff in text => Courier staff => <div class="byline">By Courier staff</div>
staff and wire => Courier Staff => <div class="byline">By Courier Staff and Wire Reports</div>
agency line => AFP => <div class="source">AFP</div>
agency Press Association => Press Association => <p class="byline">Press Association</p>
AP staff => The Associated Press => <p class="byline">By The Associated Press</p>
German von => Ann Roe => <div class="meta">Von Ann Roe, Kestrin</div>
German von links => Ann Roe, Max Bell => <div class="article__author">Von <a href="/autor/ann-roe">Ann Roe</a> und <a href="/autor/max-bell">Max Bell</a></div>
French par => Ann Roe => <span class="meta__author">Par <a href="/signataires/ann-roe/">Ann Roe</a></span><span>Publié le 03 mai 2020</span>
Spanish => Ann Roe => <div class="a_md_a"><a href="/autor/ann-roe/">Ann Roe</a></div><div>Madrid - 03 may 2020</div>
Russian => Анна Роу => <div class="article__author">Автор: Анна Роу</div>
Japanese => 山田太郎 => <div class="writer">記者：山田太郎</div>
author and section in byline => Ann Roe => <div class="byline">by <a href="/author/ann-roe">Ann Roe</a> in <a href="/category/news">News</a>, <a href="/category/politics">Politics</a></div>
byline with bio popup => Ann Roe => <div class="byline">By <span class="author-name">Ann Roe</span><div class="author-popup">Ann Roe is a reporter. <a href="/author/ann-roe">See full bio</a></div></div>
author dup => Ann Roe => <div class="author-info"><a class="author-name" href="/author/ann-roe">Ann Roe</a><a href="/author/ann-roe">View all posts</a></div>
data-author => Ann Roe => <div data-author="Ann Roe"></div>
guest columnist => Ann Roe => <div class="byline">Ann Roe<br>Guest Columnist</div>
opinion contributor => ANN ROE => <span class="submitted-by">BY ANN ROE, OPINION CONTRIBUTOR - <time>05/03/20 10:00 AM EDT</time></span>
with agency => Ann Roe => <p class="byline">Ann Roe and agencies</p>
as told => Max Bell, Ann Roe => <p class="byline">By Max Bell as told to Ann Roe</p>
exclusive by => Ann Roe => <p>EXCLUSIVE By Ann Roe</p>
category kicker => Ann Roe => <div class="kicker">Local News</div><div>Ann Roe, Reporter</div>
share & print => Ann Roe => <div>Share</div><div>Print</div><div>By Ann Roe</div><div>Email</div>
byline after image+caption => Ann Roe => <div>May 3</div><figure><img src=a.png><figcaption>Dora Finch, mayor (AP Photo/Sam Shot)</figcaption></figure><div>By Ann Roe</div>
person in deck => Ann Roe => <p class="deck">Mayor Dora Finch says she had no choice</p><div>By Ann Roe</div>
topic links =>  => <div><a href="/topic/dora-finch">Dora Finch</a></div><div><a href="/tag/ann-roe">Ann Roe</a></div>
music and direction => Ann Roe => <p>Directed by Max Film</p><p>By Ann Roe</p>
lower case => ann roe => <div class="byline">by ann roe</div>
glued by spans => Ann Roe, Max Bell => <div><span>By</span><span>Ann Roe</span><span>and</span><span>Max Bell</span></div>
caption line name =>  => <div>Dora Finch</div><div>May 3, 2020</div>
edited by link => Ann Roe => <div class="byline">By <a class="author" href="/author/ann-roe">Ann Roe</a> | Edited by <a class="author" href="/author/ed-itor">Ed Itor</a></div>
medically reviewed by => Ann Roe => <div class="meta">Written by <a class="author-link" href="/author/ann-roe">Ann Roe</a></div><div class="meta">Medically reviewed by <a class="author-link" href="/author/doc-tor">Doc Tor</a></div>
medically reviewed first => Ann Roe => <div class="meta"><span>Medically reviewed by</span> <a class="author-link" href="/reviewer/doc-tor">Doc Tor, M.D.</a> — <span>Written by</span> <a href="/author/ann-roe" class="author-link">Ann Roe</a></div>
photographer author class => Ann Roe => <div class="credits"><span class="role">Words</span> <span class="author">Ann Roe</span> <span class="role">Photographer</span> <span class="author">Sam Shot</span></div>
photos by links in byline => Ann Roe => <div class="byline">By <a href="/author/ann-roe">Ann Roe</a>. Photographs by <a href="/author/sam-shot">Sam Shot</a></div>
fact checked => Ann Roe => <div>By <a rel="author" href="/a/1">Ann Roe</a></div><div>Fact checked by <a href="/author/fay-checker" class="author">Fay Checker</a></div>
translated by => Ann Roe => <div class="author">Ann Roe</div><div>Translated by <span class="author">Tran Slator</span></div>
mobile + desktop => Ann Roe => <div class="byline mobile">By Ann Roe</div><div class="byline desktop">By Ann Roe, Staff Writer</div>
avatar alt => Ann Roe => <div class="byline"><img class="avatar" alt="Ann Roe avatar" src=a.png><span>By <b>Ann Roe</b></span></div>
bio in aside => Ann Roe => <aside class="author-card"><img alt=""><h4>Ann Roe</h4><p>Politics reporter</p></aside>
by and label outlet => Ann Roe => <div class="byline"><span class="author">Ann Roe</span><span class="source">Ashford Courier</span></div>
by and other outlet => Ann Roe => <div class="byline"><span class="author">Ann Roe</span> <span class="source">Kestrin Times</span></div>
wire in byline => Ann Roe => <div class="byline">Ann Roe, Reuters</div>
AP with city => ANN ROE => <div class="byline">ANN ROE | Associated Press</div>
hearst => Ann Roe => <div class="authors--name-wrapper"><span class="author--name">By <a href="/author/ann-roe/">Ann Roe</a></span>, <span class="author--title">Staff Writer</span><time>May 3, 2020</time></div>
advance => Ann Roe => <div class="article__byline"><ul><li class="article__author"><a class="article__author--link" href="https://connect.x.com/staff/aroe/posts.html">Ann Roe | aroe@x.com</a></li></ul></div>
nexstar => Ann Roe => <p class="article-authors">by: <a href="/author/ann-roe/">Ann Roe</a></p><p>Posted: <time>May 3, 2020</time></p>
sinclair => Ann Roe => <div class="index-module_byline"><span>by Ann Roe</span></div><div>Sun, May 3rd 2020</div>
gray => Ann Roe => <div class="author"><span class="author-by">By</span>&nbsp;<span class="author-name">Ann Roe</span></div><div class="published-date-time">Published: May. 3, 2020 at 10:00 AM EDT</div>
scripps => Ann Roe => <div class="ArticlePage-byline">By: <span class="ArticlePage-authorName">Ann Roe</span><div class="ArticlePage-authors-title">Reporter</div></div>
tegna => Ann Roe => <div class="article__byline"><div class="article__author">Author: <span>Ann Roe</span></div><div class="article__published">Published: 10:00 AM EDT May 3, 2020</div></div>
cox => Ann Roe => <div class="byline"><span class="byline__by">By</span> Ann Roe, <span class="company">The Ashford Courier</span></div>
postmedia => Ann Roe => <div class="published-by__wrapper"><span class="published-by__author"><a href="/author/annroe/">Ann Roe</a></span></div><span class="published-date__since">Published May 03, 2020 • 3 minute read</span>
torstar => Ann Roe => <span class="article__author"><span class="article__author-credit">By</span><span class="article__author-name">Ann Roe</span><span class="article__author-affiliation">Staff Reporter</span></span>
newscorp au => Ann Roe => <div class="author"><h6 class="author_name"><a href="/journalist/ann-roe">Ann Roe</a></h6></div><span class="byline_publish">May 3, 2020</span>
nine au => Ann Roe => <section class="_author"><h5 class="_name"><a href="/by/ann-roe-h1">Ann Roe</a></h5></section><time>May 3, 2020 — 10.00am</time>
abc au => Ann Roe => <div data-component="Byline"><p>By <a data-component="Link" href="/news/ann-roe/1">Ann Roe</a></p></div><p>Posted Sun 3 May 2020 at 10:00am</p>
rnz => Ann Roe => <div class="author-highlight"><div class="author-highlight__details"><span class="author-highlight__name">Ann Roe</span>, <span class="author-highlight__job">Reporter</span><a class="author-highlight__twitter">@annroe</a></div></div>
sky => Ann Roe => <p class="sdc-article-author__role">Political reporter <span class="sdc-article-author__name"><a class="sdc-article-author__link">@annroe</a></span></p><div class="sdc-article-author__byline"><h3 class="sdc-article-author__name">Ann Roe</h3></div>
sky2 => Ann Roe => <div class="sdc-article-author"><p class="sdc-article-author__byline">By Ann Roe, political reporter</p></div>
itv => Ann Roe => <div class="cp_byline"><div class="cp_byline__name">Ann Roe</div><div class="cp_byline__role">Political Correspondent</div></div>
reach => Ann Roe => <div class="byline"><span class="author"><a class="publication-theme" href="/authors/ann-roe/">Ann Roe</a></span><span class="author-title">Political Editor</span></div><ul><li>10:00, 3 MAY 2020</li></ul>
express => Ann Roe => <div class="author"><span>By </span><span itemprop="author"><a class="author-link" href="/journalist/1/Ann-Roe"><span itemprop="name">Ann Roe</span></a>, Deputy Political Editor</span></div>
irish times => Ann Roe => <div class="byline-container"><span class="byline"><a href="/author/ann-roe">Ann Roe</a></span><span class="date">Sun May 3 2020 - 10:00</span></div>
rte => Ann Roe => <span class="byline author">By Ann Roe</span><span class="byline-title">Education Correspondent</span>
spiegel => Ann Roe => <div class="font-sans">Von <a class="border-b" href="/impressum/autor-1">Ann Roe</a></div><div><time>03.05.2020, 10.00 Uhr</time></div>
zeit => Ann Roe => <div class="byline">Von <span itemprop="author" itemscope itemtype="http://schema.org/Person"><a href="/autoren/R/Ann_Roe" itemprop="url"><span itemprop="name">Ann Roe</span></a></span></div>
lemonde => Ann Roe => <section class="meta__authors"><span class="meta__author author"><a class="article__author-link" href="/signataires/ann-roe/">Ann Roe</a> (Kestrin, correspondante)</span></section>
elpais => ANN ROE => <div class="a_md_a"><a href="https://elpais.com/autor/ann-roe/" class="a_md_a_n">ANN ROE</a></div>
repubblica => Ann Roe => <em class="entry__author">di <a href="/autori/ann-roe">Ann Roe</a></em>
haaretz => Ann Roe => <div><a href="/ty-WRITER/1" rel="author">Ann Roe</a></div><div>May 3, 2020</div>
scmp => Ann Roe => <div class="article__authors-share"><div class="article__authors"><a class="author__link" href="/author/ann-roe">Ann Roe</a><span>in Beijing</span></div></div>
straitstimes => Ann Roe => <div class="group-story-postdate"><div class="author-field"><a href="/authors/ann-roe">Ann Roe</a><div class="designation">Senior Political Correspondent</div></div></div>
koreatimes => Ann Roe => <div class="view_byline">By Ann Roe</div>
koreaherald => Ann Roe => <div class="view_tit_byline_l"><a href="/search?kr=1">By Ann Roe</a></div><div class="view_tit_byline_r">Published : May 3, 2020</div>
rappler => Ann Roe => <div class="post-single__authors"><a href="/author/ann-roe/">Ann Roe</a></div>
punch => Ann Roe => <div class="post-author">By <a href="/author/x"> Ann Roe</a></div><span class="post-date">3rd May 2020</span>
moscowtimes => Ann Roe => <div class="article__byline byline "><div class="byline__author"><a class="byline__author__name" href="/author/ann-roe">Ann Roe</a></div></div>
conversation visible => Ann Roe => <div class="content-authors"><span class="fn author-name">Ann Roe</span>, <em>University of Ashford</em></div>
forbes => Ann Roe => <div class="contrib-info"><a class="contrib-link--name" href="https://www.forbes.com/sites/annroe/">Ann Roe</a><span class="contrib-byline-type">Contributor</span></div>
insider => Ann Roe => <div class="byline"><a class="byline-link byline-author-name" href="/author/ann-roe">Ann Roe</a></div><div class="byline-timestamp">May 3, 2020</div>
techcrunch => Ann Roe => <div class="article__byline"><a href="/author/ann-roe/">Ann Roe</a><span class="article__byline__meta"><a class="twitter" href="https://twitter.com/annroe">@annroe</a> / 10:00 AM • May 3, 2020</span></div>
ars => Ann Roe => <section class="post-meta"><p class="byline" itemprop="author creator" itemscope><a itemprop="url" href="/author/ann-roe" rel="author"><span itemprop="name">Ann Roe</span></a> - <time>May 3, 2020</time></p></section>
slate => Ann Roe => <div class="article__byline"><div class="article__authors">By <a rel="author" href="/author/ann-roe">Ann Roe</a></div></div>
dailybeast => Ann Roe => <div class="Byline"><a class="Byline__photo-link" href="/author/ann-roe"><img alt="Ann Roe"></a><h4 class="Byline__name"><a href="/author/ann-roe">Ann Roe</a></h4><div class="Byline__tagline">Senior Editor</div></div>
axios => Ann Roe => <div data-cy="byline"><ul><li><a href="/authors/aroe">Ann Roe</a>, author of <a href="/newsletters/x">Axios AM</a></li></ul></div>
thehill => Ann Roe => <div class="submitted-by">by <a href="/author/ann-roe">Ann Roe</a> - 05/03/20 10:00 AM ET</div>
washexaminer => Ann Roe => <div class="ArticlePage-authorInfo"><span class="ArticlePage-authorBy">by Ann Roe, <i>Congressional Reporter</i></span></div>
fox => Ann Roe => <div class="author-byline"><span>By <span><a href="/person/r/ann-roe">Ann Roe</a></span> <span class="article-source"><a href="https://www.foxnews.com">Fox News</a></span></span></div>
breitbart => Ann Roe => <address data-aname="Ann Roe" class="byauthor">Ann Roe</address><time>3 May 2020</time>
cbs => Ann Roe => <p class="content__byline"><span class="byline__authors">By <a class="byline__author__link" href="/team/ann-roe/">Ann Roe</a></span></p><p class="content__meta"><time>May 3, 2020 / 10:00 AM / CBS News</time></p>
nbc => Ann Roe => <div class="article-inline-byline"><span class="byline-name">By <a href="/author/ann-roe-ncpn1">Ann Roe</a></span></div>
two authors glued by line breaks => Ann Roe, Max Bell => <p class="byline">Ann Roe<br>Max Bell</p>
list of authors => Ann Roe, Max Bell => <ul class="authors"><li>Ann Roe</li><li>Max Bell</li></ul>
authors w roles => Ann Roe, Max Bell => <div class="authors"><div class="author"><span class="name">Ann Roe</span><span class="role">Reporter</span></div><div class="author"><span class="name">Max Bell</span><span class="role">Editor</span></div></div>
`;

const ELSEWHERE = `
blogger => Ann Roe => [foot]<div class="post-footer"><span class="post-author vcard">Posted by <span class="fn" itemprop="author" itemscope itemtype="http://schema.org/Person"><a class="g-profile" href="https://www.blogger.com/profile/1" rel="author"><span itemprop="name">Ann Roe</span></a></span></span> <span class="post-timestamp">at <abbr class="published" title="2020-05-03">10:00 AM</abbr></span></div>
reuters old => Ann Roe, Max Bell => <div class="BylineBar_byline"><span><a href="/journalists/ann-roe" target="_blank">Ann Roe</a></span>, <span><a href="/journalists/max-bell">Max Bell</a></span></div>[foot]<div class="Attribution_container"><p class="Attribution_content">Reporting by Ann Roe and Max Bell; Editing by Ed Itor</p></div>
reuters foot only => Ann Roe, Max Bell => <div>May 3, 2020</div>[foot]<p>Reporting by Ann Roe and Max Bell; Editing by Ed Itor</p>
yonhap =>  => [foot]<p>aroe@yna.co.kr</p><p>(END)</p>
bio box foot => Ann Roe => <div>May 3, 2020</div>[foot]<div class="author-bio"><h4>About the author</h4><div><img alt="Ann Roe"><strong>Ann Roe</strong><p>Ann Roe is a reporter at the Ashford Courier who covers local politics.</p></div></div>
signed foot => Ann Roe => [foot]<p>Ann Roe</p>
signed foot in brackets => Ann Roe => [foot]<p>(Ann Roe)</p>
bio line foot => Ann Roe => <div>May 3, 2020</div>[foot]<p><em>Ann Roe is a reporter at the Ashford Courier. Follow her on Twitter @annroe.</em></p>
contact line foot => Ann Roe => <div>May 3, 2020</div>[foot]<p>Contact Ann Roe at aroe@courier.com or follow her on Twitter.</p>
reach line foot => Ann Roe => <div>May 3, 2020</div>[foot]<p>Reach Ann Roe at 555-1234 or aroe@courier.com.</p>
by foot ndash => Ann Roe => <div>May 3, 2020</div>[foot]<p>– Ann Roe</p>
by foot em => Ann Roe => <div>May 3, 2020</div>[foot]<p><em>— By Ann Roe, Ashford Courier</em></p>
about author heading then name => Ann Roe => <div>May 3, 2020</div>[foot]<div class="abox"><h3>About the Author</h3><h4>Ann Roe</h4><p>Ann writes about bridges.</p></div>
commenters => Ann Roe => <p>By Ann Roe</p>[foot]<div id="comments"><h3>2 comments</h3><div class="comment"><span class="author">Joe Commenter</span><p>Well done, council. It was about time that somebody did it.</p></div><div class="comment"><span class="author">Jane Commenter</span></div></div>
commenters only =>  => <p>May 3, 2020</p>[foot]<div id="comments"><h3>2 comments</h3><div class="comment"><span class="author">Joe Commenter</span><p>Well done, council. It was about time that somebody did it.</p></div><div class="comment"><span class="author">Jane Commenter</span></div></div>
columnists list => Ann Roe => <p>By Ann Roe</p>[foot]<div class="columnists"><h3>Columnists</h3><ul><li><a href="/columnists/a">Cal Umnist</a></li><li><a href="/columnists/b">Col Ummer</a></li></ul></div>
above headline => Ann Roe => [above]<p class="author">Ann Roe</p>
above headline by => Ann Roe => [above]<div>Opinion</div><div>By Ann Roe</div>
tag names =>  => <div>May 3, 2020</div>[foot]<div class="tags"><a href="/tag/dora-finch">Dora Finch</a><a href="/tag/bridge">Bridge</a></div>
first paragraph byline => Ann Roe => [body]<p>By Ann Roe</p><p>ASHFORD (Courier) —</p>
first paragraph strong => Ann Roe => [body]<p><strong>By Ann Roe</strong> | Ashford Courier</p>
first paragraph capitals => ANN ROE => [body]<p>ANN ROE, Associated Press</p>
liveblog => Ann Roe, Max Bell => <div class="byline">By <a href="/author/ann-roe">Ann Roe</a> and <a href="/author/max-bell">Max Bell</a></div>[foot]<div class="live-post"><h3>10:30</h3><span class="author">Jo Poster</span><p>The mayor has arrived. The crowd at the gate is larger than yesterday, police say.</p></div><div class="live-post"><h3>10:10</h3><span class="author">Pat Poster</span><p>The doors have opened and the councillors are taking their seats now.</p></div>
newsletter author => Ann Roe => <p class="byline">By Ann Roe</p>[foot]<div class="newsletter-signup"><p>Sign up for The Bridge by <span class="author">Nel Letter</span></p></div>
conversation => Ann Roe => [foot]<aside class="content-authors"><h2>Author</h2><ol class="content-authors-group"><li><a class="author-name" rel="author" href="/profiles/ann-roe-1">Ann Roe</a><p class="role">Professor of Law, University of Ashford</p></li></ol></aside>
`;

const TOLD_TO_MACHINES = `
jsonld string A and B => Ann Roe, Max Bell => [meta]<script type="application/ld+json">{"@type":"NewsArticle","headline":"HEADLINE","author":"Ann Roe and Max Bell"}</script>
jsonld name with url => ANN ROE => [meta]<script type="application/ld+json">{"@type":"NewsArticle","headline":"HEADLINE","author":[{"@type":"Person","name":"ANN ROE","url":"https://x/a"}]}</script>
jsonld org=site + byline => Ann Roe => <p class="byline">By Ann Roe</p>[meta]<script type="application/ld+json">{"@type":"NewsArticle","headline":"HEADLINE","author":{"@type":"Organization","name":"Ashford Courier"}}</script>
jsonld org=site only => Ashford Courier => [meta]<script type="application/ld+json">{"@type":"NewsArticle","headline":"HEADLINE","author":{"@type":"Organization","name":"Ashford Courier"}}</script>
jsonld url name => Ann Roe => [meta]<script type="application/ld+json">{"@type":"NewsArticle","headline":"HEADLINE","author":{"@type":"Person","name":"https://www.ashfordcourier.com/author/ann-roe/"}}</script>
jsonld @id => Ann Roe => [meta]<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"HEADLINE","author":{"name":"Ann Roe","@id":"https://x/#/schema/person/1"}},{"@type":"Person","@id":"https://x/#/schema/person/1","name":"Ann Roe"}]}</script>
jsonld editor => Ann Roe => [meta]<script type="application/ld+json">{"@type":"NewsArticle","headline":"HEADLINE","editor":"Ed Itor","author":{"@type":"Person","name":["Ann Roe"]}}</script>
jsonld admin + byline => Ann Roe => <p>By Ann Roe</p>[meta]<script type="application/ld+json">{"@type":"NewsArticle","headline":"HEADLINE","author":{"@type":"Person","name":"admin"}}</script>
jsonld webmaster + byline => Ann Roe => <p>By Ann Roe</p>[meta]<script type="application/ld+json">{"@type":"NewsArticle","headline":"HEADLINE","author":{"@type":"Person","name":"webmaster"}}</script>
meta author + title => Ann Roe => [meta]<meta name="author" content="Ann Roe, Staff Writer">
meta author outlet + visible => Ann Roe => <div class="author">Ann Roe</div>[meta]<meta name="author" content="Ashford Courier">
meta author facebook => Ann Roe => <div>By Ann Roe</div>[meta]<meta property="article:author" content="https://www.facebook.com/ashfordcourier">
meta author By => Ann Roe => [meta]<meta name="author" content="By Ann Roe, Ashford Courier">
meta byl => ANN ROE => [meta]<meta name="byl" content="By ANN ROE">
`;

/** `[foot]`, `[meta]`, `[above]` and `[body]` say where the markup after them goes; what stands before goes below the headline. */
function pageOf(markup: string): string {
  const [below = '', ...placed] = markup.split(/(?=\[(?:foot|meta|above|body)\])/u);
  const at = (place: string): string =>
    (placed.find((piece) => piece.startsWith(`[${place}]`)) ?? '')
      .slice(place.length + 2)
      .replaceAll('HEADLINE', HEADLINE);
  const isPlaced = /^\[(?:foot|meta|above|body)\]/u.test(below);
  const all = isPlaced ? '' : below;
  if (isPlaced) placed.unshift(below);
  return `<html><head><title>${HEADLINE} - Ashford Courier</title><meta property="og:site_name" content="Ashford Courier">${at('meta')}</head>
    <body>${NAV}<main><article>${at('above')}<h1>${HEADLINE}</h1>${all}<div class="article-body">${at('body')}${BODY}</div>${at('foot')}</article></main>${SIDE}</body></html>`;
}

function casesIn(lines: string): string[][] {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.split(' => '));
}

describe.each([
  ['below its headline', BELOW_HEADLINE],
  ['in or around its text', ELSEWHERE],
  ['told to machines', TOLD_TO_MACHINES],
])('the author of a page, %s', (_, lines) => {
  it.each(casesIn(lines))('%s: %s', (_what, names = '', markup = '') => {
    const { byline, title } = readPage({ html: pageOf(markup), url: 'https://www.ashfordcourier.com/bridge' });
    expect({ names: byline.join(', '), title }).toEqual({ names, title: HEADLINE });
  });
});
