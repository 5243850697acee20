/**
 * Common given names of many countries, in lower case: a list of facts. A name that is missing proves nothing; one that is here
 * tells "Emily Post" from "Ashford Post" and "Ann Roe" from "City Hall", where shape alone can't.
 */
const GIVEN = `
aaron abby abdul abdullah abigail abraham ada adam adela adele adrian adriana agnes ahmad ahmed aidan aisha ajay akira alan alana albert alberto
alejandra alejandro alessandro alex alexander alexandra alexandre alexei alexis alfred ali alice alicia alison alissa allan allen allison
alyssa amanda amber amelia amina amir amit amy ana anastasia anders andre andrea andreas andrei andrew andy angela angelica angelo
angus anil anita anja anjali ann anna annabel anne annette annie anthony antoine anton antonia antonio anya april ariana ariel
arjun arnold arthur arun asha ashley ashok astrid audrey austin ayesha barbara barry beatrice beatriz becky ben benjamin bernard
bernie beth bethany betty beverly bill billy blake bob bobby boris brad bradley brandon brendan brenda brent brett brian bridget brooke
bruce bruno bryan caitlin caleb callum cameron camila camilla camille carl carla carlo carlos carmen carol caroline carolyn carrie casey
cassandra catherine cathy cecilia chad charlene charles charlie charlotte chelsea cheryl chloe chris christian christina christine
christoph christophe christopher ciara cindy claire clara clare claudia clay clement clive colin colleen connor conor corey craig cristina
curtis cynthia dale damian damien dan dana daniel daniela danielle danny daphne darren dave david dawn dean deborah debra deepak
delia denis denise dennis derek devon diana diane diego dimitri dina dmitry dominic dominique don donald donna dorothy doug douglas
drew duncan dylan eamon eddie edith eduardo edward edwin eileen elaine eleanor elena elias elisa elisabeth elise elizabeth ella ellen
elliot elliott emil emilia emily emma emmanuel enrique eric erica erik erika erin ernest esther ethan eugene eva evan eve evelyn
fabian fabio faisal farah farhan farid fatima felicia felicity felipe felix fernando fiona florence frances francesca francesco francis
francisco francois frank franz fred frederic frederick gabriel gabriela gareth garry gary gavin gemma geoff geoffrey george georgia
gerald gerard gerry gillian gina giovanni giulia giuseppe glen glenn gloria gordon grace graham grant greg gregor gregory greta guy
gwen hamza hannah hans harriet harry harold haruki harvey hasan hassan heather hector heidi heinz helen helena helga henri henrik henry
herbert hilary hiroshi holly howard hugh hugo humphrey hussein ian ibrahim igor imran ingrid irene iris irina isaac isabel isabella
isabelle ivan jack jackie jackson jacob jacqueline jacques jaime jake jamal james jamie jan jane janet janice jasmine jason javier
jay jean jeff jeffrey jen jenna jennifer jenny jeremy jerome jerry jess jesse jessica jill jim jimmy joan joanna joanne joao joe joel
johan johanna johannes john johnny jon jonah jonas jonathan jordan jorge jose josef joseph josephine josh joshua joy joyce juan juana juanita
judith judy julia julian juliana julie juliet julio julius justin jurgen karen karin karl karla kate katherine kathleen kathryn kathy
katie katrina kay keith kelly ken kenji kenneth kent kerry kevin khaled khalid kieran kim kimberly kiran klaus kristen kristin kristina
kristine kurt kyle lachlan lance larry lars laszlo laura lauren laurence laurie lawrence leah lee leila lena leo leon leonard leonardo
leslie levi lewis liam lila lily linda lindsay lindsey lisa liz lloyd logan lois lorenzo lorraine louis louisa louise luc luca lucas
lucia lucy luigi luis luisa lukas luke lydia lynn madeleine madeline madison maggie mahmoud malcolm manuel manuela marc marcel marcia
marco marcos marcus margaret maria mariam marian mariana marie marina mario marion marisa marissa marjorie mark marko markus marlene
marta martha martin martina mary maryam mateo matt matteo matthew matthias maureen maurice max maxim maxime maya meera megan mehmet mei
melanie melinda melissa mercedes meredith mia michael michaela michel michele michelle miguel mike mikhail milan mindy miranda miriam
mitchell mohamed mohammad mohammed mohamad moira molly mona monica monique morgan moses muhammad muriel murray mustafa myra nadia naomi
nancy naomi natalia natalie natasha nathan nathaniel neha neil nell nicholas nick nicola nicolas nicole nigel nikhil nikita nikolai nina
nisha noah noel nora norma norman olaf oleg olga oliver olivia omar oscar otto owen pablo pamela paolo patricia patrick paul paula
pauline pavel pedro penelope penny percy peter petra phil philip philippa philippe phillip phoebe phyllis pierre piotr polly pooja
prakash priya rachel rafael rahul raj rajesh ralph ramon randy raphael raul ravi ray raymond rebecca regina reginald reiner renee ricardo
richard rick ricky rita rob robert roberta roberto robin robyn rodney rodrigo roger rohan roland ron ronald ronan rory rosa rosalind
rosemary ross roxanne roy ruben rubina rudolf rupert russell ruth ryan sabine sabrina said sally salma sam samantha samir samuel sandra
sandy sanjay sara sarah sasha saul scott sean sebastian serena serge sergei sergio seth shane shannon sharon shaun shawn sheila shelley
sheryl shirley siddharth sidney sienna simon simone sofia sonia sophia sophie spencer stacey stacy stanley stefan stefano stella stephan
stephanie stephen steve steven stewart stuart sue suleiman sunil suresh susan susanna susannah susanne suzanne sven svetlana sydney
sylvia tamara tania tanya tara tariq tatiana taylor ted terence teresa terry tess thea theo theodore theresa therese thomas tiffany tim timothy
tina tobias todd tom tomas tommy toni tony tracey tracy travis trevor tricia troy tyler ulrich ulrike ursula valentina valerie vanessa
vera verity veronica vicki victor victoria vijay vikram vincent violet virginia vivek vivian vladimir walter wanda wayne wei wendy werner wesley
whitney wilfred wilhelm will william willie winston wolfgang xavier yael yasmin yasmine yolanda yoko yosef yuki yuri yusuf yves yvonne zach
zachary zain zainab zara zoe
`;
const NAMES: ReadonlySet<string> = new Set(GIVEN.trim().split(/\s+/u));

/** True for a common given name, whatever its case and accents; of "Jean-Luc" the first part counts. */
export function isGivenName(word: string): boolean {
  const bare = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return NAMES.has(bare) || NAMES.has(bare.split('-')[0] ?? '');
}
