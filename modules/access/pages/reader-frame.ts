import type { NavItem } from '../../../platform/web/frame-header.tsx';
import type { PageFrame } from '../../../platform/web/layout.tsx';
import { type Action, whyMay } from '../access.ts';
import type { Actor } from '../actor.ts';
import { capacityOf } from './capacity.ts';

/** Where on the site a page is, and what its frame tells. */
export interface FramePlace {
  /** The place in the menu: its address; none of them unless told. */
  readonly current?: string | undefined;
  /** When the data came, in words: "Närvaro till och med fre 20 nov". */
  readonly dataFrom?: string | undefined;
  /** How many wait at a place of the menu, by its address. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
}

/** The places, in the order of the menu, each with the action that opens it. */
const places: readonly { href: string; label: string; opens: Action }[] = [
  { href: '/elever', label: 'Elever', opens: 'student.list' },
  { href: '/import', label: 'Import', opens: 'import.run' },
  { href: '/export', label: 'Export', opens: 'export.organiser' },
  { href: '/gransvarden', label: 'Gränsvärden', opens: 'thresholds.read' },
  { href: '/regler', label: 'Regler', opens: 'rules.read' },
  { href: '/logg', label: 'Behörigheter och logg', opens: 'people.duties-read' },
];

/** The link to the accessibility statement, which everybody must find from every page. */
export const accessibilityLink = { href: '/tillganglighet', label: 'Tillgänglighet' };

/** The frame of whoever reads: a menu with what this person may open and nothing else, the search, and the foot. */
export function readerFrame(
  actor: Actor,
  { current = '', dataFrom, counts = {} }: FramePlace = {},
): PageFrame {
  if (actor.duties.length === 0) return studentFrame(actor, current);
  return {
    nav: menuOf(actor, current, counts),
    user: { name: actor.name, capacity: capacityOf(actor) },
    logOut: '/logga-ut',
    ...(whyMay(actor, 'student.list', 'organiser').allowed
      ? { search: { action: '/elever', label: 'Sök elev', name: 'namn' } }
      : {}),
    footer: {
      text: dataFrom ?? '',
      links: [{ href: '/sa-raknar-vi', label: 'Så räknar vi' }, accessibilityLink],
    },
  };
}

/** The frame of a student's pages: larger letters, and the one place that is hers. */
function studentFrame(actor: Actor, current: string): PageFrame {
  const own = { href: '/min-sida', label: 'Min sida', current: current === '/min-sida' };
  return {
    size: 'md',
    home: own.href,
    nav: actor.isStudent ? [own] : [],
    user: { name: actor.name, capacity: capacityOf(actor) },
    logOut: '/logga-ut',
    footer: { links: [accessibilityLink] },
  };
}

function menuOf(actor: Actor, current: string, counts: Readonly<Record<string, number>>): NavItem[] {
  const mentor = actor.duties.some((duty) => duty.role === 'mentor');
  const open = places.filter((place) => whyMay(actor, place.opens, 'organiser').allowed);
  const items = [...(mentor ? [{ href: '/mina-elever', label: 'Mina elever' }] : []), ...open];
  return items.map(({ href, label }) => ({ href, label, current: href === current, count: counts[href] }));
}
