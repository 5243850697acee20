/**
 * News agencies by the names that bylines, datelines and photo credits give them. A list of facts, not a rule about sites:
 * an agency that is missing here is still found where the page says "agency" or "wire" itself.
 */
const AGENCIES: readonly (readonly [name: string, pattern: string])[] = [
  ['Associated Press', 'the associated press|associated press|the ap|ap'],
  ['Reuters', 'thomson reuters|reuters'],
  ['Agence France-Presse', 'agence france[- ]presse|afp'],
  ['United Press International', 'united press international|upi'],
  ['Bloomberg', 'bloomberg news|bloomberg'],
  ['Press Association', 'press association|pa media|pa'],
  ['dpa', 'deutsche presse-agentur|dpa'],
  ['EFE', 'agencia efe|efe'],
  ['ANSA', 'ansa'],
  ['TASS', 'itar-tass|tass'],
  ['Interfax', 'interfax-ukraine|interfax'],
  ['Sputnik', 'sputnik'],
  ['RIA Novosti', 'ria novosti'],
  ['Xinhua', 'xinhua news agency|xinhua'],
  ['Kyodo', 'kyodo news|kyodo'],
  ['Jiji Press', 'jiji press|jiji'],
  ['Yonhap', 'yonhap news agency|yonhap'],
  ['KCNA', 'korean central news agency|korea news service|kcna'],
  ['Press Trust of India', 'press trust of india|pti'],
  ['ANI', 'asian news international|ani'],
  ['IANS', 'indo-asian news service|ians'],
  ['Anadolu Agency', 'anadolu agency|anadolu'],
  ['Canadian Press', 'the canadian press|canadian press'],
  ['Australian Associated Press', 'australian associated press|aap'],
  ['Getty Images', 'getty images|getty pictures|getty'],
  ['EPA', 'european pressphoto agency|epa-efe|epa'],
  ['Belga', 'belga'],
  ['Caribbean Media Corporation', 'caribbean media corporation|cmc'],
  ['Tribune News Service', 'tribune news service|tns'],
  ['PR Newswire', 'pr newswire|prnewswire'],
  ['Business Wire', 'business wire|businesswire'],
  ['GlobeNewswire', 'globe ?newswire'],
  ['Zuma Press', 'zuma press|zuma wire|zuma'],
  ['Shutterstock', 'shutterstock'],
  ['Alamy', 'alamy'],
];

const PICTURES_ONLY: ReadonlySet<string> = new Set(['Getty Images', 'EPA', 'Zuma Press', 'Shutterstock', 'Alamy']);
const SOURCE = AGENCIES.map(([, pattern]) => pattern).join('|');

/** The agencies named in a byline, dateline, or credit, each by its full name, in order of mention. Abbreviations count in capitals only. */
export function agenciesIn(text: string): readonly string[] {
  const found: string[] = [];
  for (const match of text.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])(?:${SOURCE})(?![\\p{L}\\p{N}])`, 'giu'))) {
    const name = agencyNamed(match[0]);
    if (name !== undefined && !found.includes(name)) found.push(name);
  }
  return found;
}

/** The full name of an agency from one of its names; undefined when `text` as a whole is none. */
export function agencyNamed(text: string): string | undefined {
  const short = text.trim();
  if (short.length <= 4 && short !== short.toUpperCase() && short !== 'dpa') return undefined;
  const lower = short.toLowerCase();
  return AGENCIES.find(([, pattern]) => new RegExp(`^(?:${pattern})$`, 'u').test(lower))?.[0];
}

/** True for services that sell pictures, not reports. */
export function isPictureAgency(name: string): boolean {
  return PICTURES_ONLY.has(name);
}
