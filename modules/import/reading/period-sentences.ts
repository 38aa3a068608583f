/** What each reason to refuse a period's totals is called in words: what is wrong, and what to do. */
export const periodSentences = {
  'not-a-number': 'Cellen är inget tal. Skriv minuter, timmar eller procent med siffror.',
  negative: 'Talet är mindre än noll. Rätta det.',
  'over-100-percent': 'Andelen är över 100 procent. Rätta den.',
  'too-large': 'Talet är orimligt stort. Rätta det.',
  'ends-before-start': 'Perioden slutar innan den börjar. Rätta datumen.',
  'offered-missing': 'Undervisningstiden saknas. Fyll i den i minuter eller timmar.',
  'absence-exceeds-teaching': 'Frånvaron är längre än undervisningstiden. Rätta talen.',
  'sum-exceeds-teaching': 'Närvaro och frånvaro är tillsammans längre än undervisningstiden. Rätta talen.',
  'remove-unknown': 'Ta bort ska vara Ja, Nej eller tom. Rätta cellen.',
  'total-twice': 'Samma elev, period och kurs står flera gånger med olika tal. Behåll den rad som är rätt.',
} as const;
