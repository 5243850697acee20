const AUXILIARIES = /^(?:(?:has|have|had|is|was|were|been|being|as|also|later|earlier|has since|who|which) )+/u;
const PLAIN =
  /^(?:said|says?|saying|told|tells?|telling|adds?|added|adding|stated?|states|stating|wrote|writes?|written|writing|according to|puts? it|reports?|reported|reporting|notes?|noted|remarked|remarks|commented|comments|spoke|speaks|read|reads|mentioned|mentions|informed|informs|replied|replies|explained|explains|recalled|recalls|quoted as saying|quoted|quoting|posted|tweeted)(?: (?:in|on|at|to|by) .*| that)?$/u;

/** A cue that says no more than that something was said: without it a content means the same. */
export function isPlainCue(cue: string): boolean {
  const words = cue
    .toLowerCase()
    .replace(/[’]/gu, "'")
    .replace(/\s+/g, ' ')
    .replace(/^[\s,:]+|[\s,:]+$/g, '');
  return !/\p{L}/u.test(words) || PLAIN.test(words.replace(AUXILIARIES, ''));
}
