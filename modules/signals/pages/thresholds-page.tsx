import type { LocalDate } from '../../../platform/local-date.ts';
import { Note, PageHead } from '../../../platform/web/components/index.ts';
import { weekdayLong } from '../../../platform/web/format.ts';
import { type Actor, StaffPage } from '../../access/index.ts';
import type { OwnThreshold } from '../queries/thresholds.ts';
import { type ThresholdGroup, thresholdGroups } from '../rules/threshold-groups.ts';
import { ThresholdPanel, type ThresholdPanelProps } from './threshold-panel.tsx';
import { groupName } from './threshold-words.ts';

/** What the page is made of. */
export interface ThresholdsPageProps {
  readonly actor: Actor;
  readonly own: readonly OwnThreshold[];
  readonly today: LocalDate;
  /** Why the limits cannot be changed by this reader, said once; absent for whoever may. */
  readonly closed?: string | undefined;
  /** The group that was just saved, and from when its values hold. */
  readonly saved?: { readonly group: ThresholdGroup; readonly from: LocalDate } | undefined;
  /** The group whose form came back. */
  readonly returned?:
    | (NonNullable<ThresholdPanelProps['returned']> & { readonly group: ThresholdGroup })
    | undefined;
}

/** Gränsvärden: every limit that decides whether a signal is lit, who set it, and the way to change it. */
export function ThresholdsPage({ actor, own, today, closed, saved, returned }: ThresholdsPageProps) {
  return (
    <StaffPage actor={actor} title="Gränsvärden" current="/gransvarden" width="read">
      <PageHead
        title="Gränsvärden"
        meta={['Ingen lag anger gränserna: de är huvudmannens egna', <HowWeCount />]}
      />
      {closed && <Note icon="lock">{closed}</Note>}
      {saved && <Saved {...saved} today={today} />}
      {thresholdGroups.map((group) => (
        <ThresholdPanel
          group={group}
          own={own}
          today={today}
          closed={closed !== undefined}
          returned={returned?.group === group ? returned : undefined}
        />
      ))}
    </StaffPage>
  );
}

function HowWeCount() {
  return (
    <a class="ff-link" href="/sa-raknar-vi">
      Så räknar vi
    </a>
  );
}

function Saved({ group, from, today }: NonNullable<ThresholdsPageProps['saved']> & { today: LocalDate }) {
  const begins = from <= today ? 'i dag' : weekdayLong(from);
  return (
    <Note tone="ok" answer>
      <p>
        Gränserna för <a href={`#${group}`}>{groupName(group).toLowerCase()}</a> är sparade och gäller från
        och med {begins}.{' '}
        {from <= today ? 'Signaler och siffror räknas om i natt.' : 'Till dess gäller de nuvarande.'}
      </p>
    </Note>
  );
}
