import type { Child } from 'hono/jsx';
import type { TextLink } from '../frame-footer.tsx';
import { useWords } from '../words.ts';

/** The head of a page: where it lies, its one h1, facts divided by hairlines, actions at the end. */
export type PageHeadProps = {
  title: Child;
  breadcrumb?: readonly TextLink[] | undefined;
  meta?: readonly Child[] | undefined;
  /** Buttons, of which at most one primary. */
  actions?: Child;
};

/** The page's head; exactly one on every page. */
export function PageHead({ title, breadcrumb = [], meta = [], actions }: PageHeadProps) {
  return (
    <div class="ff-head">
      <div>
        {breadcrumb.length > 0 && <Breadcrumb links={breadcrumb} />}
        <h1>{title}</h1>
        {meta.length > 0 && (
          <p class="ff-head__meta">
            {meta.map((fact) => (
              <span>{fact}</span>
            ))}
          </p>
        )}
      </div>
      {actions ? <div class="ff-acts">{actions}</div> : null}
    </div>
  );
}

/** The pages above this one; the page itself is its heading and not repeated. */
export function Breadcrumb({ links }: { links: readonly TextLink[] }) {
  const words = useWords();
  return (
    <nav class="ff-crumb" aria-label={words.youAreHere}>
      {links.map(({ href, label }, index) => (
        <>
          {index > 0 && ' / '}
          <a href={href}>{label}</a>
        </>
      ))}
    </nav>
  );
}
