/** The subjects of compulsory school by the codes of SCB's file for year 9, and their Swedish words. SVA is read as SV: the law wants either. */
export const subjectNames: Readonly<Record<string, string>> = {
  SV: 'svenska eller svenska som andraspråk',
  EN: 'engelska',
  MA: 'matematik',
  BI: 'biologi',
  FY: 'fysik',
  KE: 'kemi',
  GE: 'geografi',
  HI: 'historia',
  RE: 'religionskunskap',
  SH: 'samhällskunskap',
  BL: 'bild',
  HKK: 'hem- och konsumentkunskap',
  IDH: 'idrott och hälsa',
  MU: 'musik',
  SL: 'slöjd',
  TK: 'teknik',
  TN: 'teckenspråk',
  M1: 'moderna språk (M1)',
  M2: 'moderna språk (M2)',
  ML: 'modersmål',
};

/** The subject as it is counted: in capitals, and Swedish as a second language as Swedish, so that the two never count as two. */
export function subjectOf(code: string): string {
  const read = code.trim().toUpperCase();
  return read === 'SVA' ? 'SV' : read;
}

/** The Swedish word of a subject; an unknown code stands as it is. */
export function subjectName(subject: string): string {
  return subjectNames[subject] ?? subject;
}

/** Whether a grade of compulsory school is approved. Null is not known: it becomes undefined. */
export function isApproved(grade: string | null | undefined): boolean | undefined {
  return grade == null ? undefined : 'ABCDE'.includes(grade);
}
