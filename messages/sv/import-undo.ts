import { plural } from '../../platform/web/format-number.ts';

/** The words of undoing a run, and of holding its minutes against the source. */
export const undoWords = {
  title: 'Ångra inläsningen',
  open: 'Ångra hela inläsningen',
  what: 'Allt som den lade till tas bort, och allt som den ändrade blir som förut. Signalerna räknas om.',
  until: (day: string) => `Går att göra till och med ${day}.`,
  button: 'Ångra nu',
  laterFirst: 'Något har lästs in efter den här. Ångra det först:',
  laterRun: 'den senare inläsningen',
  tooOld: (days: number) => `Det har gått mer än ${days} dagar. Rätta i stället med en ny fil.`,
  inUse:
    'Inläsningen kan inte ångras: någon har sedan dess antecknat samtal, oro eller annat om elever som den lade till. Inget är ändrat. Rätta i stället med en ny fil.',
  merged: 'Två personer som inläsningen rör har slagits ihop efter den. Dela upp dem först, under',
  mergedWhere: 'ihopslagna personer',
  parted:
    'Två personer som inläsningen rör var ihopslagna när den gjordes och är uppdelade nu. Den går därför inte att ångra som helhet. Rätta i stället med en ny fil.',
  done: (name: string, moment: string) => `${name} ångrade inläsningen ${moment}. Allt är som före den.`,
  state: 'Ångrad',
  undoneTitle: (source: string) => `Ångrad: ${source}`,
  cli: {
    tooOld: 'Det som körningen ändrade sparas inte längre. Rätta i stället med en ny fil.',
    undone: (persons: number) =>
      `Inläsningen är ångrad: ${plural(persons, 'person', 'personer')} är som före den. Signalerna är omräknade.`,
    nothing: 'Det finns inget att ångra i den körningen: den ändrade inget, eller är redan ångrad.',
    merged:
      'Två personer som inläsningen rör har slagits ihop efter den. Dela upp dem först, på sidan Import, Dubbletter.',
    later: (run: number) => `Körning ${run} lästes in senare. Ångra den först.`,
  },
} as const;

/** The words of holding a run's minutes against its source. */
export const reconcileWords = {
  title: 'Kom allt med?',
  aside: 'Minuterna i filen mot det som står här',
  titleBefore: 'Kommer allt med?',
  asideBefore: 'Minuterna i filen mot det som skulle stå här',
  allSameBefore: (weeks: number, units: number) =>
    `Varje minut i filen kommer med, för ${plural(weeks, 'vecka', 'veckor')} på ${plural(units, 'skolenhet', 'skolenheter')}.`,
  allSame: (weeks: number, units: number) =>
    `Varje minut i filen står här, för ${plural(weeks, 'vecka', 'veckor')} på ${plural(units, 'skolenhet', 'skolenheter')}.`,
  unit: 'Skolenhet och vecka',
  week: (number: number, monday: string) => `vecka ${number} ${monday.slice(0, 4)}`,
  weeks: (count: number) => plural(count, 'vecka', 'veckor'),
  lessons: 'Lektionstid',
  reported: 'Rapporterad',
  absent: 'Frånvaro',
  inSource: 'i filen',
  here: 'här',
  agreement: {
    same: 'Stämmer',
    more: 'Mer här: lektioner som lästs in tidigare och inte finns i filen.',
    less: 'Mindre här: samma lektion står flera gånger i filen eller stoppades. Se stoppade rader.',
    other: 'Lika många lektioner men annan rapportering. Se stoppade rader.',
  },
  refused: (rows: number) => `${plural(rows, 'rad', 'rader')} stoppades och är inte medräknade.`,
  eachWeek: 'Vecka för vecka',
} as const;
