import { exportWords } from '../../../messages/sv/export.ts';
import type { LocalDate } from '../../../platform/local-date.ts';
import {
  Actions,
  Button,
  Choice,
  ErrorSummary,
  List,
  Note,
  PageHead,
  Panel,
} from '../../../platform/web/components/index.ts';
import { dayInSentence, moment } from '../../../platform/web/format.ts';
import { Page } from '../../../platform/web/layout.tsx';
import { type Actor, readerFrame } from '../../access/index.ts';
import type { Reader } from '../../audit/index.ts';
import type { Concern, ConcernProblem } from '../../concerns/index.ts';
import type { StudentCard } from '../../people/index.ts';
import { readerWords, readingWords } from '../words/reading-words.ts';

const myData = exportWords.page.mine;

/** The student's own page. */
export interface MyPageProps {
  readonly actor: Actor;
  readonly today: LocalDate;
  readonly card: StudentCard;
  readonly wishes: readonly Concern[];
  readonly readers: readonly Reader[];
  readonly requestKey: string;
  readonly saved: boolean;
  readonly problems?: readonly ConcernProblem[] | undefined;
}

/** Min sida: jag vill prata, and who has read about me. */
export function MyPage(props: MyPageProps) {
  const { actor, card, saved } = props;
  const waiting = props.wishes.find((wish) => wish.handledOn === null);
  return (
    <Page
      {...readerFrame(actor, { current: '/min-sida' })}
      title="Min sida"
      width="read"
      user={{ name: actor.name, capacity: `Elev${card.unitName ? `, ${card.unitName}` : ''}` }}
    >
      <PageHead title="Min sida" meta={[card.className ?? '', card.unitName ?? ''].filter(Boolean)} />
      {saved && (
        <Note tone="ok" icon="check" answer>
          Tack för att du sa till. Din mentor ser det i dag och hör av sig till dig.
        </Note>
      )}
      {waiting && !saved && (
        <Note icon="chat">
          Du bad om ett samtal {dayInSentence(waiting.raisedOn)}. Din mentor har fått veta det. Har ingen hört
          av sig, gå till vem som helst i elevhälsan.
        </Note>
      )}
      <WishPanel {...props} />
      <ReadersPanel readers={props.readers} today={props.today} />
      <MyDataPanel />
    </Page>
  );
}

function WishPanel({ card, requestKey, problems = [] }: MyPageProps) {
  const [mentor] = card.mentors;
  return (
    <Panel id="prata" title="Vill du prata med någon?">
      <form class="ff-form" method="post" action="/min-sida/prata" novalidate>
        <ErrorSummary errors={problems.map(({ field, says }) => ({ field, message: says }))} />
        <input type="hidden" name="requestKey" value={requestKey} />
        {mentor && <input type="hidden" name="adult" value={mentor.personId} />}
        <Choice
          name="kind"
          id="kind"
          legend="Välj det som stämmer bäst"
          required
          options={[
            {
              value: 'wish-to-talk',
              label: 'Jag vill prata',
              consequence: `${mentor?.name ?? 'Din mentor'} hör av sig.`,
            },
            {
              value: 'thinks-of-quitting',
              label: 'Jag funderar på att sluta',
              consequence: `${mentor?.name ?? 'Din mentor'} hör av sig så fort det går.`,
            },
          ]}
        />
        <Actions>
          <Button>Skicka</Button>
        </Actions>
        <p class="ff-help">
          Det läses av din mentor, elevhälsan och rektorn. Är det bråttom eller känns det farligt, ring 112
          eller prata med närmaste vuxna.
        </p>
      </form>
    </Panel>
  );
}

/** Everything about the student as a file; the module export answers. */
function MyDataPanel() {
  return (
    <Panel id="mina-uppgifter" title={myData.title}>
      <p>{myData.text}</p>
      <form method="post" action="/min-sida/mina-uppgifter">
        <Actions>
          <Button kind="2">{myData.button}</Button>
        </Actions>
      </form>
    </Panel>
  );
}

function ReadersPanel({ readers, today }: { readers: readonly Reader[]; today: LocalDate }) {
  return (
    <Panel id="last" title="Vem har läst om dig?">
      {readers.length === 0 ? (
        <p>Ingen har läst om dig än.</p>
      ) : (
        <List
          items={readers.map((reader) => (
            <>
              {reader.name}, {readerWords(reader.because)}
              <small>
                {readingWords(reader)} {moment(reader.at, today)}
              </small>
            </>
          ))}
        />
      )}
    </Panel>
  );
}
