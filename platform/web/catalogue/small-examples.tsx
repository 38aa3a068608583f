import { iconNames } from '../components/icons.tsx';
import {
  Actions,
  Button,
  ClosedButton,
  Columns,
  Count,
  Icon,
  Law,
  LinkButton,
  Mark,
  Note,
  Panel,
  Stack,
  Tag,
} from '../components/index.ts';

/** Buttons, marks, tags, notes and icons, each in all their states. */
export function SmallExamples() {
  return (
    <Columns pattern="even">
      <Stack>
        <Note answer tone="ok">
          <p>
            <b>Samtalet är sparat.</b> Uppföljning fre 27 nov.
          </p>
        </Note>
        <Note tone="heed" icon="flag">
          <p>
            <b>Det som saknas: godkänt i Engelska nivå 1.</b> Enklaste vägen: E i Engelska nivå 2 (
            <Law href="#innehall">15 kap. 22 §</Law>).
          </p>
        </Note>
        <Note>Underlaget räcker inte: färre än 85 procent av lektionerna är rapporterade.</Note>
      </Stack>
      <Panel id="sma" title="Knappar, märken och ikoner">
        <Actions>
          <Button type="button" icon="plus">
            Första
          </Button>
          <Button type="button" kind="2">
            Andra
          </Button>
          <Button type="button" kind="3">
            Tredje
          </Button>
          <LinkButton href="#innehall" small>
            Liten
          </LinkButton>
          <ClosedButton id="stangd2" small because="Knappen öppnas när 1 sak är klar.">
            Stängd
          </ClosedButton>
        </Actions>
        <p>
          <Mark>18 dec</Mark> <Mark tone="heed">i övermorgon, 25 nov</Mark> <Mark tone="late">1 dag sen</Mark>{' '}
          <Mark tone="ok">Klart</Mark> <Mark tone="signal">Frånvaro 22 %</Mark>
        </p>
        <p>
          <Tag icon="check">Giltig</Tag>{' '}
          <Tag tone="heed" icon="cross">
            Ogiltig
          </Tag>{' '}
          <Tag tone="ok">Bättre än väntat</Tag> <Tag tone="late">Försenad</Tag>{' '}
          <Count count={3} said="väntar" />
        </p>
        <ul class="ff-legend">
          {iconNames.map((name) => (
            <li>
              <Icon name={name} />
              {name}
            </li>
          ))}
        </ul>
      </Panel>
    </Columns>
  );
}
