import { personSentences } from './person-cells.ts';

/** What each reason to refuse a row about staff is called in words: what is wrong, and what to do. */
export const staffSentences = {
  ...personSentences,
  'staff-twice':
    'Samma person står flera gånger med samma uppdrag och olika uppgifter. Behåll den rad som är rätt.',
  'staff-is-student':
    'Personen är inskriven som elev här. En fil ger ingen elev ett uppdrag; låt driften göra det om det är rätt.',
  'duty-not-yours':
    'Uppdraget öppnar alla elever på skolenheten. Det läses bara in av en administratör för hela huvudmannen.',
  'own-duty': 'Raden ger dig själv mer insyn. Låt någon annan läsa in den.',
} as const;
