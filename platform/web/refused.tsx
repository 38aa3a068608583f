import type { Child } from 'hono/jsx';
import { type Check, Checks, List, Note, PageHead, type TextLink } from './components/index.ts';
import { Page, type PageFrame } from './layout.tsx';
import { useWords } from './words.ts';

/** A refusal in the order people need it: what the law says, what was tried, all that is missing, what can be done instead. */
export type RefusedProps = {
  frame: PageFrame;
  /** The page's heading: "Det här beslutet kan inte delegeras". */
  title: string;
  breadcrumb?: readonly TextLink[] | undefined;
  /** The rule in one sentence, in bold. */
  rule: Child;
  /** What the reader tried. "Inget är ändrat." follows by itself. */
  tried?: Child;
  /** The rule explained, with its paragraph. */
  why?: Child;
  /** Every reason at once. */
  missing?: readonly Check[] | undefined;
  /** What can be done instead. */
  possible?: readonly Child[] | undefined;
  actions?: Child;
  /** Rule id, version and day, as in the receipt. */
  receipt?: string | undefined;
};

/** The page of a refusal. Status 409 or 422; nothing has been saved. */
export function RefusedPage({ frame, title, breadcrumb, ...content }: RefusedProps) {
  return (
    <Page {...frame} title={title} width="read">
      <PageHead title={title} breadcrumb={breadcrumb} />
      <Refusal {...content} />
    </Page>
  );
}

type RefusalProps = Omit<RefusedProps, 'frame' | 'title' | 'breadcrumb'>;

function Refusal({ rule, tried, why, missing = [], possible = [], actions, receipt }: RefusalProps) {
  const words = useWords();
  return (
    <div class="ff-panel">
      <Note tone="heed" icon="lock" answer>
        <p>
          <b>{rule}</b> {tried} {words.nothingChanged}
        </p>
      </Note>
      {why || missing.length > 0 ? <h2>{words.why}</h2> : null}
      {why ? <p>{why}</p> : null}
      {missing.length > 0 && <Checks checks={missing} />}
      {possible.length > 0 && (
        <>
          <h2>{words.whatYouCanDo}</h2>
          <List items={possible} />
        </>
      )}
      {actions ? <div class="ff-acts">{actions}</div> : null}
      {receipt && <p class="ff-small ff-soft">{receipt}</p>}
    </div>
  );
}
