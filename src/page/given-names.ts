/**
 * Common given names of many countries, in lower case: a list of facts. A name that is missing proves nothing; one that is here
 * tells "Emily Post" from "Ashford Post" and "Ann Roe" from "City Hall", where shape alone can't.
 */
const GIVEN = `
aaron abby abdul abdullah abigail abraham ada adaeze adam ade adebayo adela adele adewale adrian adriana agnes agnieszka ahmad ahmed aidan
aiko aisha aiste ajay akiko akira akua alan alana albert alberto alejandra alejandro aleksander aleksandra alena alessandro alex alexander
alexandra alexandre alexei alexis alfred ali alice alicia alina aliou alison alissa aliya allan allen allison alvaro alyssa amadou amanda
amara amber amelia amina aminata amir amit amrita amy ana ananya anastasia anders andre andrea andreas andrei andrew andy aneta angela
angelica angelo angus anh anil anita anja anjali ann anna annabel anne anneke annette annie annika anthony antoine anton antonia antonio
antti anusha anya aoife april arash ariana ariel arif arjun armin arnold arthur arun arvind aryeh asad asha ashley ashok asif asma astrid
audrey austin ayesha ayse aziz bahar barbara barry bartosz bashir beatrice beatriz becky ben benjamin benoit bernard bernie beth bethany
betty beverly bilal bill billy bjorn blake bob bobby bogdan boris borislav brad bradley brandon branko brenda brendan brent brett brian
bridget brigitte bronwyn brooke bruce bruno bryan burak caitlin caleb callum cameron camila camilla camille caoimhe carina carl carla carles
carlo carlos carmen carol caroline carolyn carrie casey cassandra catalina catarina catherine cathy cecilia celine chad charlene charles
charlie charlotte chelsea cheryl chiara chidi chika chinedu chioma chloe chris christian christina christine christoph christophe
christopher chukwuemeka ciara cillian cindy claire clara clare claudia clay clemence clement clementine clive colin colleen connor conor
corey corinna cosmin craig cristina curtis cynthia dagmar dale damian damien dan dana danica daniel daniela danielle danny daphne daria
dario dariusz darren dave david davide dawn dean deborah debra deepak deepika deirdre delia demba denis denise dennis derek devon dewi diana
diane diego dieter dimitri dina dinesh dmitry dominic dominik dominique don donald donna dorota dorothy doug douglas dragan drew duncan
dylan eamon ebru eddie edith edoardo eduardo edward edwin eileen eirik ekaterina elaine eleanor elena elias elif elin elisa elisabeth elise
eliza elizabeth elke ella ellen elliot elliott elodie emeka emil emilia emilie emily emine emma emmanuel enrique enzo ercan eric erica erik
erika erin ernest esra estelle esther eszter ethan etienne eugene eugenio eva evan eve evelyn evgeny fabian fabio fabrice faisal farah
farhan farid fatih fatima fatma fatou federica federico felicia felicity felipe felix ferenc fernanda fernando filip fiona florence florian
folake frances francesca francesco francis francisco franck francois frank franz fred frederic frederick freya friederike gabriel gabriela
gaelle gareth garry gary gaspard gaurav gautam gavin gemma geoff geoffrey george georgia gerald gerard gerardo gergely gerry ghislaine
giacomo gideon gilles gillian gina giorgio giovanna giovanni giulia giulio giuseppe glen glenn gloria gonzalo goran gordon grace graham
grainne grant greg gregor gregory greta guillaume guillermo gunther gustavo guy gwen hadiza hakan hamid hamza hana hanna hannah hannes hans
harald harold harriet harry haruki harvey hasan hassan heather hector hedda heidi heike heinz helen helena helga hendrik henri henrik henry
herbert herve hideo hilary hiroshi holly horst howard huda hugh hugo humphrey husain hussein ian ibrahim ignacio igor ikram ilaria ilya
imani imran ines inga inge ingrid irene irina iris iryna isaac isabel isabella isabelle ismail ivan ivana iwona jaakko jacek jack jackie
jackson jacob jacopo jacqueline jacques jaime jake jakub jamal james jamie jan jana jane janek janet janice jaroslav jasmine jason javier
jay jean jeff jeffrey jelena jen jenna jennifer jenny jens jeremy jerome jerry jess jesse jessica jill jim jimmy jiri joachim joan joanna
joanne joao joe joel johan johanna johannes john johnny jon jonah jonas jonathan jordan jorg jorge jorn jose josef josefina joseph josephine
josh joshua joy joyce juan juana juanita judith judy juha julia julian juliana julie julien juliet julio julius jurgen justin kacper kamala
kamil karen karim karin karl karla karolina kasia katarina katarzyna kate katherine kathleen kathryn kathy katie katja katrin katrina kavita
kay keiko keith kelly kemal ken kenji kenneth kent kenta kerry kevin khaled khalid kieran kim kimberly kiran kirill kirsi klaus kofi konrad
konstantin kristen kristin kristina kristine krzysztof kseniya kunal kurt kwabena kwame kyle lachlan lance larry lars lasse laszlo laura
lauren laurence laurie lawrence layla leah lee leila lena lene leo leon leonard leonardo leonie leslie levi lewis leyla liam lidia liesbeth
lila lilian lily linda lindsay lindsey linh lisa liz lloyd logan lois lorenzo lorraine louis louisa louise luc luca lucas lucia luciana lucy
ludovic luigi luis luisa lukas lukasz luke lydia lynn maarten maciej madeleine madeline madison magda magdalena maggie magnus mahmoud maja
makoto malcolm malgorzata mamadou manish manoj manon manuel manuela marc marcel marcelo marcia marcin marco marcos marcus mareike margaret marge
margarita margaux margot maria mariam marian mariana marie marieke marija mariko marina mario marion marisa marissa marius marjorie mark
marko markus marlene marta martha martin martina mary maryam massimo mateo mateusz mathias mathieu matilda matt matteo matthew matthias
maureen maurice mauricio max maxim maxime maximilian maya meera megan mehdi mehmet mei melanie melinda melissa mercedes meredith merve mia
michael michaela michal michel michele michelle miguel mihai mike mikhail milan milena milos mindy minh miranda miriam miroslav misaki
mitchell mitsuru mohamad mohamed mohammad mohammed moira molly mona monica monika monique morgan moritz moses moussa muhammad mukesh murat
muriel murray mustafa myra nadia nadine nancy naoko naomi narendra natalia natalie nataliya natasha nathan nathaniel neha neil nell nicholas
nick nicola nicolas nicole niels nigel nikhil nikita nikola nikolai nils nina nisha njeri nneka noah noel noemi nora norbert norma norman
nuno oksana ola olaf oleg oleksandr olga oliver olivia olivier olumide omar omer orhan oscar oskar osman othmane otto oumar owen ozlem pablo
pamela paola paolo pascal patricia patrick patrizia paul paula paulina pauline pavel pawel pedro pekka penelope penny percy perrine peter
petra petros phil philip philippa philippe phillip phoebe phyllis pierre pieter pilar piotr polly pooja posy prakash priya priyanka rachel
radek radu rafael rafal rahul rainer raj rajesh rakesh ralph ramesh ramon randy rania raphael rasmus raul ravi ray raymond rebecca rebekka
regina reginald reiko reina reiner remi renata renate renee ricardo riccardo richard rick ricky rina rita rob robert roberta roberto robin
robyn rodney rodrigo roger rohan roland romain ron ronald ronan rory rosa rosalind rosemary ross roxanne roy roya ruben rubina rudolf rupert
russell ruth ryan sabine sabrina sadia saeed said sally salma salman sam samantha sami samir samira samuel sandeep sandra sandy sanjay sanna
sara sarah sasha saskia satoshi saul scott sean sebastian serena serge sergei sergey sergio seth shabnam shane shannon sharon shaun shawn
sheila shelley sheryl shirley shreya siddharth sidney sienna silke silvia simon simona simone sina sinead siobhan slavko slobodan sofia
sonia sonja sophia sophie soren spencer srinivas stacey stacy stanley stefan stefania stefanie stefano stella stephan stephane stephanie
stephen steve steven stewart stuart sue suleiman sunil suresh susan susana susanna susannah susanne sushma suzanne sven svenja svetlana
swati sydney sylvia sylvie szymon tadeusz takashi takeshi tamara tania tanja tanya tara tariq tatiana tatjana taylor ted tendai terence
teresa tereza terry tess thanh thea thembi theo theodore theresa therese thibault thierry thomas thorsten tiffany tilda tim timo timothy
tina tobias todd tom tomas tomasz tommy tomoko toni tony torsten tracey tracy travis trevor tricia troy tunde tyler ugo ulrich ulrike umar
urs ursula uta uwe vaclav valentina valeria valerie valerio vanessa vasily vera verity veronica veronika vesna vicki victor victoria vijay
vikram viktor viktoria vincent vincenzo violet virginia vivek vivian vladimir vladislav volker waleed walter wanda wanjiru wayne wei wendy
werner wesley whitney wiebke wiktoria wilfred wilhelm will william willie winston wojciech wolfgang xavier yael yann yannick yaroslav
yasemin yasmin yasmine yasuo yelena yetunde yevgeny yoko yolanda yosef yoshiko youssef yuki yulia yumi yuri yusuf yusuke yves yvette yvonne
zach zachary zain zainab zara zbigniew zeynep zoe zofia zoltan zsofia zuzana
`;
const NAMES: ReadonlySet<string> = new Set(GIVEN.trim().split(/\s+/u));

/** True for a common given name, whatever its case and accents; of "Jean-Luc" the first part counts. */
export function isGivenName(word: string): boolean {
  const bare = word.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  return NAMES.has(bare) || NAMES.has(bare.split('-')[0] ?? '');
}
