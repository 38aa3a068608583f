import {
  because,
  defineRule,
  fact,
  missing,
  notKnown,
  ok,
  type Reason,
  refused,
  seenIn,
  skollagen,
} from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';

const openTo = skollagen.read('15 kap. 5 §', seenIn.consolidated);
const completed = skollagen.read('15 kap. 6 §', seenIn.consolidated);
const adaptedForMobility = skollagen.unread(
  '15 kap. 36 §',
  'Funnen i en konsoliderad avskrift till och med 1 september 2025; ännu inte granskad.',
);

/** Whether the education may begin, and the last day on which it may: 30 June of the year one turns 20 (21 in Rh-adapted education). */
export interface AdmissionAge {
  readonly eligible: boolean;
  readonly beginsAtLatest?: LocalDate;
}

/** Whether upper secondary school is open to somebody by age and by what is already completed: 15 kap. 5 and 6 §§. */
export const admissionAge = defineRule({
  id: 'admission/age',
  title: 'Ålder och tidigare utbildning',
  sentence:
    'Gymnasieskolan är öppen för den som börjar senast första halvåret det år hen fyller 20 (21 i Rh-anpassad utbildning) och inte redan har gått igenom ett nationellt program eller avlagt IB.',
  facts: {
    birthDate: fact.day('Född'),
    beginsOn: fact.day('Utbildningen börjar'),
    rhAdapted: fact.yesNo('Utbildningen är Rh-anpassad (tomt: nej)'),
    compulsoryCompleted: fact.yesNo('Grundskolan eller motsvarande är avslutad (tomt: ja)'),
    completedNationalProgramme: fact.yesNo(
      'Har gått igenom ett nationellt program eller likvärdig utbildning (tomt: nej)',
    ),
    completedIb: fact.yesNo('Har avlagt International Baccalaureate (tomt: nej)'),
  },
  versions: [
    {
      inForce: { from: '2023-07-02' },
      basis: [openTo, completed],
      note: 'Från den dag lydelsen i lagen 2022:1315 gäller; äldre lydelser finns inte i boken.',
      check: ({ birthDate, beginsOn, rhAdapted, ...before }) => {
        const years = rhAdapted === null ? [20, 21] : [rhAdapted ? 21 : 20];
        const [earliest, latest] = [years[0], years.at(-1)].map(
          (age) => birthDate && halfYearOf(birthDate, age ?? 20),
        );
        const known = earliest === latest && earliest ? { beginsAtLatest: earliest } : {};
        const late = beginsOn && latest && beginsOn > latest;
        const no = [
          ...(late
            ? [because('too-late', `Utbildningen behövde börja senast ${latest}.`, ...bases(rhAdapted))]
            : []),
          ...(before.compulsoryCompleted === false ? [compulsoryFirst] : []),
          ...(before.completedNationalProgramme ? [hasCompleted] : []),
          ...(before.completedIb ? [hasIb] : []),
        ];
        if (no.length) return refused<AdmissionAge>({ eligible: false, ...known }, ...no);
        const decides = !beginsOn || !earliest || beginsOn > earliest;
        const unknown = [
          ...(birthDate ? [] : [notKnown('birthDate', 'födelsedag', openTo)]),
          ...(beginsOn ? [] : [notKnown('beginsOn', 'dagen då utbildningen börjar', openTo)]),
          ...(rhAdapted === null && decides
            ? [notKnown('rhAdapted', 'om utbildningen är Rh-anpassad', openTo)]
            : []),
          ...notKnownBefore(before),
        ];
        if (unknown.length || !latest) return missing<AdmissionAge>(null, ...unknown);
        const says = `Utbildningen får börja till och med ${latest}.`;
        return ok<AdmissionAge>(
          { eligible: true, ...known },
          because('in-time', says, ...bases(rhAdapted)),
          because('not-completed', 'Inget är känt om en tidigare gymnasieutbildning som hindrar.', completed),
        );
      },
    },
  ],
  example: { birthDate: '2008-03-14', beginsOn: '2026-08-17' },
});

/** The last day of the first half of the year in which somebody reaches an age. */
function halfYearOf(birthDate: LocalDate, age: number): LocalDate {
  return `${Number(birthDate.slice(0, 4)) + age}-06-30`;
}

function bases(rhAdapted: boolean | null | undefined) {
  return rhAdapted === false || rhAdapted === undefined ? [openTo] : [openTo, adaptedForMobility];
}

type Before = Readonly<Record<'compulsoryCompleted' | 'completedNationalProgramme' | 'completedIb', unknown>>;

/** Left empty is what most have; null says that nobody knows. */
function notKnownBefore(before: Partial<Before>): readonly Reason[] {
  const labels = {
    compulsoryCompleted: 'om grundskolan är avslutad',
    completedNationalProgramme: 'om ett nationellt program är genomgånget',
    completedIb: 'om IB är avlagt',
  };
  return (Object.keys(labels) as (keyof Before)[])
    .filter((name) => before[name] === null)
    .map((name) => notKnown(name, labels[name], name === 'compulsoryCompleted' ? openTo : completed));
}

const compulsoryFirst = because(
  'compulsory-school-first',
  'Grundskolan eller motsvarande behöver vara avslutad.',
  openTo,
);
const hasCompleted = because(
  'national-programme-completed',
  'Den som har gått igenom ett nationellt program eller likvärdig utbildning är inte längre behörig.',
  completed,
);
const hasIb = because('ib-completed', 'Den som har avlagt IB är inte längre behörig.', completed);
