/** What the shape of a line betrays: a person, an outlet, a desk, or no name at all. */

/** Words of desks and organisations. */
export const GROUP =
  /\b(?:staff|desk|team|editors?|newsroom|news|agenc(?:y|ies)|press|service|times|post|herald|tribune|journal|gazette|magazine|media|network|today|daily|online|reporters?|correspondents?|bureau|submissions|university|association|wire|studios?|radio|tv|television|report|office|department|institute|inc|llc|ltd|nation|group|company|admin(?:istrator)?|\.com|\.org|\.net)\b/iu;
/** Words that outlets carry in their names. */
export const OUTLET =
  /(?:\b(?:news|times|post|herald|tribune|journal|gazette|magazine|network|today|daily|press|observer|chronicle|courant|independent|guardian|mirror|telegraph|star|sun|globe|world|weekly|standard|examiner|dispatch|record|register|review|report|wire|bulletin|inquirer|sentinel|courier|mail|express|nation|monitor|radio|tv|television|broadcasting|media|channel|online|central|insider|bbc|cnn|abc|nbc|cbs|npr|pbs|sky)\b|\.(?:com|net|org|co\.uk|news)\b)/iu;
/** Lines that stand where names do. */
export const NOT_A_NAME =
  /https?:|www\.|@|[<>{}[\]=_]|\d{3,}(?!\d|$)|\s\S*\d{3,}$|^[^\p{L}]+$|^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d{1,2}$|^(?:no|unknown) authors?$|^(?:read|see|meet|view|show)\s|\b(?:licen[cs]e|creative commons|rights reserved)\b|[.!?]\s+\p{Lu}.*[.!?]$|^(?:by|and|the|a|an|more|about|author|authors|undefined|null|none|unknown|anonymous|admin|no|no author|various|guest|member list|members?|editorial|written|posted|published|twitter|facebook|instagram|linkedin|youtube|website|bio|body|share|comments?|read|min read|advertisement|photo|image|subscribe|email|(?:sign|log) ?(?:in|out|up)|register|(?:my|your|edit|view) (?:account|profile)|(?:all|our|guest) (?:authors?|team|writers?)|(?:contact|follow|about) us|(?:read|see|view|show) (?:more|all|full|bio|profile)|label|close|open|menu|home|search|newsletters?)$|^(?:edited|editing|translated|presented|sponsored) by\b/iu;

/** True where a line could be a person's name alone: two to five capitalised words, no word of an outlet or a sentence. */
export function looksLikePerson(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  if (
    words.length < 2 ||
    words.length > (text === text.toUpperCase() ? 3 : 4) ||
    /^(?:the|a|an|our|in|on|for|new|more|about)$/iu.test(words[0] ?? '') ||
    GROUP.test(text) ||
    OUTLET.test(text) ||
    NOT_A_NAME.test(text)
  )
    return false;
  return (
    words.every((word) =>
      /^(?:(?:d['’]|al-|el-|ul-|af-)?\p{Lu}[\p{L}\p{M}'’.-]*|de|da|das|dos|del|della|di|du|van|von|zu|der|den|ter|ten|la|le|bin|ben|ibn|abu|al|el|y)$/u.test(
        word,
      ),
    ) &&
    /^\p{Lu}/u.test(text) &&
    !/[.!?]$/u.test(text)
  );
}

/** True where a line could be an outlet's name alone: a few capitalised words, one of which outlets carry. */
export function looksLikeOutlet(text: string): boolean {
  const words = text.trim().split(/\s+/u);
  return (
    words.length <= 4 &&
    !text.includes(',') &&
    /^[\p{Lu}\d]/u.test(text.trim()) &&
    OUTLET.test(text) &&
    words.every((word) => /^[\p{Lu}\d&]|^(?:of|the|and|in|for|on)$|\./u.test(word)) &&
    !/[!?:;]$|\.$/u.test(text.trim())
  );
}
