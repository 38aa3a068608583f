import { civic, field, type KindSpec } from './kind-spec.ts';

/**
 * Skolverket's roster template for digital national tests (sheet Elevinskrivningar) and four columns of our own. The other
 * headings are those of SchoolSoft, Procapita and Edlevo, Comvius, Unikum, ProReNata and OneRoster.
 */
export const elever: KindSpec = {
  title: 'Elever',
  isGeneral: true,
  instead: { unit: 'unitName' },
  withoutUnit: ['className', 'programme', 'year', 'schoolForm', 'role', 'groups', 'email'],
  needs: [['civic', 'source'], ['givenName'], ['familyName'], ['unit']],
  fields: {
    source: field(
      'Person-ID',
      'Elev',
      'Elev-ID',
      'Student-ID',
      'studentid',
      'external_patientid',
      'sourcedId',
      'Id',
    ),
    federatedName: field('Federationsanvändarnamn', 'Inloggningsnamn', 'eduPersonPrincipalName', 'username'),
    civic,
    protection: field(
      'Sekretessmarkering',
      'Skyddade uppgifter',
      'Sekretess',
      'Skyddad',
      'Skyddad identitet',
    ),
    givenName: field('Förnamn', 'Förnamn', 'fname', 'Firstname', 'givenName', 'Tilltalsnamn'),
    middleName: field('Mellannamn', 'Mellannamn', 'middleName'),
    familyName: field('Efternamn', 'Efternamn', 'lname', 'Lastname', 'familyName'),
    email: field('E-postadress', 'E-post', 'email', 'E-post', 'Epost', 'Mail'),
    schoolForm: field('Skolform', 'Skolform', 'skolformkort'),
    unit: field('Skolenhetskod', 'Skolenhet', 'schoolUnitCode', 'external_orgunitid', 'enhetid'),
    unitName: field('Enhet', 'Skolenhet', 'Skolenhet', 'Enhetens namn', 'Skola'),
    year: field('Årskurs', 'Årskurs', 'year', 'Åk'),
    programme: field('Studievägskod', 'Program', 'Studieväg', 'Programkod'),
    className: field('Klass', 'Klass', 'class', 'Klassnamn'),
    groups: field('Ämnesgrupper', 'Undervisningsgrupper', 'Grupper', 'Undervisningsgrupper', 'Grupp'),
    starts: field('Startdatum', 'Inskriven från', 'Inskriven från', 'Start'),
    ends: field('Slutdatum', 'Inskriven till', 'Inskriven till', 'Slut'),
    homeMunicipality: field('Hemkommun', 'Hemkommun', 'Hemkommunkod', 'Kommunkod'),
    mentors: field('Mentor', 'Mentor', 'Mentorer', 'Ansvarig mentor'),
    role: field('Roll', 'Vem raden är om', 'Role'),
    active: field('Aktiv', 'Avslutad, om det står nej', 'active'),
    deceased: field('Avliden', 'Avslutad', 'deceased'),
    remove: field('Ta bort', 'Avslutad', 'Tas bort', 'Borttagen'),
  },
};
