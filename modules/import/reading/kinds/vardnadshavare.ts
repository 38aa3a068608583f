import { field, type KindSpec } from './kind-spec.ts';

/** One row per student and guardian; the other headings are those of Skola24 and SchoolSoft (parents.txt). */
export const vardnadshavare: KindSpec = {
  title: 'Vårdnadshavare',
  needs: [
    ['studentCivic', 'studentSource'],
    ['givenName'],
    ['familyName'],
    ['civic', 'source', 'relation', 'mobile'],
  ],
  fields: {
    studentCivic: field(
      'Elevens personnummer',
      'Elev',
      'Elev-pnr',
      'Elevens pnr',
      'Barnets personnummer',
      'student_socialnumber',
    ),
    studentSource: field('Elevens Person-ID', 'Elev', 'Elevens ID', 'Barnets Person-ID'),
    civic: field(
      'Personnummer',
      'Vårdnadshavare',
      'Vårdnadshavarens personnummer',
      'Förälder-pnr',
      'Förälderns personnummer',
      'Pnr',
    ),
    source: field('Person-ID', 'Vårdnadshavare', 'Vårdnadshavarens Person-ID', 'parentid'),
    federatedName: field('Federationsanvändarnamn', 'Inloggningsnamn', 'eduPersonPrincipalName'),
    protection: field('Sekretessmarkering', 'Skyddade uppgifter', 'Sekretess', 'Skyddad identitet'),
    givenName: field('Förnamn', 'Förnamn', 'fname1', 'fname', 'Firstname', 'givenName'),
    middleName: field('Mellannamn', 'Mellannamn', 'middleName'),
    familyName: field('Efternamn', 'Efternamn', 'lname1', 'lname', 'Lastname', 'familyName'),
    email: field('E-postadress', 'E-post', 'email1', 'email', 'E-post', 'Epost', 'Mail'),
    mobile: field('mobile1', 'Läses inte'),
    relation: field('Relation', 'Vad personen är för eleven', 'Relationstyp', 'relationType'),
    starts: field('Startdatum', 'Vårdnadshavare från', 'Från'),
    ends: field('Slutdatum', 'Vårdnadshavare till', 'Till'),
    remove: field('Ta bort', 'Avslutad', 'Tas bort', 'Borttagen'),
  },
};
