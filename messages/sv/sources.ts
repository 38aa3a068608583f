/** The words of sources: systems that data is fetched from. */
export const sourceWords = {
  notes: {
    unknownCodes: (codes: readonly string[]) =>
      `Källan använder koder som inte står i standarden. De sparas som de står: ${codes.slice(0, 10).join(', ')}${codes.length > 10 ? ' med flera' : ''}.`,
    withoutUnit:
      'Elever är inskrivna på en organisation utan skolenhetskod, och ingen ovanför den har någon. De läses inte in. Lägg till skolenhetskoden i källan.',
    withoutLesson:
      'Källan skickade närvaro för lektioner som den inte längre har. Den närvaron läses inte in.',
    lessonWaits:
      'Källan skickade närvaro för lektioner som den inte har skickat än. Den läses in när de kommer.',
    unreadableTime:
      'Lektioner har tider som inte går att läsa, eller slutar innan de börjar. De läses inte in.',
  },
} as const;
