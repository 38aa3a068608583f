import { type DecidedChange, type Period, seenIn, skollagen } from '../../../law/index.ts';

/** The paragraph under its first number, with its words. */
export const asTwelveG = skollagen.read(
  '3 kap. 12 g §',
  seenIn.sfs2018,
  'När en elev i förskoleklassen, grundskolan, grundsärskolan, specialskolan, sameskolan, gymnasieskolan eller gymnasiesärskolan övergår från skolformen till en annan av de angivna skolformerna ska den skolenhet som eleven lämnar till den mottagande skolenheten överlämna sådana uppgifter om eleven som behövs för att underlätta övergången för eleven. Detsamma gäller om eleven byter skolenhet inom skolformen.',
);
/** Its second paragraph, on the receipt. */
export const receiptAsTwelveG = skollagen.read(
  '3 kap. 12 g §',
  seenIn.sfs2018,
  'När en elev byter skolform från grundskolan eller grundsärskolan till gymnasieskolan eller gymnasiesärskolan, ska den mottagande skolenheten skyndsamt informera den överlämnande skolenheten om att skolenheten har tagit emot eleven, om det inte är obehövligt.',
);
/** The same under its number since July 2019. */
export const asTwelveJ = skollagen.unread(
  '3 kap. 12 j §',
  'Samma innehåll är läst som 3 kap. 12 g § i SFS 2018:749; numret 12 j är känt från Skolverket, och texten under det numret är inte läst.',
);

/** When the paragraph had which number. It is amended from 2027, with words that the book does not have. */
export const periods: Readonly<Record<'twelveG' | 'twelveJ', Period>> = {
  twelveG: { from: '2018-07-01', through: '2019-06-30' },
  twelveJ: { from: '2019-07-01', through: '2026-12-31' },
};

const fromBill = 'Beslutad enligt prop. 2025/26:192, känd i andra hand; texten är inte läst.';

/** What is decided about handover from 2027. */
export const amendedFrom2027: DecidedChange = {
  from: '2027-01-01',
  says: 'Från 1 januari 2027 är 3 kap. 12 j § ändrad och 3 kap. 12 k och 12 l §§ är nya: uppgifter ska också överlämnas i brottsförebyggande syfte, och fler skolor ska bekräfta att de tagit emot eleven. Boken har inte texten, så läs lagen.',
  basis: [
    skollagen.unread('3 kap. 12 j §', fromBill),
    skollagen.unread('3 kap. 12 k §', fromBill),
    skollagen.unread('3 kap. 12 l §', fromBill),
  ],
};
