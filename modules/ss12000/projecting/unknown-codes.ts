import type { Model } from './mirror-model.ts';

/** The codes of SS 12000 v2.0 and v2.1 that rows are made by, and the newer ones that are understood. In lower case. */
const known = {
  groupType: [
    'Undervisning',
    'Klass',
    'Mentor',
    'Provgrupp',
    'Schema',
    'Avdelning',
    'Personalgrupp',
    'Övrigt',
    'Grupp för frånvarorapportering',
  ],
  securityMarking: ['Ingen', 'Sekretessmarkering', 'Skyddad folkbokföring'],
  personStatus: ['Aktiv', 'Utvandrad', 'Avliden'],
  activityType: ['Undervisning', 'Elevaktivitet', 'Läraraktivitet', 'Övrigt'],
} as const;

const lists = new Map(
  Object.entries(known).map(([field, values]) => [
    field,
    new Set(values.map((value) => value.toLowerCase())),
  ]),
);

/** Codes that the standard does not have, as `groupType Basgrupp`, each once. They are kept as they stand. */
export function unknownCodes(model: Model): readonly string[] {
  const found = new Set<string>();
  const look = (field: keyof typeof known, value: string | null): void => {
    if (value !== null && value !== '' && !lists.get(field)!.has(value.toLowerCase()))
      found.add(`${field} ${value}`);
  };
  for (const { body, deleted } of model.groups.values()) if (!deleted) look('groupType', body.type);
  for (const { body, deleted } of model.activities.values()) if (!deleted) look('activityType', body.type);
  for (const { body, deleted } of model.persons.values()) {
    if (deleted || 'elsewhere' in body) continue;
    look('securityMarking', body.protection);
    look('personStatus', body.status);
  }
  return [...found].toSorted();
}
