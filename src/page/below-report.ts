import type { Block } from './block.js';
import type { HeadZone } from './head-zone.js';

/** Characters of a report below which a line or heading that could end it does. */
const SHORTEST_REPORT = 450;
const COMMENTS = /^(?:\d+ )?(?:(?:readers?[’']?s?|your|user) )?comments?(?: ?\(\d+\))?:?$/iu;
/** Headings under which a text only lists what it was written from. */
const REFERENCES =
  /^(?:references|sources|external links|footnotes|citations|notes and references|further reading|bibliography|einzelnachweise|weblinks|quellen|literatur|références|notes et références|liens externes|referencias|enlaces externos|note|fonti|collegamenti esterni|referências|ligações externas|примечания|ссылки|脚注|外部リンク|参考文献|参考资料|외부 링크|각주)(?:\s*\[[^\]]*\])*:?$/iu;

/** Which blocks stand below a report of some length: readers' comments and everything after them, lists of references. */
export function findBelowReport(blocks: readonly Block[], zone: HeadZone): (at: number) => boolean {
  const references = new Set<number>();
  let comments = blocks.length;
  let read = 0;
  for (const [at, { text, element }] of blocks.entries()) {
    if (at < zone.first) continue;
    if (read >= SHORTEST_REPORT && COMMENTS.test(text)) {
      comments = at;
      break;
    }
    if (read >= SHORTEST_REPORT && !references.has(at) && /^h[2-6]$/u.test(element.tag) && REFERENCES.test(text))
      for (let item = at; item === at || isItem(blocks[item]); item++) references.add(item);
    read += text.length;
  }
  return (at) => at >= comments || references.has(at);
}

const ITEM_LEVELS = 5;

function isItem(block: Block | undefined): boolean {
  for (
    let at: Block['element'] | undefined = block?.element, level = 0;
    at && level < ITEM_LEVELS;
    at = at.parent, level++
  )
    if (at.tag === 'li') return true;
  return false;
}
