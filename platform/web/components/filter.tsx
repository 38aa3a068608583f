import type { Child } from 'hono/jsx';
import { useWords } from '../words.ts';
import { Chips, type ChipsProps } from './chips.tsx';

/** A filter: fields in a row, a set of chips with counts, and what cannot be searched, with its paragraph. */
export type FilterProps = {
  action: string;
  /** Names the form: "Filtrera elever". */
  label: string;
  /** One to four fields. */
  children: Child;
  sets?: Omit<ChipsProps, 'many' | 'legend'> & { legend?: Child };
};

/** A form sent with GET, so that a filtered list has an address. */
export function Filter({ action, label, children, sets }: FilterProps) {
  const words = useWords();
  return (
    <search aria-label={label}>
      <form class="ff-panel" action={action} method="get">
        <div class="ff-filter">
          {children}
          <button class="ff-btn" type="submit">
            {words.show}
          </button>
          {sets && (
            <div class="ff-filter__sets">
              <Chips {...sets} legend={sets.legend ?? words.showOnly} many />
            </div>
          )}
        </div>
      </form>
    </search>
  );
}
