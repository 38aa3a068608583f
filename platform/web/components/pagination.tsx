import { useWords } from '../words.ts';
import { Icon } from './icons.tsx';

/** Where in a long list we are; pages are counted from 1. `href` makes the address of a page. */
export type PaginationProps = {
  page: number;
  pages: number;
  href: (page: number) => string;
  /** Names it, when a page has two: "Sidor, elever". */
  label?: string | undefined;
};

/** Previous, where we are, next. Nothing for a list of one page. */
export function Pagination({ page, pages, href, label }: PaginationProps) {
  const words = useWords();
  if (pages < 2) return null;
  return (
    <nav class="ff-pages" aria-label={label ?? words.pages}>
      <span>{words.pageOf(page, pages)}</span>
      <span class="ff-acts">
        {page > 1 && (
          <a class="ff-btn ff-btn--2 ff-btn--sm" href={href(page - 1)} rel="prev">
            {words.previousPage}
          </a>
        )}
        {page < pages && (
          <a class="ff-btn ff-btn--2 ff-btn--sm" href={href(page + 1)} rel="next">
            {words.nextPage}
            <Icon name="chevron" flip />
          </a>
        )}
      </span>
    </nav>
  );
}
