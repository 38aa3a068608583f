import type { Child } from 'hono/jsx';
import type { NavItem } from '../../../platform/web/frame-header.tsx';
import { Page } from '../../../platform/web/layout.tsx';
import { type Action, whyMay } from '../access.ts';
import type { Actor } from '../actor.ts';
import { capacityOf } from './capacity.ts';

/** A page for somebody who works at the school. */
export interface StaffPageProps {
  readonly actor: Actor;
  readonly title: string;
  /** The place in the menu: its address. */
  readonly current: string;
  /** When the data came, in words: "Närvaro till och med fre 20 nov". */
  readonly dataFrom?: string | undefined;
  /** How many wait at a place of the menu, by its address. */
  readonly counts?: Readonly<Record<string, number>> | undefined;
  readonly width?: 'wide' | 'read' | 'narrow' | undefined;
  readonly children?: Child;
}

/** The places, in the order of the menu, each with the action that opens it. */
const places: readonly { href: string; label: string; opens: Action }[] = [
  { href: '/elever', label: 'Elever', opens: 'student.list' },
  { href: '/import', label: 'Import', opens: 'import.run' },
  { href: '/gransvarden', label: 'Gränsvärden', opens: 'thresholds.read' },
  { href: '/regler', label: 'Regler', opens: 'rules.read' },
  { href: '/logg', label: 'Behörigheter och logg', opens: 'people.duties-read' },
];

/** The frame of a staff page: a menu with what this person may open, and nothing else. */
export function StaffPage({ actor, title, current, dataFrom, counts = {}, width, children }: StaffPageProps) {
  return (
    <Page
      title={title}
      width={width}
      nav={menuOf(actor, current, counts)}
      user={{ name: actor.name, capacity: capacityOf(actor) }}
      logOut="/logga-ut"
      {...(whyMay(actor, 'student.list', 'organiser').allowed
        ? { search: { action: '/elever', label: 'Sök elev', name: 'namn' } }
        : {})}
      footer={{
        text: dataFrom ?? '',
        links: [
          { href: '/sa-raknar-vi', label: 'Så räknar vi' },
          { href: '/tillganglighet', label: 'Tillgänglighet' },
        ],
      }}
    >
      {children}
    </Page>
  );
}

function menuOf(actor: Actor, current: string, counts: Readonly<Record<string, number>>): NavItem[] {
  const mentor = actor.duties.some((duty) => duty.role === 'mentor');
  const open = places.filter((place) => whyMay(actor, place.opens, 'organiser').allowed);
  const items = [...(mentor ? [{ href: '/mina-elever', label: 'Mina elever' }] : []), ...open];
  return items.map(({ href, label }) => ({ href, label, current: href === current, count: counts[href] }));
}
