import type { LocalDate } from '../../platform/local-date.ts';

/** The subjects of compulsory school as Statistics Sweden's file of year 9 calls them, in its order. */
export const compulsorySubjects = {
  BL: 'Bild',
  EN: 'Engelska',
  HKK: 'Hem- och konsumentkunskap',
  IDH: 'Idrott och hälsa',
  MA: 'Matematik',
  M1: 'Moderna språk, elevens val',
  M2: 'Moderna språk, språkval',
  ML: 'Modersmål',
  MU: 'Musik',
  BI: 'Biologi',
  FY: 'Fysik',
  KE: 'Kemi',
  GE: 'Geografi',
  HI: 'Historia',
  RE: 'Religionskunskap',
  SH: 'Samhällskunskap',
  SL: 'Slöjd',
  SV: 'Svenska',
  SVA: 'Svenska som andraspråk',
  TN: 'Teckenspråk',
  TK: 'Teknik',
  OVR: 'Annat ämne',
} as const;
/** One of them. */
export type CompulsorySubject = keyof typeof compulsorySubjects;

/** One final grade of year 9. */
export interface CompulsoryGrade {
  readonly subject: CompulsorySubject;
  /** Code of the language (M1, M2); null for other subjects and when it is not told. Never of a mother tongue. */
  readonly language: string | null;
  /** As in the file: A–F, `9` (streck), `3` (not studied), `2` (a subject of choice without a grade). */
  readonly value: string;
  /** Null: there was no grade to set. */
  readonly isPass: boolean | null;
}

/** The final grades of one student as a file tells them. */
export interface IncomingFinalGrades {
  /** The caller's number of the row; comes back in the outcome. */
  readonly row: number;
  readonly studentId: number;
  /** The day that the file was taken out: a later one counts. */
  readonly takenOn: LocalDate;
  /** The school that set them; null when not told. */
  readonly unitCode: string | null;
  readonly grades: readonly CompulsoryGrade[];
}
