import {
  type Basis,
  because,
  birthdayOf,
  defineRule,
  type FactsOf,
  fact,
  type LocalRoutines,
  missing,
  notKnown,
  ok,
  type Period,
  type Reason,
  seenIn,
  skollagen,
  type Verdict,
} from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import { paragraphOf, schoolForm, type Twin } from '../../people/rules/index.ts';

const upper = skollagen.read(
  '15 kap. 15 §',
  seenIn.consolidated,
  'När en elev börjar eller slutar vid en gymnasieskola med en annan huvudman än hemkommunen, ska huvudmannen snarast meddela detta till hemkommunen. Detsamma gäller om en elev som inte fyllt 20 år utan giltigt skäl är frånvarande i betydande utsträckning.',
);
const adapted = skollagen.read('18 kap. 15 §', seenIn.consolidated);
const adaptedBefore = skollagen.unread(
  '18 kap. 15 §',
  'Lydelsen i lag (2022:1315) är läst; den äldre, för gymnasiesärskolan, är inte läst.',
);

const facts = {
  schoolForm,
  event: fact.choice('Vad som har hänt', {
    start: 'Eleven börjar',
    stop: 'Eleven slutar',
    absence: 'Eleven är frånvarande utan giltigt skäl',
  }),
  organiserIsHomeMunicipality: fact.yesNo('Skolans huvudman är elevens hemkommun'),
  birthDate: fact.day('Född den'),
  considerable: fact.yesNo('Den ogiltiga frånvaron är av betydande utsträckning (skolans bedömning)'),
  invalidPercent: fact.number('Ogiltig frånvaro i procent under den tid som huvudmannens gräns räknas på'),
};
type Facts = FactsOf<typeof facts>;

/** Whether the organiser must tell the home municipality. The law says "snarast": no day. */
export interface HomeMunicipalityNotice {
  readonly notify: boolean;
  readonly promptly: boolean;
}

function version(inForce: Period, twin: Twin, note?: string) {
  const check = (given: Facts, { on, local }: { on: LocalDate; local: LocalRoutines }) =>
    noticeOf(given, on, local, paragraphOf(given.schoolForm, twin));
  return { inForce, basis: [twin.upper, twin.adapted], ...(note ? { note } : {}), check };
}

function noticeOf(
  given: Facts,
  on: LocalDate,
  local: LocalRoutines,
  basis: Basis,
): Verdict<HomeMunicipalityNotice> {
  const absence = given.event === 'absence' ? absenceOf(given, on, local, basis) : nothing;
  const sameSays = 'Skolans huvudman är hemkommunen, så något meddelande till en annan huvudman behövs inte.';
  const not = [
    ...(given.organiserIsHomeMunicipality ? [because('organiser-is-home', sameSays, basis)] : []),
    ...absence.not,
  ];
  if (not.length) return ok<HomeMunicipalityNotice>({ notify: false, promptly: false }, ...not);
  const unknown = [
    ...(given.event
      ? []
      : [notKnown('event', 'vad som har hänt: börjar, slutar eller är frånvarande', basis)]),
    ...(given.organiserIsHomeMunicipality == null
      ? [notKnown('organiserIsHomeMunicipality', 'om skolans huvudman är hemkommunen', basis)]
      : []),
    ...absence.unknown,
  ];
  if (unknown.length) return missing<HomeMunicipalityNotice>(null, ...unknown);
  const says =
    given.event === 'start'
      ? 'Eleven börjar. Meddela hemkommunen snarast.'
      : 'Eleven slutar. Meddela hemkommunen snarast.';
  const why = given.event === 'absence' ? absence.why : [because(`student-${given.event}s`, says, basis)];
  return ok<HomeMunicipalityNotice>({ notify: true, promptly: true }, ...why);
}

interface Found {
  readonly not: Reason[];
  readonly unknown: Reason[];
  readonly why: Reason[];
}
const nothing: Found = { not: [], unknown: [], why: [] };

function absenceOf(given: Facts, on: LocalDate, local: LocalRoutines, basis: Basis): Found {
  const birthday = given.birthDate ? birthdayOf(given.birthDate, 20) : null;
  const limit = local['considerable-at-percent'];
  const reached = limit && given.invalidPercent != null && given.invalidPercent >= Number(limit.value);
  const why = [
    ...(given.considerable ? [because('considerable', considerableSays, basis)] : []),
    ...(reached
      ? [
          because(
            'own-limit',
            `Den ogiltiga frånvaron har nått huvudmannens egen gräns, ${limit.value} procent. ${supportSays}`,
            limit.basis,
            basis,
          ),
        ]
      : []),
  ];
  const slight = why.length === 0 && given.considerable === false;
  const label =
    'om den ogiltiga frånvaron är av betydande utsträckning (lagen har ingen siffra, så skolan bedömer)';
  return {
    why,
    not: [
      ...(birthday && birthday <= on
        ? [because('turned-20', `Eleven fyllde 20 år ${birthday}.`, basis)]
        : []),
      ...(slight
        ? [because('not-considerable', 'Den ogiltiga frånvaron är inte av betydande utsträckning.', basis)]
        : []),
    ],
    unknown: [
      ...(birthday ? [] : [notKnown('birthDate', 'elevens födelsedag', basis)]),
      ...(why.length ? [] : [notKnown('considerable', label, basis)]),
    ],
  };
}

const supportSays = 'Skolans ansvar för stöd är oförändrat.';
const considerableSays = `Den ogiltiga frånvaron är av betydande utsträckning. Meddela hemkommunen snarast. ${supportSays}`;

/** Whether the home municipality must be told that a student starts, stops or is absent: 15 kap. 15 § and 18 kap. 15 §. */
export const homeMunicipalityNotice = defineRule({
  id: 'attendance/home-municipality-notice',
  title: 'Om hemkommunen ska få veta',
  sentence:
    'En annan huvudman än hemkommunen meddelar hemkommunen snarast när en elev börjar eller slutar, och när en elev under 20 år är frånvarande utan giltigt skäl i betydande utsträckning.',
  facts,
  versions: [
    version(
      { from: '2018-07-01', through: '2023-07-01' },
      { upper, adapted: adaptedBefore },
      'Lydelsen i 15 kap. är äldre, lag (2014:1002); dagen den började gälla är inte läst, och äldre dagar besvaras inte.',
    ),
    version({ from: '2023-07-02' }, { upper, adapted }),
  ],
  routines: [
    {
      key: 'considerable-at-percent',
      label: 'Egen gräns för när hemkommunen får veta om ogiltig frånvaro',
      unit: 'procent',
      tighter: 'lower',
      limit: null,
      basis: [upper],
    },
  ],
  example: { event: 'start', organiserIsHomeMunicipality: false },
});
