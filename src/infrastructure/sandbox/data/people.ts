// prettier-ignore
export const womenNames: readonly string[] = [
  'Maria', 'Elena', 'Ioana', 'Andreea', 'Mihaela', 'Cristina', 'Alexandra', 'Gabriela', 'Ana', 'Daniela', 'Raluca',
  'Simona', 'Alina', 'Diana', 'Laura', 'Roxana', 'Mădălina', 'Oana', 'Bianca', 'Larisa', 'Ștefania', 'Carmen', 'Anca',
  'Corina', 'Loredana', 'Teodora', 'Iulia', 'Cătălina', 'Monica', 'Ruxandra', 'Georgiana', 'Florentina', 'Sânziana',
  'Ilinca', 'Anișoara',
];

// prettier-ignore
export const menNames: readonly string[] = [
  'Andrei', 'Alexandru', 'Mihai', 'Ștefan', 'Cristian', 'Gabriel', 'Adrian', 'Florin', 'Bogdan', 'Ionuț', 'Marius',
  'Daniel', 'George', 'Radu', 'Vlad', 'Cătălin', 'Răzvan', 'Sorin', 'Nicolae', 'Constantin', 'Dragoș', 'Lucian', 'Tudor',
  'Paul', 'Silviu', 'Cosmin', 'Ciprian', 'Ovidiu', 'Victor', 'Robert', 'Claudiu', 'Horațiu', 'Călin', 'Șerban', 'Octavian',
];

// prettier-ignore
export const familyNames: readonly string[] = [
  'Popescu', 'Ionescu', 'Popa', 'Radu', 'Dumitru', 'Stan', 'Stoica', 'Gheorghe', 'Matei', 'Ciobanu', 'Rusu', 'Munteanu',
  'Constantin', 'Șerban', 'Moldovan', 'Lazăr', 'Mureșan', 'Marin', 'Tudor', 'Dobre', 'Barbu', 'Nistor', 'Florea', 'Dinu',
  'Oprea', 'Voicu', 'Manole', 'Crișan', 'Toma', 'Stănescu', 'Bălan', 'Sandu', 'Nițu', 'Ungureanu', 'Câmpeanu', 'Vasile',
  'Cozma', 'Țurcanu', 'Dragomir', 'Păun', 'Iliescu', 'Anghel', 'Ștefănescu', 'Bucur', 'Mocanu', 'Neagu', 'Diaconu',
  'Pârvu', 'Grigore', 'Coman', 'Tănase', 'Enache', 'Filip', 'Iordache', 'Luca', 'Mihăilescu', 'Negoiță', 'Olteanu',
  'Preda', 'Zamfir', 'Albu', 'Bejan', 'Chirilă', 'Dascălu', 'Fodor', 'Hanganu', 'Ignat', 'Jitaru', 'Kovács', 'Lungu',
];

// prettier-ignore
export const companyStems: readonly string[] = [
  'Alfa Construct', 'Nord Consulting', 'Casa Verde', 'Tehno Import', 'Panificația Dorna', 'Auto Service Rapid', 'Grădina Mea',
  'Birou Expert', 'Carpați Logistic', 'Delta Instal', 'Euro Dent', 'Floraria Iris', 'Grafica Plus', 'Hotel Belvedere',
  'Instal Therm', 'Lemn & Stil', 'Medi Farm', 'Optica Vision', 'Prest Serv', 'Silva Mob', 'Smart Office', 'Sud Electric',
  'Transilvania Soft', 'Vest Agro',
];

export const banks: readonly (readonly [name: string, code: string])[] = [
  ['Banca Transilvania', 'BTRL'],
  ['Banca Comercială Română', 'RNCB'],
  ['BRD', 'BRDE'],
  ['ING Bank', 'INGB'],
  ['Raiffeisen Bank', 'RZBR'],
];
