/** What each reason to refuse a student's row is called in words: what is wrong, and what to do. */
export const studentSentences = {
  'identifier-missing': 'Raden har varken personnummer eller Person-ID. Fyll i ett av dem.',
  'given-name-missing': 'Förnamn saknas. Fyll i det.',
  'family-name-missing': 'Efternamn saknas. Fyll i det.',
  'unit-missing': 'Skolenhetskod saknas. Fyll i den åttasiffriga koden.',
  'unit-lost-zero':
    'Skolenhetskoden har sju siffror, så en inledande nolla saknas. Formatera kolumnen som text och hämta filen på nytt.',
  'rounded-by-excel':
    'Excel har gjort om koden till ett avrundat tal, så att siffror saknas. Formatera kolumnen som text och hämta filen på nytt.',
  'unit-unknown': 'Skolenheten är okänd. En skolenhetskod har åtta siffror; rätta den.',
  'unit-not-yours':
    'Filen får bara innehålla din skolenhet. Ta bort raden eller låt den enheten läsa in den.',
  'remove-unknown': 'Ta bort ska vara Ja eller tom. Rätta cellen.',
  'ends-before-start': 'Slutdatum ligger före startdatum. Rätta datumen.',
  'identifiers-differ': 'Personnummer och Person-ID hör till olika personer. Rätta det som är fel.',
  'student-twice':
    'Samma elev står flera gånger på samma skolenhet med olika uppgifter. Behåll den rad som är rätt.',
  'unknown-student': 'Eleven är inte inläst. Läs in eleven med filen elever först.',
  'federated-name-taken': 'Federationsanvändarnamnet hör redan till en annan person. Rätta det.',
} as const;
