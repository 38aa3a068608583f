import { personSentences } from './person-cells.ts';

/** What each reason to refuse a student's row is called in words: what is wrong, and what to do. */
export const studentSentences = {
  ...personSentences,
  'yes-or-no': 'Cellen ska vara Ja, Nej eller tom. Rätta den.',
  'role-unknown':
    'Ordet under Roll är okänt, så att det inte syns om raden är om en elev. Skriv Elev, eller ta bort raden.',
  'student-twice':
    'Samma elev står flera gånger på samma skolenhet med olika uppgifter. Behåll den rad som är rätt.',
  'student-is-staff':
    'Personen har ett uppdrag här och skrivs inte in som elev av en fil. Rätta numret om det är fel.',
  'unknown-student': 'Eleven är inte inläst. Läs in eleven med filen elever först.',
} as const;
