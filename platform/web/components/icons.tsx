import type { Child } from 'hono/jsx';

/** One stroke of 1.6 in a box of 16. Sun = strength, flag = signal or concern, clock = deadline, warning = missing, lock = protected or closed. */
const shapes = {
  sun: 'M8 5.2a2.8 2.8 0 1 0 0 5.6 2.8 2.8 0 0 0 0-5.6M8 1.5v1.6M8 12.9v1.6M1.5 8h1.6M12.9 8h1.6M3.4 3.4l1.1 1.1M11.5 11.5l1.1 1.1M3.4 12.6l1.1-1.1M11.5 4.5l1.1-1.1',
  flag: 'M4 14V2.5h8L10.2 5.4 12 8.3H4',
  clock: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 5v3.2l2.2 1.6',
  warning: 'M8 2.2 14.2 13.5H1.8zM8 6.5v3M8 11.6v.1',
  lock: 'M4 7.2h8v6.3H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  calendar: 'M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2.2V5M10.5 2.2V5',
  file: 'M4 1.8h5.2L12.5 5v9.2H4zM9 2v3.3h3.3M6 8.5h4.5M6 11h4.5',
  chat: 'M2.5 3h11v8h-6l-3 2.6V11h-2z',
  check: 'M3 8.5 6.5 12 13 4.5',
  cross: 'M4 4l8 8M12 4l-8 8',
  chevron: 'M6 3.5 10.5 8 6 12.5',
  up: 'M3.5 10 8 5.5 12.5 10',
  search: 'M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9M10.4 10.4 14 14',
  menu: 'M2.5 4.5h11M2.5 8h11M2.5 11.5h11',
  print: 'M4.5 6V2.2h7V6M4.5 11.5h-2V6h11v5.5h-2M4.5 9.5h7v4.3h-7z',
  download: 'M8 2.5v8M4.5 7.2 8 10.7l3.5-3.5M3 13.5h10',
  upload: 'M8 10.7v-8M4.5 6 8 2.5 11.5 6M3 13.5h10',
  plus: 'M8 3v10M3 8h10',
  person: 'M8 2.5a2.7 2.7 0 1 0 0 5.4 2.7 2.7 0 0 0 0-5.4M2.8 13.8c.4-3 2.4-4.3 5.2-4.3s4.8 1.3 5.2 4.3',
  undo: 'M5.5 3 2.5 6l3 3M2.5 6H10a3.5 3.5 0 0 1 0 7H6.5',
  info: 'M8 2a6 6 0 1 0 0 12A6 6 0 0 0 8 2M8 7.3V11M8 5v.1',
} as const;

/** The names of the icons. */
export type IconName = keyof typeof shapes;

/** All icon names, for the catalogue. */
export const iconNames = Object.keys(shapes) as IconName[];

/** An icon beside words; never alone, so it is hidden from screen readers. `flip` only for arrows in right-to-left. */
export function Icon({ name, flip = false }: { name: IconName; flip?: boolean }): Child {
  return (
    <svg
      class={flip ? 'ff-ico ff-ico--flip' : 'ff-ico'}
      viewBox="0 0 16 16"
      aria-hidden="true"
      focusable="false"
    >
      <path d={shapes[name]} />
    </svg>
  );
}
