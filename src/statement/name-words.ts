/** Words before a name that say what its bearer is. */
export const TITLE = new Set(
  'mp mep msp td pc dc wpc pcso di dci pastor co-author co-founder co-chair co-owner co-star taoiseach tánaiste cathaoirleach president vice-president senator sen sens representative rep reps congressman congresswoman governor gov mayor minister premier chancellor secretary general gen colonel col lieutenant lt captain capt major maj sergeant sgt admiral adm commander judge justice sheriff king queen prince princess pope bishop archbishop cardinal rabbi imam reverend rev father sister sir lord lady dame dr prof professor mr mrs ms miss ambassador speaker chairman chairwoman chair director attorney detective officer chief leader majority minority deputy commissioner councilman councilwoman councilor inspector superintendent actor actress singer author musician comedian barrister solicitor novelist poet artist photographer defender winger skipper manager firefighter paramedic surgeon geologist biologist ecologist meteorologist seismologist physicist astronomer psychologist campaigner environmentalist strategist ceo cfo coo cto insp supt det cllr cmdr spokesman spokeswoman spokesperson councillor alderman alderwoman candidate nominee dictator emperor sheikh ayatollah executive prosecutor economist editor marshal brigadier commodore constable passenger resident farmer lawyer analyst survivor shopkeeper teacher nurse doctor driver activist researcher protester engineer scientist historian coach striker midfielder goalkeeper student villager trader customer witness secretary-general director-general attorney-general governor-general'.split(
    ' ',
  ),
);

/** Titles that tell a man (-1) from a woman (1). */
export const COURTESY = new Map([
  ['mr', -1],
  ['mrs', 1],
  ['ms', 1],
  ['miss', 1],
  ['sir', -1],
  ['lord', -1],
  ['lady', 1],
  ['dame', 1],
  ['king', -1],
  ['queen', 1],
  ['prince', -1],
  ['princess', 1],
  ['pope', -1],
  ['father', -1],
  ['congressman', -1],
  ['congresswoman', 1],
  ['councilman', -1],
  ['councilwoman', 1],
  ['chairman', -1],
  ['chairwoman', 1],
  ['spokesman', -1],
  ['spokeswoman', 1],
]);
/** Small words inside persons’ names. */
export const PARTICLES = new Set([
  'de',
  'la',
  'le',
  'van',
  'von',
  'der',
  'den',
  'al',
  'el',
  'bin',
  'ibn',
  'da',
  'di',
  'du',
  'dos',
  'del',
  'do',
  'das',
  'des',
  'della',
  'delle',
  'degli',
  'y',
  '-',
  '&',
]);
/** Small words inside names of any kind. */
export const LINKS = new Set([...PARTICLES, 'of', 'the', 'for', 'and', "'"]);
/** Capitalised words that are no names. */
export const NOT_NAMES = new Set(
  'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december i the a an he she they it we you but and in on at his her their our my this that these those if when while after before as for with by from there here what who why how where not no yes so then now also however meanwhile still yet even later earlier asked according mr mrs ms photo photograph picture image advertisement'.split(
    ' ',
  ),
);

/** Words of the names of bodies. */
export const BODY = new Set(
  'ministry chiefs department university college committee commission council party court institute agency bank house senate congress office bureau association union federation group company corporation inc corp ltd llc campaign foundation fund administration army navy police board center centre league network parliament government team hospital school church authority works coil partners holdings airlines service services press society organization organisation coalition alliance project initiative pac center survey poll kremlin pentagon hydro club society embassy delegation cabinet trust programme program motors industries energy airways petroleum pharmaceuticals technologies chemicals telecom insurance laboratories logistics shipping railways charity firm operator international rights cross crescent greenpeace oxfam unicef caritas athletic rovers wanderers albion hotspur fc afc'.split(
    ' ',
  ),
);

/** Words of the names of outlets. */
export const OUTLET = new Set(
  'news press times post herald radio tv television journal gazette tribune broadcasting broadcast newspaper magazine weekly daily wire newswire agency media channel observer chronicle mirror telegraph guardian independent examiner monitor bulletin courier standard lantern inquirer sentinel reporter report review register dispatch globe kanal novosti zeitung gazeta evening kanal mail argus advertiser echo tidende'.split(
    ' ',
  ),
);

/** Outlets whose names do not say that they are. */
export const KNOWN_OUTLETS = new Set(
  'reuters ap afp cnn msnbc cnbc nbc cbs abc pbs npr bbc fox c-span politico breitbart bloomberg interfax tass xinhua kcna yonhap sputnik kyodo dpa ansa efe upi axios buzzfeed huffpost vox slate salon newsmax univision telemundo time newsweek forbes fortune economist atlantic nyt wsj usa_today guardian al_jazeera ria rt itv facebook twitter telegram instagram youtube tiktok weibo wechat linkedin bluesky mastodon whatsapp vkontakte spiegel bild monde figaro repubblica corriere haaretz kommersant izvestia vedomosti meduza asahi yomiuri mainichi nikkei nhk zdf ard cctv cgtn anadolu irna isna tasnim wafa ukrinform unian belta ctk tanjug jazeera arabiya hurriyet kbs ytn jtbc antara bernama france-presse handelsblatt tagesspiegel welt taz n-tv ntv süddeutsche libération bfm bfmtv lci rfi rfe/rl sana wam kuna saba petra mehr press-tv rbc rbk hromadske suspilne globo folha clarín clarin infobae marca milenio ndtv pti ani ians tolo rappler kompas yle nrk svt delfi lrt pap tvn mti telex agerpres bta kathimerini trt ynet maariv walla jiji cna adnkronos agi snapchat reddit substack vk douyin unn telegraaf nos rtbf rte rté stv gb variety wired vogue sky espn dazn talksport eurosport'.split(
    ' ',
  ),
);
