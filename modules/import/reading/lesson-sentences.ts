/** What each reason to refuse a lesson is called in words: what is wrong, and what to do. */
export const lessonSentences = {
  'day-improbable': 'Dagen ligger mer än tio år bakåt eller ett år framåt. Rätta den.',
  'start-time': 'Starttiden går inte att läsa. Skriv den som 08:10.',
  'end-time': 'Sluttiden går inte att läsa. Skriv den som 09:30.',
  'end-before-start': 'Lektionen slutar innan den börjar. Rätta tiderna.',
  'status-unknown':
    'Ordet för närvaron är okänt. Använd Närvarande, Giltig frånvaro, Ogiltig frånvaro, Sen ankomst, Ledighet, Annan aktivitet eller Ej rapporterad.',
  'minutes-not-a-number': 'Minuterna är inget tal. Skriv dem med siffror.',
  'minutes-negative': 'Minuterna är färre än noll. Rätta dem.',
  'minutes-missing': 'Lektionens längd saknas. Fyll i lektionsminuter eller sluttid.',
  'lesson-length': 'Lektionen måste vara mellan 1 minut och ett dygn. Rätta minuterna.',
  'reported-unknown': 'Rapporterad ska vara Ja eller Nej. Rätta cellen.',
  'unreported-with-absence':
    'Lektionen är inte rapporterad men har frånvaro. Rapportera lektionen i systemet eller ta bort minuterna.',
  'absence-exceeds-lesson': 'Frånvaron är längre än lektionen. Rätta minuterna.',
  'sum-exceeds-lesson': 'Närvaro och frånvaro är tillsammans längre än lektionen. Rätta minuterna.',
  'late-exceeds-lesson': 'Den sena ankomsten är längre än lektionen. Rätta minuterna.',
  'remove-unknown': 'Ta bort ska vara Ja, Nej eller tom. Rätta cellen.',
  'lesson-twice': 'Samma lektion står flera gånger i filen med olika uppgifter. Behåll den rad som är rätt.',
} as const;
