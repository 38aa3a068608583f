/** One field of a kind: its usual heading, what it becomes here (Swedish, for the page) and other headings accepted. */
export interface FieldSpec {
  readonly heading: string;
  readonly becomes: string;
  /** The first of them that a file has is the one meant. */
  readonly alsoCalled: readonly string[];
}

/** A kind of file: its fields, and which of them must be there: each group needs one of its fields. */
export interface KindSpec {
  readonly title: string;
  readonly fields: Readonly<Record<string, FieldSpec>>;
  readonly needs: readonly (readonly string[])[];
  /** Its headings (who somebody is) stand in files of other kinds too: whatever else such a file can be, it is. */
  readonly isGeneral?: true;
  /** A field that does as well as another: the name of a unit in place of its code. */
  readonly instead?: Readonly<Record<string, string>>;
  /** Where there is only one unit a file without it is read all the same, if it has one of these. */
  readonly withoutUnit?: readonly string[];
}

/** A field by its usual heading, what it becomes, and its other headings, the likeliest first. */
export const field = (heading: string, becomes: string, ...alsoCalled: string[]): FieldSpec => ({
  heading,
  becomes,
  alsoCalled,
});

/** The student of a row, by personnummer. */
export const civic = field(
  'Personnummer',
  'Elev',
  'PersonNr',
  'Pnr',
  'socialnumber',
  'SocSecNo',
  'Elevens personnummer',
  'Elev-pnr',
);
/** The student of a row, by the id of the system that the file comes from. */
export const source = field('Person-ID', 'Elev', 'Elev-ID', 'Student-ID', 'studentid', 'external_patientid');
/** The course or subject level of a row. */
export const course = field(
  'Kurskod',
  'Kurs eller ämnesnivå',
  'Kurs',
  'Nivåkod',
  'courseCode',
  'Kursens kod',
);
/** That the source takes a row back. */
export const remove = field('Ta bort', 'Tas bort', 'Tas bort', 'Borttagen');
/** The teaching group of a row. */
export const group = field('Ämnesgrupp', 'Undervisningsgrupp', 'Grupp', 'Undervisningsgrupp', 'Group');
