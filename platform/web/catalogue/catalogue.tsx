import { LinkButton, PageHead } from '../components/index.ts';
import { Page, type PageFrame } from '../layout.tsx';
import { ChartExamples } from './chart-examples.tsx';
import { DayExamples } from './day-examples.tsx';
import { FormExamples } from './form-examples.tsx';
import { ListExamples } from './list-examples.tsx';
import { SmallExamples } from './small-examples.tsx';
import { StudentExamples } from './student-examples.tsx';
import { TableExamples } from './table-examples.tsx';

/** The whole catalogue on one page. */
export function Catalogue({ frame }: { frame: PageFrame }) {
  return (
    <Page {...frame} title="Katalog">
      <PageHead
        title="Katalog"
        breadcrumb={[{ href: '#innehall', label: 'Plattformen' }]}
        meta={['SA25B, 25 elever', 'måndag 23 november, vecka 48']}
        actions={
          <>
            <LinkButton href="#innehall" kind="2" icon="flag">
              Lyft en oro
            </LinkButton>
            <LinkButton href="#innehall" icon="chat">
              Logga samtal
            </LinkButton>
          </>
        }
      />
      <DayExamples />
      <StudentExamples />
      <ChartExamples />
      <TableExamples />
      <FormExamples />
      <ListExamples />
      <SmallExamples />
    </Page>
  );
}
