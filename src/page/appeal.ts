/** Sentences in which a page speaks to its reader for itself: it asks for a subscription, a gift, a follower, or says who answers for what it prints. */

const LONGEST = 400;

const SIGN_UP =
  /\bsign(?:ing)? up (?:for|to|and)\b.*\b(?:newsletters?|alerts?|e-?mails?|inbox|briefings?)\b|\b(?:in|to|into) your inbox\b|^(?:subscribe|register) (?:to|for|now|today)\b/iu;
const AGREE =
  /^by (?:signing up|subscribing|clicking|registering|submitting|providing|entering|continuing)\b.*\byou\b/iu;
const GIVE =
  /\bplease consider (?:a (?:donation|gift|contribution|subscription)|donating|supporting|making|becoming|subscribing|contributing)\b|^(?:please )?(?:support|donate to|help) (?:us|our|the \p{L}+)\b.*\b(?:from|today|journalism|reporting|a month|a year|donation|reader)\b/iu;
const FOLLOW =
  /^(?:please |you can |and )?(?:follow|like|find|join|add) (?:us|me|him|her|them|@\w+|(?:the )?\p{L}[\p{L}.'’-]*(?: \p{L}[\p{L}.'’-]*){0,4}) on (?:twitter|x|facebook|instagram|youtube|tiktok|telegram|whatsapp|linkedin|threads|bluesky|mastodon|social media)\b/iu;
const ANSWERS =
  /^(?:the|any|all) (?:views|opinions)\b.*\b(?:expressed|presented|stated|contained)\b.*\b(?:author|authors|writer|own|columnist|contributor|editorial|reflect)\b|^(?:this (?:material|article|story|content)|no part of|all (?:content|material)|any (?:reproduction|copying))\b.*\b(?:may|must|can) not be (?:published|reproduced|copied|broadcast|rewritten|redistributed|used|sold)\b|^(?:©|\(c\)|copyright)\W.*\brights reserved\b/iu;
/** "Ann Roe covers the harbour. She can be reached at aroe@…". */
const NOTE =
  /^\p{Lu}.*(?:\b(?:reach|follow|contact|e-?mail|write to) (?:him|her|them|me)\b.*(?:@|\btwitter\b|\bfacebook\b|\d{3}[-.]\d{4})|\b(?:can|may) be reached (?:at|by|on)\b.*@)/iu;

/** True where a page speaks for itself, in a line or short paragraph without quotation marks: what people are quoted with is reported. */
export function isAppeal(text: string): boolean {
  return (
    text.length <= LONGEST &&
    !/[“”"«»]/u.test(text) &&
    [SIGN_UP, AGREE, GIVE, FOLLOW, ANSWERS, NOTE].some((pattern) => pattern.test(text))
  );
}
