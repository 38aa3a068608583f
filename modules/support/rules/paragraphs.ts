import {
  type DecidedChange,
  forvaltningslagen,
  gymnasieforordningen,
  lagstadgadTid,
  seenIn,
  skollagen,
  textOf,
} from '../../../law/index.ts';

const { sfs2018, consolidated } = seenIn;

/** 3 kap. as it was numbered from 1 July 2018 to 30 June 2019. 9 § was not part of SFS 2018:749 and has not been read in that wording. */
export const in2018 = {
  adaptations: skollagen.read(
    '3 kap. 5 a §',
    sfs2018,
    'ska eleven skyndsamt ges stöd i form av extra anpassningar inom ramen för den ordinarie undervisningen',
  ),
  investigation: skollagen.read(
    '3 kap. 8 §',
    sfs2018,
    'Rektorn ska se till att elevens behov av särskilt stöd skyndsamt utreds.',
  ),
  consultation: skollagen.read(
    '3 kap. 8 §',
    sfs2018,
    'Samråd ska ske med elevhälsan, om det inte är uppenbart obehövligt.',
  ),
  programme: skollagen.unread('3 kap. 9 §', 'Numret är känt; lydelsen före 2019 är inte läst.'),
} as const;

/** 3 kap. as it is numbered since 1 July 2019. */
export const today = {
  adaptations: skollagen.read(
    '3 kap. 5 §',
    consolidated,
    'ska eleven skyndsamt ges stöd i form av extra anpassningar inom ramen för den ordinarie undervisningen',
  ),
  investigation: skollagen.read(
    '3 kap. 7 §',
    consolidated,
    'Rektorn ska se till att elevens behov av särskilt stöd skyndsamt utreds.',
  ),
  consultation: skollagen.read(
    '3 kap. 7 §',
    consolidated,
    'Samråd ska ske med elevhälsan, om det inte är uppenbart obehövligt.',
  ),
  resourceSchool: skollagen.read('3 kap. 7 § fjärde stycket', consolidated),
  programme: skollagen.read('3 kap. 9 §', consolidated),
} as const;

/** In which school forms there is special support. */
export const whichForms = skollagen.unread(
  '3 kap. 6 §',
  'Texten saknas i den avskrift som är läst; bara rubriken är sedd.',
);

/** The principal may let a competent employee at the unit decide. */
export const delegation = skollagen.read(
  '2 kap. 10 §',
  consolidated,
  'Rektorn får uppdra åt en anställd eller en uppdragstagare vid förskole- eller skolenheten som har tillräcklig kompetens och erfarenhet',
);

/** Measures with paragraphs of their own. */
export const measureIn = {
  teachingGroup: skollagen.read('3 kap. 11 §', consolidated),
  distance: skollagen.read(
    '3 kap. 11 a §',
    consolidated,
    'Ett beslut enligt första stycket får avse högst en termin åt gången.',
  ),
  distanceCompulsory: skollagen.read('22 kap. 5 §', consolidated),
  distanceUpperSecondary: skollagen.read('22 kap. 7 §', consolidated),
  studyPath: skollagen.read('3 kap. 12 §', consolidated),
  reducedProgramme: gymnasieforordningen.unread(
    '9 kap. 6 §',
    'Känd ur Elevhälsans expertsvar och andrahandstext.',
  ),
} as const;

/** How decisions are made and appealed. 29 kap. 10 and 11 §§ make förvaltningslagen apply to independent organisers too. */
export const procedure = {
  applies: skollagen.read('29 kap. 10 §', consolidated),
  appealApplies: skollagen.read('29 kap. 11 §', consolidated),
  document: forvaltningslagen.read('31 §', consolidated),
  reasons: forvaltningslagen.read('32 §', consolidated),
  notice: forvaltningslagen.read('33 §', consolidated),
  threeWeeks: forvaltningslagen.read(
    '44 §',
    consolidated,
    'inom tre veckor från den dag då den som överklagar fick del av beslutet genom den myndigheten',
  ),
  rejection: forvaltningslagen.read('45 §', consolidated),
  dayOfRest: lagstadgadTid.unread('2 §', 'Känd ur rättspraxis; texten är inte läst.'),
} as const;

/** What may be appealed, and by whom. */
export const appeal = {
  toBoard: skollagen.read('28 kap. 16 §', consolidated),
  boardAlso: skollagen.unread(
    '28 kap. 16 §',
    'Texten är läst. Att den även omfattar det här beslutet är en slutsats, som flera kommuner också drar.',
  ),
  boardIsLast: skollagen.read('28 kap. 18 §', consolidated),
  nothingElse: skollagen.unread(
    '28 kap. 18 §',
    'Texten är läst. Att det här inte går att överklaga är en slutsats av att 28 kap. inte nämner det.',
  ),
  ownStanding: skollagen.read(
    '29 kap. 12 §',
    consolidated,
    'Den som har fyllt 16 år har rätt att själv föra sin talan',
  ),
  guardian: textOf('act', 'SFS 1949:381 föräldrabalken').unread('', 'Slutsats; texten är inte läst.'),
} as const;

/** The last day of 3 kap. as it is in the book. */
export const beforeReform = '2028-06-30';

/** The reform of support: decided, its text not known. */
export const supportReform: DecidedChange = {
  from: '2028-07-01',
  says: 'Riksdagen har beslutat att extra anpassningar tas bort och att stödundervisning införs den 1 juli 2028. 3 kap. skollagen skrivs då om. Läs den nya texten när den är utgiven.',
  basis: [
    textOf('act', 'Prop. 2025/26:195').unread(
      '',
      'Känd ur en genomgång av riksdagens beslut; texten är inte läst.',
    ),
  ],
};
