/** English words that carry grammar rather than matter; about 300, after the closed classes of any grammar. */
export const FUNCTION_WORDS: ReadonlySet<string> = new Set(
  (
    'a an the this that these those some any no every each either neither both all half such what which whose ' +
    'i me my mine myself we us our ours ourselves you your yours yourself yourselves he him his himself she her hers herself ' +
    "it its itself they them their theirs themselves one oneself who whom whoever whomever whatever whichever 's " +
    'someone somebody something anyone anybody anything everyone everybody everything nobody nothing none ' +
    'be am is are was were been being have has had having do does did doing done will would shall should can could may might must ought ' +
    "don't doesn't didn't won't wouldn't can't couldn't shouldn't isn't aren't wasn't weren't hasn't haven't hadn't i'm you're he's she's it's we're they're " +
    "i've you've we've they've i'll you'll he'll she'll it'll we'll they'll i'd you'd he'd she'd we'd they'd that's there's let's cannot " +
    'not nor and or but so yet for if unless until till while whilst because since although though whereas whether than as lest once ' +
    'of in on at by to from with without within into onto upon about above across after against along amid among amongst around ' +
    'before behind below beneath beside besides between beyond despite down during except inside like near off out outside over ' +
    'past per round through throughout toward towards under underneath unlike up via versus ' +
    'here there where when why how then now again also too very just only even still already ever never always often quite rather ' +
    'more most less least much many few fewer several own same other others another else almost however therefore thus hence moreover meanwhile ' +
    'perhaps maybe indeed instead otherwise nevertheless nonetheless further furthermore'
  ).split(' '),
);
