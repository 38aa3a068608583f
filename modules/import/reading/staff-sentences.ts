import { personSentences } from './person-cells.ts';

/** What each reason to refuse a row about staff is called in words: what is wrong, and what to do. */
export const staffSentences = {
  ...personSentences,
  'staff-twice':
    'Samma person står flera gånger med samma uppdrag och olika uppgifter. Behåll den rad som är rätt.',
  'staff-is-student':
    'Personen är inskriven som elev här, och en fil ger ingen elev ett uppdrag. Låt driften göra det om det är rätt.',
  'duty-not-yours':
    'Uppdraget öppnar alla elever på skolenheten. Låt en administratör för hela huvudmannen läsa in raden.',
  'own-duty': 'Raden ger dig själv mer insyn. Låt någon annan läsa in den.',
} as const;
