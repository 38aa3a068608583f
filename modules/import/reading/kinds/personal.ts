import { field, type KindSpec } from './kind-spec.ts';

/**
 * Skolverket's roster template for digital national tests (sheet Personaltjänstgöringar) and three columns of our own. The
 * other headings are those of SchoolSoft and Skola24.
 */
export const personal: KindSpec = {
  title: 'Personal',
  instead: { unit: 'unitName' },
  withoutUnit: ['category', 'dutyRef', 'staffType', 'signature'],
  needs: [
    ['civic', 'source'],
    ['givenName'],
    ['familyName'],
    ['category', 'dutyRef', 'staffType', 'signature'],
    ['unit'],
  ],
  fields: {
    dutyRef: field('Tjänstgörings-ID', 'Läses inte', 'Tjänste-ID', 'dutyid'),
    source: field('Person-ID', 'Personal', 'Personal-ID', 'Anställnings-ID', 'staffid', 'Id'),
    federatedName: field('Federationsanvändarnamn', 'Inloggningsnamn', 'eduPersonPrincipalName', 'username'),
    eduId: field('EduID-Federationsanvändarnamn', 'Inloggningsnamn, om det andra är tomt'),
    civic: field('Personnummer', 'Personal', 'PersonNr', 'Pnr', 'socialnumber', 'SocSecNo'),
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
    unit: field('Skolenhetskod', 'Skolenhet', 'schoolUnitCode', 'enhetid'),
    unitName: field('Enhet', 'Skolenhet', 'Skolenhet', 'Enhetens namn', 'Skola'),
    category: field('Personalkategori', 'Uppdrag', 'dutyRole', 'Befattning', 'Tjänst'),
    staffType: field('type', 'Uppdrag (SchoolSofts siffra)'),
    title: field('Titel', 'Titel', 'Yrkestitel'),
    signature: field('Signatur', 'Läses inte', 'initial', 'Lärarsignatur'),
    groups: field('Ämnesgrupper', 'Undervisar grupper', 'Grupper', 'Undervisningsgrupper'),
    starts: field('Startdatum', 'Uppdrag från', 'Start', 'Anställd från'),
    ends: field('Slutdatum', 'Uppdrag till', 'Slut', 'Anställd till'),
    remove: field('Ta bort', 'Avslutad', 'Tas bort', 'Borttagen'),
  },
};
