import { civic, course, field, type KindSpec, remove, source } from './kind-spec.ts';

/** One row per student, course and day of grading. */
export const betyg: KindSpec = {
  title: 'Betyg',
  needs: [['civic', 'source'], ['course'], ['grade'], ['gradedOn', 'term']],
  fields: {
    civic,
    source,
    unit: field('Skolenhetskod', 'Läses inte', 'Skolenhet'),
    course,
    documentType: field('Betygstyp', 'Läses inte', 'Betygsdokument'),
    courseName: field('Kurs/nivå', 'Kursens namn', 'Kursnamn', 'Nivå', 'Kursbenämning'),
    points: field('Poäng', 'Poäng', 'Kurspoäng', 'p'),
    grade: field('Betyg', 'Betyg', 'Grade', 'Betygsvärde'),
    gradedOn: field('Betygsdatum', 'Dag för betyget', 'Datum', 'Registreringsdatum', 'Satt datum'),
    term: field('Termin', 'Termin', 'Läsårstermin'),
    trial: field('Prövning', 'Prövning', 'Prövad'),
    extended: field('Utökad', 'Utökad kurs', 'Utökat program'),
    adaptedPlan: field('Anpassad studieplan', 'Anpassad studieplan', 'Anpassad'),
    teacher: field('Lärarsignatur', 'Lärare', 'Lärare', 'Signatur', 'Betygssättande lärare'),
    remark: field('Anmärkning', 'Anmärkning', 'Kommentar', 'Notering'),
    remove,
  },
};
