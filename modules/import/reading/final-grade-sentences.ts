/** What each reason to refuse a row of final grades is called in words: what is wrong, and what to do. */
export const finalGradeSentences = {
  'final-grade-unknown': 'Slutbetyget är okänt. Skriv A–F, 9, 3 eller 2 som i SCB:s beskrivning.',
  'final-grades-missing': 'Raden har inga slutbetyg. Hämta filen på nytt ur systemet.',
  'scale-unknown':
    'Filen är uttagen efter den 1 juli 2028. Fullfölj vet inte hur den nya betygsskalan skrivs i SCB:s fil. Läs in en fil som är uttagen tidigare.',
  'final-grades-twice': 'Samma elev står flera gånger med olika slutbetyg. Behåll den rad som är rätt.',
} as const;
