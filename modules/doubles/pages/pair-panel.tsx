import { personWords as words } from '../../../messages/sv/persons.ts';
import {
  Actions,
  Button,
  ClosedButton,
  Columns,
  List,
  Note,
  Panel,
  Table,
} from '../../../platform/web/components/index.ts';
import { displayName, protectedWords } from '../../people/index.ts';
import type { Double, Proposal } from '../queries/likely-doubles.ts';
import { type PairFact, pairFacts } from './pair-facts.ts';

/** Two side by side: what is known of each, what speaks for and against, what would move; and the two answers. */
export function PairPanel({ proposal }: { proposal: Proposal }) {
  const { stays, goes, isMasked } = proposal;
  const { pair } = words;
  const title = isMasked ? protectedWords : pair.two(displayName(stays), displayName(goes));
  const id = `par-${stays.personId}-${goes.personId}`;
  return (
    <Panel id={id} title={title}>
      {isMasked && <Note icon="lock">{words.protectedPair}</Note>}
      <Table<PairFact>
        caption={pair.caption(title)}
        captionHidden
        fold
        fit
        top
        rows={pairFacts(proposal)}
        columns={[
          { head: pair.fact, rowHeader: true, cell: (fact) => fact.what },
          { head: pair.stays, cell: (fact) => fact.stays, foldLabel: pair.stays, foldLine: true },
          { head: pair.goes, cell: (fact) => fact.goes, foldLabel: pair.goes, foldLine: true },
        ]}
      />
      <Evidence proposal={proposal} />
      <p class="ff-small ff-soft">
        {words.staysBecause[proposal.because]} {pair.moves(words.counts(goes.about))}{' '}
        {goes.about.lessons > 0 && stays.about.lessons > 0 && pair.doubled}
      </p>
      <Answers id={id} proposal={proposal} title={title} />
    </Panel>
  );
}

function Evidence({ proposal: { speaksFor, speaksAgainst } }: { proposal: Proposal }) {
  const { pair } = words;
  return (
    <Columns pattern="even">
      <div>
        <h3>{pair.for}</h3>
        <List items={speaksFor.map((code) => words.speaksFor[code])} />
      </div>
      <div>
        <h3>{pair.against}</h3>
        <List
          items={
            speaksAgainst.length === 0
              ? [<span class="ff-soft">{pair.againstNone}</span>]
              : speaksAgainst.map((code) => words.speaksAgainst[code])
          }
        />
      </div>
    </Columns>
  );
}

function Answers({ id, proposal, title }: { id: string; proposal: Proposal; title: string }) {
  const { stays, goes, outOfReach } = proposal;
  const { pair } = words;
  if (outOfReach)
    return (
      <Actions>
        <ClosedButton kind="2" id={`${id}-skal`} because={words.outOfReach[outOfReach]}>
          {pair.merge}
        </ClosedButton>
      </Actions>
    );
  return (
    <form action="/import/dubbletter/sla-ihop" method="post">
      <Hidden name="stannar" person={stays} />
      <Hidden name="gar" person={goes} />
      <Actions>
        <Button kind="2">
          {pair.merge}
          <span class="ff-sr"> {title}</span>
        </Button>
        <Button kind="3" formaction="/import/dubbletter/inte-samma">
          {pair.apart}
          <span class="ff-sr"> {title}</span>
        </Button>
      </Actions>
    </form>
  );
}

/** Who, and the version that the page was made of: an old page changes nothing. */
function Hidden({ name, person }: { name: string; person: Double }) {
  return (
    <>
      <input type="hidden" name={name} value={String(person.personId)} />
      <input type="hidden" name={`${name}-version`} value={String(person.version)} />
    </>
  );
}
