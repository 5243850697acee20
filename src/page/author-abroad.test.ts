import { describe, expect, it } from 'vitest';
import { readPage } from './read-page.js';

const HEADLINE = 'Council votes to close the old bridge';
const BODY = `<p>${'The council voted on Tuesday to close the bridge after a long debate about the cost of repairs. '.repeat(4)}</p>`;

function pageOf(below: string, foot = '', head = ''): string {
  return `<head><title>${HEADLINE} | Ashford Courier</title>${head}</head><main><h1>${HEADLINE}</h1>${below}${BODY.repeat(3)}${foot}</main>`;
}

function bylineOf(below: string, foot = '', head = ''): string {
  return readPage({ html: pageOf(below, foot, head), url: 'https://www.ashfordcourier.com/bridge' }).byline.join(', ');
}

const BELOW = `
de Text und Fotos => Ann Roe => <p>Text und Fotos: Ann Roe</p>
de desk => Redaktion => <div class="autor">Von der Redaktion</div>
de agency => dpa => <p>13. April 2023 | dpa</p>
es side by side => Ann Roe => <div class="firma"><span>Ann Roe</span><span>Kestrin</span><time>03/10/2022 07:10</time></div>
es desk => Redacción => <div class="autor">Por Redacción</div>
fr agency => AFP => <div><span>par <span>AFP</span></span><br>publié le 13 avril 2023</div>
it correspondent => Ann Roe => <em class="story__author">dal nostro inviato <a href="/t/ann">Ann Roe</a></em>
tr => Ayşe Demir => <div class="yazar">Yazar: Ayşe Demir</div>
ar => ليلى حداد => <div class="author">بقلم: ليلى حداد</div>
zh after the source => 陈志远 => <div><span>2023-04-13</span><span>来源：港口新闻网</span><span>作者：陈志远</span></div>
zh and place => 林佳蓉 => <div class="author"><span>記者林佳蓉／高雄報導</span></div>
ko => 김민수 => <div><span>입력 2023.04.13 10:00</span><span>김민수 기자</span></div>
label without colon => Ann Roe => <div><p>Words Ann Roe</p><p>Photographs Tom Bell</p></div>
interview => Ann Roe => <p>Interview: Ann Roe</p>
what was made => Ann Roe => <div>Recipe by Ann Roe</div>
contributed => annroe => <div>April 13, 2023<br>This article was contributed by annroe</div>
ordinal day => Ann Roe => <p>13th April 2007 by Ann Roe</p>
portrait => Björgvin Ásmundsdóttir => <div><img alt="Björgvin Ásmundsdóttir"><div>Björgvin Ásmundsdóttir</div><div>5 min read</div></div>
trade below => Chukwu Obi => <div>Chukwu Obi</div><div>Senior Reporter</div>
touching links => Ann Roe, Max Bell => <div class="authors"><a href="/author/a">Ann Roe</a>and<a href="/author/m">Max Bell</a></div>
name and place => Ann Roe => <p><b>Ann Roe, Port Kestrin</b></p>
outlet beside => Ann Roe => <p>By Ann Roe, Ashford Courier</p>
surname in bio => Anna Fabio => <p>By Anna Fabio</p>
da day with dot => Mette Kjær => <div>Af <a href="mailto:mk@x">Mette Kjær</a> 5. nov. 2022 kl. 07.12</div>
pt person and outlet => Ann Roe => <p>Por Ann Roe, g2 — Kestrin</p>
zh reporter => 李晓燕 => <p>本报记者 李晓燕</p>
post below => Tuvalie Lambert => <h3>Tuvalie Lambert</h3><h4>Chief Baker at Crumb & Co</h4>
made by others =>  => <p>Directed by Ann Roe</p>
promoted =>  => <div><a href="/user/annroe">u/annroe</a> · promoted</div>
`;

const FOOT = `
ja => 佐藤 美咲 => <p>（記者・佐藤 美咲）</p>
ja brackets => 田中健一 => <p>【田中健一】</p>
sv => ANN ROE => <p>TEXT: ANN ROE</p>
set right => Nguyễn Lan => <p style="text-align:right">Nguyễn Lan</p>
name and place => Ann Roe => <p>Ann Roe, Kestrin</p>
after a greeting => Tuvalie Anker => <p>Until next week,</p><p>Tuvalie Anker</p>
other story =>  => <div class="related-article"><a href="/other">Interview: Ann Roe</a></div>
related topics =>  => <p><b>Verwandte Themen</b></p>
`;

function casesIn(lines: string): string[][] {
  return lines
    .trim()
    .split('\n')
    .map((line) => line.split(' => '));
}

describe('an author in another language or another place', () => {
  it.each(casesIn(BELOW))('%s: %s', (_what, names = '', markup = '') => {
    expect(bylineOf(markup)).toBe(names);
  });

  it.each(casesIn(FOOT))('at the foot, %s: %s', (_what, names = '', markup = '') => {
    expect(bylineOf('', markup)).toBe(names);
  });

  it('is the first of a forum, its handle as it is', () => {
    const post = (name: string): string =>
      `<div itemscope itemtype="http://schema.org/DiscussionForumPosting"><span itemprop="author" itemscope><span itemprop="name">${name}</span></span></div>`;
    expect(bylineOf(post('gale_force9'), post('squall'))).toBe('gale_force9');
  });

  it('has company where the page shows more than machines are told', () => {
    const told =
      '<script type="application/ld+json">{"@type":"Article","headline":"Council votes to close the old bridge","author":"Ann Roe"}</script>';
    const shown = '<h4 class="author-name"><a href="/author/a">Ann Roe</a>, <a href="/author/m">Max Bell</a></h4>';
    expect(bylineOf(shown, '', told)).toBe('Ann Roe, Max Bell');
  });

  it('is told under a label in the language of the blog', () => {
    const told =
      '<meta name="twitter:label1" content="Verfasst von"><meta name="twitter:data1" content="Ann Roe"><meta name="twitter:label2" content="Lesezeit">';
    expect(bylineOf('', '', told)).toBe('Ann Roe');
  });
});
