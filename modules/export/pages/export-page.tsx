import { exportWords } from '../../../messages/sv/export.ts';
import { Aside, Columns, Note, PageHead, Panel } from '../../../platform/web/components/index.ts';
import { StaffPage } from '../../access/index.ts';
import { AllPanel } from './all-panel.tsx';
import { ContentsPanel } from './contents-panel.tsx';
import type { SentForm } from './export-form.ts';
import type { Exporter } from './export-parts.ts';
import { OnePanel, type SentOne } from './one-panel.tsx';

/** What the page shows: the forms, one of them sent back with what to put right, or that others are under way. */
export interface ExportPageProps {
  readonly exporter: Exporter;
  readonly all?: SentForm;
  readonly one?: SentOne;
  readonly busy?: boolean;
}

const words = exportWords.page;

/** Export: everything out, or everything about one student; what is in it, in words. */
export function ExportPage({ exporter, all, one, busy }: ExportPageProps) {
  return (
    <StaffPage actor={exporter.actor} title={exportWords.title} current="/export">
      <PageHead title={exportWords.title} meta={[exporter.whole ? words.lead : words.leadOfUnit]} />
      {busy && (
        <Note tone="heed" answer>
          {words.busy.title}. {words.busy.text}
        </Note>
      )}
      <Columns>
        <div class="ff-stack">
          <AllPanel exporter={exporter} sent={all} />
          {exporter.mayStudent && <OnePanel exporter={exporter} sent={one} />}
        </div>
        <Aside label={words.contents.title}>
          <ContentsPanel whole={exporter.whole} />
          <Panel id="bra-att-veta" title={words.safety.title}>
            <p class="ff-small ff-soft">{words.safety.text}</p>
          </Panel>
        </Aside>
      </Columns>
    </StaffPage>
  );
}
