import type { Child } from 'hono/jsx';
import { Panel } from './panel.tsx';

/** Why it is empty, when it fills, and something useful to do meanwhile. Never "no data" alone, never a green tick. */
export type EmptyStateProps = { id: string; title: string; why: Child; children?: Child };

/** A panel in place of an empty list. */
export function EmptyState({ id, title, why, children }: EmptyStateProps) {
  return (
    <Panel id={id} title={title}>
      <p>{why}</p>
      {children}
    </Panel>
  );
}
