import { personSentences } from './person-cells.ts';

/** What each reason to refuse a row about a guardian is called in words: what is wrong, and what to do. */
export const guardianSentences = {
  ...personSentences,
  'relation-unknown':
    'Ordet under Relation är okänt. Skriv Vårdnadshavare, God man, Annan ansvarig eller Utsedd behörig.',
  'guardian-twice':
    'Samma elev och vårdnadshavare står flera gånger med olika uppgifter. Behåll den rad som är rätt.',
  'guardian-is-student':
    'Personen går här som elev och blir inte vårdnadshavare av en fil. Rätta raden om elevens och vårdnadshavarens uppgifter har bytt plats.',
  'own-child': 'Raden ger dig själv insyn i en elev. Låt någon annan läsa in den.',
} as const;
