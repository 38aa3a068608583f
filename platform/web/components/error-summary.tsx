import { useWords } from '../words.ts';
import { Icon } from './icons.tsx';

/** Something to put right, and the id of the control where it is done (`fieldId(name)`). */
export type FormError = { field: string; message: string };

/** All errors of a form at once, above it; each leads to its field. Nothing when there are none. */
export function ErrorSummary({ errors }: { errors: readonly FormError[] }) {
  const words = useWords();
  if (errors.length === 0) return null;
  return (
    <div class="ff-note ff-note--late" role="alert" tabindex={-1} data-autofocus>
      <Icon name="warning" />
      <div>
        <h2>{words.errorsToFix(errors.length)}</h2>
        <ul class="ff-errors">
          {errors.map(({ field, message }) => (
            <li>
              <a href={`#${field}`}>{message}</a>
            </li>
          ))}
        </ul>
      </div>
    </div>
  );
}
