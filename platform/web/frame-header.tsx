import { Icon } from './components/icons.tsx';
import { Count } from './components/mark.tsx';
import { useWords } from './words.ts';

/** A place in the main menu; `count` is how many things wait there, shown when above zero. */
export type NavItem = {
  href: string;
  label: string;
  current?: boolean | undefined;
  count?: number | undefined;
};

/** Who reads, and in what capacity: "Maria Holm", "Mentor, Ekdalagymnasiet". */
export type SignedInUser = { name: string; capacity: string };

/** The search of the top: sends `name` (default `sok`) to `action` with GET. */
export type TopSearch = {
  action: string;
  label: string;
  name?: string | undefined;
  value?: string | undefined;
};

/** What the top of a page holds. A page for someone who is not logged in has neither menu nor user. */
export type HeaderProps = {
  /** Where the name of the product leads. Default `/`. */
  home?: string | undefined;
  nav?: readonly NavItem[] | undefined;
  user?: SignedInUser | undefined;
  /** Where the log-out form is sent (POST). */
  logOut?: string | undefined;
  search?: TopSearch | undefined;
};

/** The top: name, menu, search, who I am; under 1080 px all of it in one fold. */
export function Header({ home = '/', nav = [], user, logOut, search }: HeaderProps) {
  const words = useWords();
  return (
    <header class="ff-top">
      <div class="ff-top__in">
        <a class="ff-brand" href={home}>
          <Brand />
          {words.brand}
        </a>
        {nav.length > 0 && (
          <nav class="ff-nav" aria-label={words.mainMenu}>
            <NavList items={nav} />
          </nav>
        )}
        {search && <Search {...search} />}
        {user && (
          <div class="ff-user">
            <span>
              <b>{user.name}</b>
              {user.capacity}
            </span>
            {logOut && <LogOut action={logOut} />}
          </div>
        )}
        {(nav.length > 0 || user) && <Menu nav={nav} user={user} logOut={logOut} search={search} />}
      </div>
    </header>
  );
}

function Menu({ nav = [], user, logOut, search }: HeaderProps) {
  const words = useWords();
  return (
    <details class="ff-menu">
      <summary>
        <Icon name="menu" />
        {words.menu}
      </summary>
      <div class="ff-menu__in">
        {search && <Search {...search} />}
        <NavList items={nav} />
        {user && (
          <div class="ff-menu__end">
            <p class="ff-small">
              {user.name}, {user.capacity}
            </p>
            {logOut && <LogOut action={logOut} />}
          </div>
        )}
      </div>
    </details>
  );
}

function NavList({ items }: { items: readonly NavItem[] }) {
  const words = useWords();
  return (
    <ul>
      {items.map(({ href, label, current, count }) => (
        <li>
          <a href={href} aria-current={current ? 'page' : undefined}>
            {label}
            {count ? (
              <>
                {' '}
                <Count count={count} said={words.waiting} />
              </>
            ) : null}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Search({ action, label, name = 'sok', value }: TopSearch) {
  return (
    <search class="ff-find">
      <form action={action} method="get">
        <Icon name="search" />
        <input type="search" name={name} value={value} aria-label={label} placeholder={label} />
      </form>
    </search>
  );
}

function LogOut({ action }: { action: string }) {
  const words = useWords();
  return (
    <form action={action} method="post" data-forgets-drafts>
      <button class="ff-btn ff-btn--3 ff-btn--sm" type="submit">
        {words.logOut}
      </button>
    </form>
  );
}

function Brand() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <rect class="ff-brand__ground" width="24" height="24" rx="5" />
      <path class="ff-brand__line" d="M5 16.5c3.5 0 3.5-8 7-8s3 4.5 7 1" />
      <circle class="ff-brand__dot" cx="19" cy="9.5" r="1.9" />
    </svg>
  );
}
