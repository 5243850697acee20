import { describe, expect, it } from 'vitest';
import { parseByline } from './byline.js';

/** Bylines in other languages and scripts, and the rest of the English forms: buttons, notes, offices: a case a line, `byline => names`. */
const FORMS = `
By Renée Graham => Renée Graham
By Aimée Désirée Roe => Aimée Désirée Roe
By Siobhán O'Grady => Siobhán O'Grady
By Conor O’Clery => Conor O’Clery
By Nguyễn Văn An => Nguyễn Văn An
By Ann Roe • Published December 9, 2016 => Ann Roe
By Ann Roe • Dec 9, 2016 => Ann Roe
By Ann Roe · December 9 => Ann Roe
Von Ann Roe => Ann Roe
Von Ann Roe und Max Bell => Ann Roe; Max Bell
Von Ann Roe, dpa => Ann Roe
Ein Kommentar von Ann Roe => Ann Roe
Ein Gastbeitrag von Ann Roe => Ann Roe
Eine Analyse von Ann Roe => Ann Roe
Aktualisiert am 9. Dezember 2016 von Ann Roe => Ann Roe
Par Ann Roe => Ann Roe
Par Ann Roe et Max Bell => Ann Roe; Max Bell
Par Ann Roe avec AFP => Ann Roe
Par Ann Roe (avec AFP) => Ann Roe
Par Ann Roe Publié le 9 décembre 2016 => Ann Roe
Publié le 9 décembre 2016 par Ann Roe => Ann Roe
Propos recueillis par Ann Roe => Ann Roe
Por Ann Roe => Ann Roe
Por Ann Roe y Max Bell => Ann Roe; Max Bell
POR ANN ROE => ANN ROE
Escrito por Ann Roe => Ann Roe
Redacción => Redacción
Di Ann Roe => Ann Roe
di Ann Roe => Ann Roe
di Ann Roe e Max Bell => Ann Roe; Max Bell
Redazione => Redazione
door Ann Roe => Ann Roe
Door Ann Roe => Ann Roe
Av Ann Roe => Ann Roe
Af Ann Roe => Ann Roe
Autor: Ann Roe => Ann Roe
Автор: Анна Роу => Анна Роу
Анна Роу => Анна Роу
記者 山田太郎 => 山田太郎
記者：山田太郎 => 山田太郎
山田太郎 => 山田太郎
文/张三 => 张三
编辑：张三 => 
記者張三／台北報導 => 張三
김철수 기자 => 김철수
김철수 기자 kim@yna.co.kr => 김철수
محمد علي => محمد علي
View all posts by Ann Roe → => Ann Roe
View Ann Roe’s profile => Ann Roe
by ANN ROE — Ashford Courier => ANN ROE
By Ann Roe Image credit: Max Bell => Ann Roe
By Ann Roe Getty Images => Ann Roe
Tom Ball, Science Correspondent => Tom Ball
By April May => April May
By June Sarpong => June Sarpong
By May Jeong => May Jeong
By April Roach 9 May 2019 => April Roach
By Sunday Oliseh => Sunday Oliseh
By Augustus Day => Augustus Day
By Marc Vanderpool => Marc Vanderpool
By Jan Moir => Jan Moir
By Jan 5 => 
By Jess Weatherbed a news writer focused on creative industries => Jess Weatherbed
By Ann Roe, a senior reporter covering technology => Ann Roe
By Ann Roe who covers technology => Ann Roe
Ann Roe Tech Reporter => Ann Roe
Ann Roe Senior Staff Writer => Ann Roe
Ann Roe Europe Editor => Ann Roe
Ann Roe, Europe editor => Ann Roe
Ann Roe, Middle East Correspondent => Ann Roe
Ann Roe, Head of News => Ann Roe
Ann Roe, Editor-in-Chief => Ann Roe
Ann Roe, Vice President => Ann Roe
Ann Roe, Chief Economist => Ann Roe
Ann Roe, Lecturer in Politics, University of Ashford => Ann Roe
Ann Roe, Professor of Law => Ann Roe
Ann Roe Professor of Law, University of Ashford => Ann Roe
Ann Roe, Senior Fellow => Ann Roe
Ann Roe Research Fellow => Ann Roe
By Rabbi Ann Roe => Rabbi Ann Roe
By Sir John Roe => Sir John Roe
By Lt. Col. Ann Roe => Lt. Col. Ann Roe
By Sen. Ann Roe => Sen. Ann Roe
By annroe => annroe
By ann roe => ann roe
by ann_roe => ann_roe
ByAnn Roe => Ann Roe
By By Ann Roe => Ann Roe
By the Ann Roe Foundation => the Ann Roe Foundation
The Economist => The Economist
FIFPlay Youtube => FIFPlay
Related Topics => 
Breaking News => 
Top Stories => 
Getty Images => Getty Images
`;

describe('a byline in another language, or with what stands around it', () => {
  const cases = FORMS.trim()
    .split('\n')
    .map((line) => line.split(' => '));

  it.each(cases)('%j names %j', (line = '', names = '') => {
    expect(parseByline(line).names.join('; ')).toBe(names.trim());
  });
});
