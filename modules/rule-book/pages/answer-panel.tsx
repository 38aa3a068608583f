import { citation, type Decided, type Outcome, type Reason } from '../../../law/index.ts';
import { DataText, Law, List, Open, Panel, Tag } from '../../../platform/web/components/index.ts';
import { dayLong } from '../../../platform/web/format.ts';
import { citationWords } from './in-force-words.ts';

const heads: Readonly<Record<Outcome, string>> = {
  ok: 'Svar',
  refused: 'Regeln säger nej',
  missing: 'Det går inte att svara än',
};

/** What the rule answered: all reasons with their paragraphs, and the whole answer as data. */
export function AnswerPanel({ decided }: { decided: Decided }) {
  const { verdict, value, reasons, on, version } = decided;
  const unused = decided.unused.map((name) => `Regeln frågar inte efter ${name}.`);
  return (
    <div role="status">
      <Panel id="svar" title={heads[verdict]} lead aside={asked(on, version)}>
        <List items={[...reasons.map((reason) => <Said reason={reason} />), ...unused]} />
        {value !== null && (
          <Open summary="Svaret som data">
            <DataText value={value} />
          </Open>
        )}
      </Panel>
    </div>
  );
}

function asked(on: string, version: string | null): string {
  if (!version) return 'Ingen version i boken';
  return `Prövat för ${dayLong(on)}, version från ${dayLong(version)}`;
}

/** A rule writes days as machines read them; here they are read by people. */
function Said({ reason: { says, basis } }: { reason: Reason }) {
  return (
    <>
      {says.replaceAll(/\b\d{4}-\d{2}-\d{2}\b/g, dayLong)}
      {basis.map((each, index) => (
        <>
          {index > 0 ? ', ' : ' '}
          <Law>{each.kind === 'routine' ? `${citation(each)}, huvudmannens egen` : citationWords(each)}</Law>
          {!each.verified && (
            <>
              {' '}
              <Tag tone="heed">Inte läst i original</Tag>
            </>
          )}
        </>
      ))}
    </>
  );
}
