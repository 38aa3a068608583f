import { field, type KindSpec } from './kind-spec.ts';

/**
 * One row per student leaving year 9: Statistics Sweden's (SCB) file of final grades, "datafilsbeskrivning
 * betyg åk 9". Which language the mother tongue is tells of origin and is not read.
 */
export const slutbetyg: KindSpec = {
  title: 'Slutbetyg från årskurs 9',
  needs: [['civic'], ['EN'], ['MA'], ['SV', 'SVA'], ['HI'], ['BI']],
  fields: {
    system: field('System', 'Läses inte'),
    takenOn: field('Datum', 'Dag då filen togs ut'),
    civic: field('PersonNr', 'Elev', 'Personnummer', 'Pnr'),
    source: field('Person-ID', 'Elev', 'Elev-ID', 'Student-ID'),
    unit: field('Skolenhetskod', 'Skola som satte betygen'),
    M1: field('M1 (betyg)', 'Moderna språk, elevens val'),
    M1Language: field('M1 (språk)', 'Moderna språk, elevens val, vilket'),
    M2: field('M2 (betyg)', 'Moderna språk, språkval'),
    M2Language: field('M2 (språk)', 'Moderna språk, språkval, vilket'),
    ML: field('ML (betyg)', 'Modersmål'),
    BL: field('Bl', 'Bild'),
    EN: field('En', 'Engelska'),
    HKK: field('Hkk', 'Hem- och konsumentkunskap'),
    IDH: field('Idh', 'Idrott och hälsa'),
    MA: field('Ma', 'Matematik'),
    MU: field('Mu', 'Musik'),
    BI: field('Bi', 'Biologi'),
    FY: field('Fy', 'Fysik'),
    KE: field('Ke', 'Kemi'),
    GE: field('Ge', 'Geografi'),
    HI: field('Hi', 'Historia'),
    RE: field('Re', 'Religionskunskap'),
    SH: field('Sh', 'Samhällskunskap'),
    SL: field('Sl', 'Slöjd'),
    SV: field('Sv', 'Svenska'),
    SVA: field('Sva', 'Svenska som andraspråk'),
    TN: field('Tn', 'Teckenspråk'),
    TK: field('Tk', 'Teknik'),
    OVR: field('OVR', 'Annat ämne'),
  },
};

const aboutTheFile = ['system', 'takenOn', 'civic', 'source', 'unit'];

/** The fields of grades, and of which language. */
export const finalGradeFields: readonly string[] = Object.keys(slutbetyg.fields).filter(
  (name) => !aboutTheFile.includes(name),
);
