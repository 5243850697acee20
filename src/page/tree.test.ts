import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutBlocks } from './block.js';
import { growTree, LIMITS } from './tree.js';

const texts = (html: string): readonly string[] => cutBlocks(growTree(html)).map((block) => block.text);

describe('growTree', () => {
  it('implies the end tags that HTML leaves out', () => {
    expect(texts('<ul><li>one<li>two</ul><p>three<p>four<table><tr><td>five<td>six</table>')).toEqual([
      'one',
      'two',
      'three',
      'four',
      'five',
      'six',
    ]);
  });

  it('does not let a stray inline end tag close a block', () => {
    expect(texts('<div>one</b> two</a></div><div>three</div>')).toEqual(['one two', 'three']);
  });

  it('keeps depth, elements and attributes within the limits and says so', () => {
    const deep = growTree('<div>'.repeat(5_000) + 'bottom');
    expect(deep.elements.length).toBeLessThanOrEqual(LIMITS.depth);
    expect(deep.cut).toEqual(['depth']);
    const wide = growTree(`<p ${Array.from({ length: 500 }, (_, at) => `a${at}=1`).join(' ')}>x`);
    expect(Object.keys(wide.elements[1]?.attributes ?? {})).toHaveLength(LIMITS.attributes);
    expect(wide.cut).toEqual(['attributes']);
  });

  it('decodes entities and drops NUL', () => {
    expect(texts('<p>Smith &amp; S\0ons &#8217;</p>')).toEqual(['Smith & Sons ’']);
  });

  it('never throws and never invents text', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b>',
      '</b>',
      '<table>',
      '<tr>',
      '<td>',
      '</table>',
      '<li>',
      '<',
      '>',
      '"',
      ' x ',
      'word',
      '<a href="',
      '&amp',
      '<!--',
      '-->',
      '<script>',
      '</script>',
      '<br>',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const html = pieces.join('');
        return texts(html).join('').length <= html.length;
      }),
      { numRuns: 300 },
    );
  });
});

describe('cutBlocks', () => {
  it('ends a block at two line breaks and keeps one', () => {
    expect(texts('<td>first line<br>second line<br><br>next block')).toEqual(['first line\nsecond line', 'next block']);
  });

  it('counts what is linked and bold', () => {
    const [block] = cutBlocks(growTree('<p>plain <a href="/x">link</a> <b>bold</b></p>'));
    expect(block).toMatchObject({ text: 'plain link bold', linked: 4, bold: 4, links: 1 });
  });
});
