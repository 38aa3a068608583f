import type { Child } from 'hono/jsx';
import { useWords } from '../words.ts';
import { Icon, type IconName } from './icons.tsx';

/**
 * What works, two to five facts, one each; first wherever a student is shown. None known: says so and asks for the
 * student's own words, since a missing strength is a gap in what we know. `stacked` in narrow places.
 */
export function Strengths({ facts, stacked }: { facts: readonly Child[]; stacked?: boolean }) {
  const words = useWords();
  if (facts.length === 0) return <p class="ff-soft">{words.asksStudent}</p>;
  return (
    <ul class={stacked ? 'ff-good ff-good--stack' : 'ff-good'}>
      {facts.map((fact) => (
        <li>
          <Icon name="sun" />
          <span>{fact}</span>
        </li>
      ))}
    </ul>
  );
}

/** One reason to look: a sentence with its evidence, and a small line with own level, median, limit and who set it. */
export type Reason = { icon: IconName; sentence: Child; detail?: Child };

/** Why this student is shown now. */
export function Why({ reasons }: { reasons: readonly Reason[] }) {
  return (
    <ul class="ff-why">
      {reasons.map(({ icon, sentence, detail }) => (
        <li>
          <Icon name={icon} />
          <div>
            <p>{sentence}</p>
            {detail ? <small>{detail}</small> : null}
          </div>
        </li>
      ))}
    </ul>
  );
}
