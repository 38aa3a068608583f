import type { Child } from 'hono/jsx';
import { Page } from '../../../platform/web/layout.tsx';
import type { Actor } from '../actor.ts';
import { type FramePlace, readerFrame } from './reader-frame.ts';

/** A page for somebody who works at the school. */
export interface StaffPageProps extends Omit<FramePlace, 'current'> {
  readonly actor: Actor;
  readonly title: string;
  /** The place in the menu: its address. */
  readonly current: string;
  readonly width?: 'wide' | 'read' | 'narrow' | undefined;
  readonly children?: Child;
}

/** A page in the frame of a reader who works at the school. */
export function StaffPage({ actor, title, width, children, ...place }: StaffPageProps) {
  return (
    <Page {...readerFrame(actor, place)} title={title} width={width}>
      {children}
    </Page>
  );
}
