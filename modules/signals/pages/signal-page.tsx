import { feedback as feedbackWords } from '../../../messages/sv/feedback.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  type Column,
  Facts,
  LinkButton,
  List,
  ListItem,
  PageHead,
  Panel,
  Table,
} from '../../../platform/web/components/index.ts';
import { capitalized, dayLong } from '../../../platform/web/format.ts';
import { type Actor, StaffPage, whyMay } from '../../access/index.ts';
import { feedbackReasons } from '../commands/give-feedback.ts';
import { withCatalogue } from '../commands/set-thresholds-check.ts';
import type { SignalUse } from '../queries/signal-use.ts';
import type { OwnThreshold } from '../queries/thresholds.ts';
import {
  limitsOn,
  type RuleCard,
  ruleCards,
  type SignalId,
  type ThresholdKey,
  thresholdFields,
} from '../rules/index.ts';
import { clearingWords, confirmationWords, countWords, evidenceWords, neverUsed } from './signal-words.ts';
import { limitText } from './threshold-words.ts';

/** What the page is made of. */
export interface SignalPageProps {
  readonly actor: Actor;
  readonly id: SignalId;
  readonly own: readonly OwnThreshold[];
  readonly use: SignalUse;
  readonly today: LocalDate;
}

/** Så räknas signalen: everything that decides it, on one page. */
export function SignalPage({ actor, id, own, use, today }: SignalPageProps) {
  const card = ruleCards[id];
  const limits = limitsOn(withCatalogue(own), today);
  return (
    <StaffPage actor={actor} title={card.name} current="" width="read">
      <PageHead
        title={card.name}
        breadcrumb={[{ href: '/sa-raknar-vi', label: 'Så räknar vi' }]}
        meta={[`Signal ${id}`, `regelns version ${card.version}`]}
      />
      <Panel id="betyder" title="Vad den betyder">
        <p>{card.means}</p>
        <p>{card.rule}</p>
        <Facts
          facts={[
            { term: 'Underlag', value: evidenceWords(id, limits) },
            { term: 'Visas', value: confirmationWords(id, limits) },
            { term: 'Släcks', value: clearingWords(id, limits) },
          ]}
        />
      </Panel>
      <Limits card={card} own={own} today={today} />
      <Panel id="lagen" title="Vad den vilar på">
        <Citations card={card} />
      </Panel>
      <Use actor={actor} id={id} use={use} />
      <Panel id="aldrig" title="Vad den aldrig räknas på">
        <p>Signalen kan inte räknas på något av det här, eftersom uppgifterna aldrig når beräkningen:</p>
        <List items={neverUsed} />
      </Panel>
    </StaffPage>
  );
}

function Limits({ card, own, today }: { card: RuleCard; own: readonly OwnThreshold[]; today: LocalDate }) {
  if (card.thresholds.length === 0) return null;
  const now = limitsOn(withCatalogue(own), today);
  const setOf = (key: string) => own.findLast((row) => row.key === key && row.from <= today);
  const anyOwn = card.thresholds.some(setOf);
  const setBy: Column<ThresholdKey> = {
    head: 'Bestämt av',
    soft: true,
    foldLine: true,
    cell: (key) => {
      const set = setOf(key);
      return set ? `${set.setByName}, från ${dayLong(set.from)}` : 'Förvalt';
    },
  };
  return (
    <Panel id="granser" title="Gränser som gäller i dag" aside={<AllLimits id={card.id} />}>
      <Table
        caption={`Gränser för ${card.name.toLowerCase()}`}
        captionHidden
        fold
        fit
        rows={card.thresholds}
        columns={[
          { head: 'Gräns', rowHeader: true, cell: (key) => capitalized(thresholdFields[key].label) },
          {
            head: anyOwn ? 'Gäller nu' : 'Gäller nu, förvalt',
            numeric: true,
            foldLabel: anyOwn ? undefined : 'förvalt',
            cell: (key) => limitText(key, now[key]),
          },
          ...(anyOwn ? [setBy] : []),
        ]}
      />
    </Panel>
  );
}

function AllLimits({ id }: { id: SignalId }) {
  return (
    <a class="ff-link" href={`/gransvarden#${id}`}>
      Gränsvärden
    </a>
  );
}

/** A citation that nobody has held against the text of the law says so. */
export function Citations({ card }: { card: RuleCard }) {
  return (
    <List
      items={card.citations.map(({ text, source, verified }) => (
        <ListItem title={source} detail={verified ? text : `${text} (inte kontrollerad mot lagtexten)`} />
      ))}
    />
  );
}

function Use({ actor, id, use }: { actor: Actor; id: SignalId; use: SignalUse }) {
  const mayList = whyMay(actor, 'student.list', 'organiser').allowed;
  const reasons = feedbackReasons.map((reason) => ({ reason, count: use.feedback[reason] ?? 0 }));
  const nobody = reasons.every(({ count }) => count === 0);
  return (
    <Panel id="anvandning" title="Hur ofta den tänds, och stämmer">
      <Facts
        facts={[
          ...(use.students === null
            ? []
            : [{ term: 'Har den nu', value: `${countWords(use.students, 'elever')} bland dem du ser` }]),
          { term: 'Har tänts', value: countWords(use.lit, 'gånger hos huvudmannen') },
          ...(nobody
            ? [{ term: '”Stämmer inte”', value: 'ingen har sagt det' }]
            : reasons.map(({ reason, count }) => ({
                term: feedbackWords[reason],
                value: count === 0 ? 'ingen gång' : countWords(count, 'gånger'),
              }))),
        ]}
      />
      {!nobody && (
        <p class="ff-soft ff-small">
          De sista raderna är skälen till att någon har svarat ”Stämmer inte”. Är de många är gränsen eller
          regeln fel.
        </p>
      )}
      {mayList && (
        <p>
          <LinkButton href={`/elever?signal=${id}`} kind="2" small>
            Elever med signalen
          </LinkButton>
        </p>
      )}
    </Panel>
  );
}
