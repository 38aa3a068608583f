import { civic, course, field, group, type KindSpec, remove, source } from './kind-spec.ts';

/** One row per student and lesson, in minutes or with a word for how it was. */
export const narvaro: KindSpec = {
  title: 'Närvaro per lektion',
  needs: [
    ['civic', 'source'],
    ['day'],
    ['start'],
    ['minutes', 'end'],
    ['attended', 'valid', 'invalid', 'status', 'reported'],
  ],
  fields: {
    civic,
    source,
    day: field('Datum', 'Lektionens dag', 'Lektionsdatum', 'Date', 'Dag'),
    start: field('Starttid', 'Lektionens start', 'Start', 'Tid från', 'Börjar'),
    end: field('Sluttid', 'Lektionens slut', 'Slut', 'Tid till', 'Slutar'),
    group,
    course,
    minutes: field(
      'Lektionsminuter',
      'Lektionens längd',
      'Lektionstid',
      'Lektionslängd',
      'Minuter',
      'Undv. tid',
    ),
    attended: field('Närvaro (min)', 'Närvaro', 'Närvaro', 'Närvarominuter', 'N min'),
    valid: field('Giltig frånvaro (min)', 'Giltig frånvaro', 'Giltig frånvaro', 'Giltig', 'GF min'),
    invalid: field('Ogiltig frånvaro (min)', 'Ogiltig frånvaro', 'Ogiltig frånvaro', 'Ogiltig', 'F min'),
    other: field('Annan aktivitet (min)', 'Annan aktivitet', 'Annan aktivitet'),
    late: field('Sen ankomst (min)', 'Sen ankomst', 'Sen ankomst', 'Sen', 'Försening (min)'),
    reason: field('Frånvaroanledning', 'Anledning', 'Anledning', 'Frånvaroorsak', 'Orsak'),
    reported: field('Rapporterad', 'Underlagets täckning', 'Rapporterat', 'Är rapporterad'),
    lessonRef: field('Lektions-ID', 'Lektionens beteckning', 'Lektion-ID', 'lessonid'),
    status: field('Status', 'Närvaro i ord', 'Närvarostatus', 'Frånvarotyp', 'Frånvarostatus'),
    remove,
  },
};
