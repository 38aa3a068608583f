import { type AnyRule, type Basis, type Decided, inForceOn, type Period } from '../../../law/index.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  List,
  ListItem,
  PageHead,
  Panel,
  Quote,
  Tag,
  TimeLine,
} from '../../../platform/web/components/index.ts';
import { dayLong } from '../../../platform/web/format.ts';
import { type Actor, StaffPage } from '../../access/index.ts';
import { areaOf } from '../areas.ts';
import type { FormTexts } from '../rules/form-facts.ts';
import { AnswerPanel } from './answer-panel.tsx';
import { citationWords } from './in-force-words.ts';
import { RoutinePanel, type RoutinePanelProps } from './routine-panel.tsx';
import { TryForm } from './try-form.tsx';

/** One rule, with what was asked of it when somebody has tried it. */
export interface RulePageProps {
  readonly actor: Actor;
  readonly rule: AnyRule;
  readonly today: LocalDate;
  readonly routines: Omit<RoutinePanelProps, 'rule' | 'today'>;
  /** The form as it was sent, or the example. */
  readonly texts: FormTexts;
  readonly askedOn: string;
  readonly decided?: Decided | undefined;
}

/** The rule in words, what it stands on, its versions on a time line, the organiser's routines, and a form to try it. */
export function RulePage({ actor, rule, today, routines, texts, askedOn, decided }: RulePageProps) {
  return (
    <StaffPage actor={actor} title={rule.title} current="/regler" width="read">
      <PageHead
        title={rule.title}
        breadcrumb={[{ href: '/regler', label: 'Regler' }]}
        meta={[areaOf(rule), <code>{rule.id}</code>]}
      />
      {decided && <AnswerPanel decided={decided} />}
      <Panel id="regeln" title="Regeln" lead={!decided}>
        <p>{rule.sentence}</p>
        <List items={standsOn(rule, today).map((basis) => <Stands basis={basis} />)} />
      </Panel>
      <Panel id="prova" title="Pröva regeln" aside="Inget sparas">
        <TryForm rule={rule} texts={texts} on={askedOn} />
      </Panel>
      <Panel id="versioner" title="Versioner">
        <TimeLine events={versionEvents(rule, today)} />
      </Panel>
      {rule.routines && <RoutinePanel rule={rule} today={today} {...routines} />}
    </StaffPage>
  );
}

/** The texts of the version in force, or of the last one when none is. */
function standsOn({ versions }: AnyRule, today: LocalDate): readonly Basis[] {
  return (versions.find(({ inForce }) => inForceOn(inForce, today)) ?? versions.at(-1))?.basis ?? [];
}

function Stands({ basis }: { basis: Basis }) {
  return (
    <ListItem
      title={citationWords(basis)}
      detail={basis.verified ? basis.seen : `Texten är inte läst i original. ${basis.seen}`}
    >
      {basis.quote && <Quote>{basis.quote}</Quote>}
      {!basis.verified && <Tag tone="heed">Inte läst i original</Tag>}
    </ListItem>
  );
}

/** "Gäller i dag", "Gällde till och med 30 juni 2019", "Börjar gälla". */
function lifeWords({ from, through }: Period, today: LocalDate): string {
  if (through && through < today) return `Gällde till och med ${dayLong(through)}`;
  const until = through ? `, till och med ${dayLong(through)}` : '';
  return (from <= today ? 'Gäller i dag' : 'Börjar gälla') + until;
}

function versionEvents({ versions, changes = [] }: AnyRule, today: LocalDate) {
  const known = versions.map(({ inForce, basis, note }) => ({
    day: inForce.from,
    shown: dayLong(inForce.from),
    what: lifeWords(inForce, today),
    detail: [note, basis.map(citationWords).join(', ')].filter(Boolean).join(' '),
  }));
  const decidedChanges = changes.map(({ from, says, basis }) => ({
    day: from,
    shown: dayLong(from),
    what: says,
    detail: ['Beslutat, men texten finns inte i boken.', ...basis.map(citationWords)].join(' '),
  }));
  return [...known, ...decidedChanges].toSorted((a, b) => (a.day < b.day ? 1 : -1));
}
