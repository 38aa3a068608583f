import { Table } from '../../../platform/web/components/index.ts';
import { minutes, period, share } from '../../../platform/web/format.ts';
import type { PeriodTotal } from '../../attendance/index.ts';
import { courseWords } from '../words/strengths-of.ts';

/** Attendance as totals of a period. They say how much, not when: no signal is computed from them. */
export function PeriodTotals({ totals }: { totals: readonly PeriodTotal[] }) {
  return (
    <>
      <Table
        caption="Närvaro per period, som summor"
        fold
        rows={totals}
        columns={[
          { head: 'Period', rowHeader: true, cell: (each) => period(each.starts, each.ends) },
          {
            head: 'Kurs',
            cell: (each) => (each.courseCode || each.groupName ? courseWords(each) : 'Alla kurser'),
          },
          {
            head: 'Undervisning',
            numeric: true,
            foldLabel: 'undervisning',
            cell: (each) => minutes(each.offered),
          },
          {
            head: 'Giltig',
            numeric: true,
            foldLabel: 'giltig',
            cell: (each) => ofReported(each.valid, each),
          },
          {
            head: 'Ogiltig',
            numeric: true,
            foldLabel: 'ogiltig',
            cell: (each) => ofReported(each.invalid, each),
          },
        ]}
      />
      <p class="ff-small ff-soft">
        Summor visar hur mycket frånvaro det är, inte när. Signaler räknas på lektioner, så läs in närvaro per
        lektion för att få dem.
      </p>
    </>
  );
}

function ofReported(part: number, { reported }: PeriodTotal): string {
  return reported === 0 ? 'ej rapporterat' : share(part / reported);
}
