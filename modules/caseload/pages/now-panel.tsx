import type { LocalDate } from '../../../platform/local-date.ts';
import { Deadline, Panel, Steps } from '../../../platform/web/components/index.ts';
import { dayShort } from '../../../platform/web/format.ts';
import { ruleCards } from '../../signals/index.ts';
import type { StudentFile } from '../queries/student-file.ts';

/** Just nu: where in the chain the student is. Nothing is shown when nothing is going on. */
export function NowPanel({ file, today }: { file: StudentFile; today: LocalDate }) {
  const open = file.signals.filter((each) => each.level > 0 && ruleCards[each.signal].family !== 'P');
  if (open.length === 0) return null;
  const since = open.map((each) => each.since).reduce((a, b) => (a < b ? a : b));
  const talk = file.talks.find((each) => each.heldOn >= since && each.outcome !== 'did-not-come');
  const concern = file.concerns.find((each) => each.raisedOn >= since);
  return (
    <Panel
      id="nu"
      title="Just nu"
      aside={
        talk?.nextOn ? (
          <Deadline day={talk.nextOn} today={today} before="följs upp" />
        ) : (
          'ett samtal är nästa steg'
        )
      }
    >
      <Steps
        label="Var i kedjan eleven är"
        steps={[
          { title: 'Signal', detail: dayShort(since), state: 'done' },
          concern
            ? { title: 'Oro lyft', detail: `${dayShort(concern.raisedOn)}`, state: 'done' }
            : { title: 'Oro', detail: 'vid behov', state: 'later' },
          talk
            ? { title: 'Samtal', detail: dayShort(talk.heldOn), state: 'done' }
            : { title: 'Samtal', detail: 'inte hållet', state: 'now' },
          talk
            ? {
                title: 'Uppföljning',
                detail: talk.nextOn ? dayShort(talk.nextOn) : 'inget avtalat',
                state: 'now',
              }
            : { title: 'Uppföljning', detail: 'efter samtalet', state: 'later' },
        ]}
      />
    </Panel>
  );
}
