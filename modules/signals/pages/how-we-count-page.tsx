import type { LocalDate } from '../../../platform/local-date.ts';
import { Law, List, ListItem, PageHead, Panel } from '../../../platform/web/components/index.ts';
import { type Actor, StaffPage } from '../../access/index.ts';
import { withCatalogue } from '../commands/set-thresholds-check.ts';
import { weeklyBudget } from '../engine/index.ts';
import type { OwnThreshold } from '../queries/thresholds.ts';
import { type Limits, limitsOn, ruleCards, signalIds } from '../rules/index.ts';
import { neverUsed } from './signal-words.ts';

/** Så räknar vi: what all signals have in common, and the way to each of them. */
export function HowWeCountPage({
  actor,
  own,
  today,
}: {
  actor: Actor;
  own: readonly OwnThreshold[];
  today: LocalDate;
}) {
  const limits = limitsOn(withCatalogue(own), today);
  return (
    <StaffPage actor={actor} title="Så räknar vi" current="" width="read">
      <PageHead
        title="Så räknar vi"
        meta={['Samma regler för alla elever', 'gränserna bestäms av huvudmannen']}
      />
      <Panel id="signaler" title="Signalerna">
        <List
          items={signalIds.map((id) => (
            <>
              <a class="ff-link" href={`/signaler/${id}`}>
                {ruleCards[id].name}
              </a>
              <small>{ruleCards[id].means}</small>
            </>
          ))}
        />
      </Panel>
      <Weeks limits={limits} />
      <Life limits={limits} />
      <Order />
      <NeverUsed />
    </StaffPage>
  );
}

function Weeks({ limits }: { limits: Limits }) {
  return (
    <Panel id="underlag" title="Vad som räknas">
      <List
        items={[
          <ListItem
            title="Skolveckor"
            detail="En vecka räknas när eleven hade minst hälften av sina vanliga lektioner. Lov, studiedagar och veckor då hela klassen stod stilla hoppas över, de räknas inte som noll."
          />,
          <ListItem
            title="Bara det som är rapporterat"
            detail="En lektion som ingen har rapporterat är varken närvaro eller frånvaro. Den räknas bort, och det syns hur många de är."
          />,
          <ListItem
            title="Minsta underlag"
            detail={`Minst ${limits['common.lessons']} rapporterade lektioner och minst ${limits['common.reporting']} % rapporterat. Annars står det ”otillräckligt underlag”, aldrig att allt är bra.`}
          />,
          <ListItem
            title="Jämfört med eleven själv och klassen"
            detail="Elevens egen tidigare nivå står alltid bredvid. Klassens median visas när minst tio elever kan jämföras."
          />,
          <ListItem
            title="Samma siffra överallt"
            detail="Listan, elevens sida och filen läser samma uträkning. Varje siffra går att öppna till sina lektioner på elevens sida."
          />,
        ]}
      />
    </Panel>
  );
}

function Life({ limits }: { limits: Limits }) {
  return (
    <Panel id="liv" title="När en signal tänds, vilar och släcks">
      <List
        items={[
          <ListItem
            title="Tre nivåer"
            detail="Bevaka, agera och akut. De säger hur bråttom det är för skolan, inte hur eleven är."
          />,
          <ListItem
            title="Bekräftas först"
            detail={`De flesta signaler visas när villkoret har gällt ${limits['common.confirm']} skolveckor i rad. Akut nivå, lång sammanhängande frånvaro och att någon har bett om hjälp visas genast.`}
          />,
          <ListItem
            title="Vilar när någon gör något"
            detail={`Efter ett samtal vilar signalen till den dag ni bestämde för nästa steg, eller ${limits['common.rest']} veckor om ingen dag bestämdes. Den kommer tillbaka tidigare bara om läget blir sämre.`}
          />,
          <ListItem
            title="”Stämmer inte”"
            detail="Då vilar signalen tills läget ändras. Svaren räknas per signal, så att regler och gränser som ofta har fel kan ändras."
          />,
        ]}
      />
    </Panel>
  );
}

function Order() {
  return (
    <Panel id="ordning" title="Vem som står först">
      <p>
        Akut nivå står först. Sedan räknas nivåerna ihop, resultat och uppgifter lite tyngre än närvaro, och
        den som har haft en signal i mer än sex veckor eller fått det sämre de senaste fyra kommer högre.
        Ordningen är ingen sannolikhet och visas aldrig som ett tal.
      </p>
      <p>
        En mentor får högst {weeklyBudget} elever med nya signaler i veckan. De övriga väntar, synligt. Akut
        nivå och elevens egna ord väntar aldrig.
      </p>
    </Panel>
  );
}

function NeverUsed() {
  return (
    <Panel id="anvands-aldrig" title="Vad som aldrig används">
      <p>
        Ingen signal, ordning eller lista räknas på något av det här. Beräkningen har ingen plats för det:
      </p>
      <List items={neverUsed} />
      <p>
        Det går inte heller att söka fram elever på känsliga personuppgifter. Sådana sökningar är förbjudna:{' '}
        <Law>26 a kap. 4 § skollagen</Law> för enskilda huvudmän och <Law>3 kap. 3 § lagen (2018:218)</Law>{' '}
        för kommuner och regioner.
      </p>
    </Panel>
  );
}
