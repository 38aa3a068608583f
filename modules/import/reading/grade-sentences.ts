/** What each reason to refuse a grade is called in words: what is wrong, and what to do. */
export const gradeSentences = {
  'course-missing': 'Kurskod saknas. Fyll i kursens eller ämnesnivåns kod.',
  'grade-missing': 'Betyg saknas. Fyll i A–F eller streck.',
  'grade-unknown': 'Betyget är okänt. Skriv A, B, C, D, E, F eller streck.',
  'points-unknown': 'Poängen är inget rimligt tal. Rätta den.',
  'yes-or-no': 'Cellen ska vara Ja, Nej eller tom. Rätta den.',
  'grade-twice': 'Samma kurs och dag står flera gånger med olika betyg. Behåll den rad som är rätt.',
} as const;
