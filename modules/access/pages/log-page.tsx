import { accessLog as words } from '../../../messages/sv/access-log.ts';
import { LinkButton, Note, PageHead, Panel } from '../../../platform/web/components/index.ts';
import type { ChainReport } from '../../audit/index.ts';
import type { Actor } from '../actor.ts';
import { capacityOf } from './capacity.ts';
import { DutiesPanel, type DutiesPanelProps, RightsPanel } from './duties-panel.tsx';
import { LogPanel, type LogPanelProps } from './log-panel.tsx';
import { StaffPage } from './staff-page.tsx';

/** What the page shows; without `log` the reader may see duties and rights only. */
export interface LogPageProps {
  readonly actor: Actor;
  readonly log: LogPanelProps | undefined;
  readonly duties: DutiesPanelProps;
}

/** Behörigheter och logg: who has done what, who holds which duty, and what each duty opens. */
export function LogPage({ actor, log, duties }: LogPageProps) {
  return (
    <StaffPage actor={actor} title={words.title} current="/logg">
      <PageHead title={words.title} meta={[capacityOf(actor)]} />
      <div class="ff-stack">
        {log && <LogPanel {...log} />}
        <DutiesPanel {...duties} />
        <RightsPanel />
      </div>
    </StaffPage>
  );
}

/** What the walk through the chains found. */
export function ChainPage({ actor, report }: { actor: Actor; report: ChainReport }) {
  const whole = report.broken.length === 0;
  const title = whole ? words.whole(report.entries) : words.broken(report.broken.length);
  return (
    <StaffPage actor={actor} title={title} current="/logg" width="read">
      <PageHead title={title} breadcrumb={[{ href: '/logg', label: words.title }]} />
      <Panel id="kedja" title={words.check}>
        <Note tone={whole ? 'ok' : 'heed'} answer>
          {whole ? words.wholeWhy : words.brokenWhy}
        </Note>
        {!whole && (
          <ul class="ff-list">
            {report.broken.slice(0, 50).map(({ chain, seq, why }) => (
              <li>
                {words.brokenAt(chain, seq)}: {words.brokenKind[why]}
              </li>
            ))}
          </ul>
        )}
        <p>
          <LinkButton kind="2" href="/logg">
            {words.back}
          </LinkButton>
        </p>
      </Panel>
    </StaffPage>
  );
}
