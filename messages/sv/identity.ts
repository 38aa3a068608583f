/** The words of logging in and out. */
export const identity = {
  title: 'Logga in',
  lead: 'Fullfölj hjälper skolan att se i tid vem som behöver ett samtal, och att hålla ihop stödet tills det ger resultat.',
  withSchool: 'Logga in med skolans inloggning',
  withSchoolHelp: 'Du kommer till din huvudmans inloggning och sedan tillbaka hit.',
  demonstration: 'Demonstration',
  demonstrationHelp:
    'Välj vem du vill vara. Alla personer är påhittade, och personnumren är Skatteverkets testnummer. Det du gör sparas tills demonstrationen läses in på nytt.',
  staffOf: (organiser: string) => `De som arbetar hos ${organiser}`,
  studentsOf: (organiser: string) => `Elever hos ${organiser}`,
  name: 'Namn',
  duty: 'Uppdrag',
  class: 'Klass',
  sees: 'Det du ser',
  story: 'Eleven',
  enter: 'Logga in',
  enterAs: (name: string) => ` som ${name}`,
  notSetUp: 'Inloggningen är inte inställd',
  notSetUpWhy:
    'Den som driver Fullfölj behöver ange skolans inloggningstjänst. Hur det går till står i docs/operations.',
  refused: {
    'unknown-person': {
      title: 'Vi känner inte igen dig',
      text: 'Inloggningen lyckades, men du finns inte bland dem som skolan har lagt in. Be skoladministratören lägga in dig med samma användarnamn som i skolans inloggning.',
    },
    'name-taken': {
      title: 'Vi känner inte igen dig',
      text: 'Ditt användarnamn har tidigare använts av någon annan. Be den som driver Fullfölj rätta kopplingen, så att du inte får någon annans uppgifter.',
    },
    'no-duty': {
      title: 'Du har inget uppdrag just nu',
      text: 'Du finns hos oss, men har i dag inget uppdrag, ingen klass och inga elever. Uppdrag gäller från och med sin första dag. Skoladministratören kan lägga in dem.',
    },
    'not-a-demonstration': {
      title: 'Här går det inte att logga in så',
      text: 'Huvudmannen är ingen demonstration. Använd skolans inloggning.',
    },
    'attempt-lost': {
      title: 'Inloggningen tog för lång tid',
      text: 'Det gick mer än tio minuter, eller så svarade inloggningen på en fråga som inte ställdes härifrån. Inget är ändrat. Börja om.',
    },
    'answer-refused': {
      title: 'Inloggningen gick inte igenom',
      text: 'Svaret från skolans inloggning stämde inte med frågan, eller så avbröts den. Inget är ändrat. Börja om.',
    },
    'no-answer': {
      title: 'Skolans inloggning svarar inte',
      text: 'Försök igen om en stund. Om det inte hjälper: hör av dig till den som sköter inloggningen hos huvudmannen.',
    },
  },
  again: 'Till inloggningen',
  loggedOut: 'Du är utloggad',
  loggedOutText: 'Sidorna du läste finns inte kvar i webbläsaren.',
  alsoAtSchool: 'Logga ut även från skolans inloggning',
};
