import { because, defineRule, fact, missing, notKnown, ok, type Reason, textOf } from '../../../law/index.ts';
import { isLocalDate, type LocalDate } from '../../../platform/local-date.ts';

const csn = textOf('agency-advice', 'CSN');
const practice = csn.unread(
  'studiehjälp, ogiltig frånvaro',
  'Känd från CSN:s webbsidor: upprepad ogiltig frånvaro på sammanlagt minst fyra timmar i en månad. Det är myndighetens praxis, inte lag.',
);
const repeated = csn.unread(
  'studiehjälp, upprepad frånvaro',
  'Att upprepad betyder minst två dagar är bokens tolkning av CSN:s ord; CSN anger ingen siffra.',
);

/** CSN's four hours, in minutes. */
const enough = 240;
/** One day is an occasion, however many lessons it has. */
const often = 2;

/** Whether CSN is told, and on what. */
export interface StudyGrantReport {
  readonly reportable: boolean;
  /** Invalid minutes of the month. */
  readonly minutes: number;
  /** Days with invalid absence in the month. */
  readonly occasions: number;
}

const facts = {
  month: fact.text('Månad, ÅÅÅÅ-MM'),
  invalid: fact.list(
    'Ogiltig frånvaro',
    fact.group('Tillfälle', { date: fact.day('Dag'), minutes: fact.number('Minuter') }),
  ),
  specialReasons: fact.yesNo(
    'Skolan har funnit skäl att inte rapportera, till exempel sjukdom eller mobbning',
  ),
};

/** Whether a month of invalid absence reaches what CSN asks schools to report. Agency practice, not law; adults too. */
export const studyGrantReport = defineRule({
  id: 'attendance/study-grant-report',
  title: 'Om CSN ska få veta om ogiltig frånvaro',
  sentence:
    'CSN vill veta när en elev, också en myndig, har upprepad ogiltig frånvaro på sammanlagt minst fyra timmar i en kalendermånad; skolan bedömer och kan avstå.',
  facts,
  versions: [
    {
      inForce: { from: '2018-07-01' },
      basis: [practice, repeated],
      note: 'CSN:s praxis; dagen den började tillämpas är inte känd, och äldre dagar besvaras inte.',
      check: ({ month, invalid, specialReasons }, { on }) => {
        const known = month && isLocalDate(`${month}-01`);
        if (!known || !invalid)
          return missing<StudyGrantReport>(
            null,
            ...(known ? [] : [notKnown('month', 'månaden, skriven ÅÅÅÅ-MM', practice)]),
            ...(invalid ? [] : [notKnown('invalid', 'den ogiltiga frånvaron', practice)]),
          );
        const inMonth = invalid.filter(({ date, minutes }) => date.startsWith(`${month}-`) && minutes > 0);
        const minutes = inMonth.reduce((sum, each) => sum + each.minutes, 0);
        const occasions = new Set(inMonth.map(({ date }) => date)).size;
        const reasons = [...limitReasons(minutes, occasions), ...outsideReason(invalid, month)];
        const reached = minutes >= enough && occasions >= often;
        if (!reached && on <= `${month}-31`)
          reasons.push(because('month-not-over', 'Månaden är inte slut; svaret gäller hittills.', practice));
        if (reached && specialReasons) {
          const says = 'Gränsen är nådd, men skolan har funnit skäl att inte rapportera. Anteckna skälen.';
          return ok<StudyGrantReport>(
            { reportable: false, minutes, occasions },
            because('school-refrains', says, practice),
            ...reasons,
          );
        }
        const says = reached
          ? 'CSN:s gräns är nådd: skolan bedömer och rapporterar.'
          : 'CSN:s gräns är inte nådd.';
        const answer = because(reached ? 'reportable' : 'not-reportable', says, practice);
        return ok<StudyGrantReport>({ reportable: reached, minutes, occasions }, answer, ...reasons);
      },
    },
  ],
  example: {
    month: '2026-10',
    invalid: [
      { date: '2026-10-05', minutes: 120 },
      { date: '2026-10-14', minutes: 120 },
    ],
    specialReasons: false,
  },
});

function limitReasons(minutes: number, occasions: number): Reason[] {
  const hours = `${minutes} minuter; CSN:s gräns är ${enough} minuter i månaden.`;
  const days = `${occasions} ${occasions === 1 ? 'dag' : 'dagar'} med ogiltig frånvaro; upprepad är minst ${often}.`;
  return [
    because(minutes >= enough ? 'four-hours' : 'under-four-hours', hours, practice),
    because(occasions >= often ? 'repeated' : 'not-repeated', days, practice, repeated),
  ];
}

function outsideReason(invalid: readonly { date: LocalDate }[], month: string): Reason[] {
  const outside = invalid.filter(({ date }) => !date.startsWith(`${month}-`)).map(({ date }) => date);
  const says = `Räknas inte, utanför månaden: ${outside.join(', ')}.`;
  return outside.length ? [because('outside-month', says, practice)] : [];
}
