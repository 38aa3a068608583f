import type { ThresholdRow } from './thresholds.ts';

/** What may be set, in which unit, between which bounds, and what a person reads beside the field. */
export interface ThresholdField {
  unit: ThresholdRow['unit'];
  value: number;
  min: number;
  max: number;
  label: string;
}

/** The catalogue's limits (signals.md 3.0 and 3.1). No law sets any of them: they are local policy, and shown as such. */
export const thresholdFields = {
  'common.lessons': {
    unit: 'lessons',
    value: 40,
    min: 20,
    max: 80,
    label: 'Minsta antal rapporterade lektioner',
  },
  'common.reporting': {
    unit: 'percent',
    value: 85,
    min: 70,
    max: 100,
    label: 'Minsta andel rapporterade lektioner',
  },
  'common.confirm': {
    unit: 'weeks',
    value: 2,
    min: 1,
    max: 4,
    label: 'Skolveckor i rad innan en signal visas',
  },
  'common.rest': {
    unit: 'weeks',
    value: 4,
    min: 1,
    max: 12,
    label: 'Veckor som en signal vilar när inget nästa steg är bestämt',
  },
  'N01.level1': { unit: 'percent', value: 15, min: 5, max: 40, label: 'Frånvaro, bevaka' },
  'N01.level2': { unit: 'percent', value: 20, min: 5, max: 60, label: 'Frånvaro, agera' },
  'N01.level3': { unit: 'percent', value: 30, min: 10, max: 80, label: 'Frånvaro, akut' },
  'N01.episodes': { unit: 'episodes', value: 3, min: 1, max: 10, label: 'Minsta antal frånvarotillfällen' },
  'N01.invalid': { unit: 'percent', value: 3, min: 0, max: 20, label: 'eller minsta andel ogiltig frånvaro' },
  'N01.clear': { unit: 'percent', value: 10, min: 1, max: 30, label: 'Frånvarosignalen släcks under' },
  'N01.coolDown': {
    unit: 'weeks',
    value: 4,
    min: 0,
    max: 12,
    label: 'Skolveckor innan samma signal kan tändas igen',
  },
  'N02.level1': { unit: 'percent', value: 5, min: 1, max: 30, label: 'Ogiltig frånvaro, bevaka' },
  'N02.minutes': {
    unit: 'minutes',
    value: 240,
    min: 60,
    max: 1200,
    label: 'Ogiltig frånvaro i en månad, agera',
  },
  'N02.days': { unit: 'days', value: 2, min: 1, max: 10, label: 'fördelad på minst så många dagar' },
  'N02.level3': { unit: 'percent', value: 10, min: 2, max: 60, label: 'Ogiltig frånvaro, akut' },
  'N02.clear': {
    unit: 'percent',
    value: 2,
    min: 0,
    max: 20,
    label: 'Signalen om ogiltig frånvaro släcks under',
  },
  'N02.coolDown': {
    unit: 'weeks',
    value: 4,
    min: 0,
    max: 12,
    label: 'Skolveckor innan samma signal kan tändas igen',
  },
  'N03.level1': { unit: 'percentage-points', value: 10, min: 3, max: 40, label: 'Ökad frånvaro, bevaka' },
  'N03.level2': { unit: 'percentage-points', value: 20, min: 5, max: 60, label: 'Ökad frånvaro, agera' },
  'N03.times': {
    unit: 'times',
    value: 2,
    min: 1,
    max: 5,
    label: 'och minst så många gånger den tidigare nivån',
  },
  'N03.episodes': { unit: 'episodes', value: 3, min: 1, max: 10, label: 'Minsta antal frånvarotillfällen' },
  'N03.clear': {
    unit: 'percentage-points',
    value: 5,
    min: 0,
    max: 20,
    label: 'Signalen om ökad frånvaro släcks under',
  },
  'N03.coolDown': {
    unit: 'weeks',
    value: 6,
    min: 0,
    max: 12,
    label: 'Skolveckor innan samma signal kan tändas igen',
  },
  'N04.days': {
    unit: 'school-days',
    value: 10,
    min: 3,
    max: 30,
    label: 'Skoldagar i rad, oavsett skäl, agera',
  },
  'N04.unknown': {
    unit: 'school-days',
    value: 5,
    min: 1,
    max: 15,
    label: 'Skoldagar i rad utan känt skäl, agera',
  },
  'N04.level3': { unit: 'school-days', value: 20, min: 5, max: 60, label: 'Skoldagar i rad, akut' },
  'N04.present': {
    unit: 'school-days',
    value: 3,
    min: 1,
    max: 5,
    label: 'Signalen släcks efter så många närvarande dagar av fem',
  },
  'P18.days': { unit: 'days', value: 30, min: 10, max: 90, label: 'Dagar utan mentorssamtal' },
  'P18.daysFirstAutumn': {
    unit: 'days',
    value: 21,
    min: 7,
    max: 90,
    label: 'Dagar utan mentorssamtal, årskurs 1 på hösten',
  },
  'P18.schoolDays': {
    unit: 'school-days',
    value: 10,
    min: 2,
    max: 30,
    label: 'Skoldagar utan samtal när en signal kräver handling',
  },
} as const satisfies Record<string, ThresholdField>;

/** The name of one limit: signal and what it limits. */
export type ThresholdKey = keyof typeof thresholdFields;
