import { Hono } from 'hono';
import type { Child } from 'hono/jsx';
import { Law, List, ListItem, PageHead, Panel } from '../../../platform/web/components/index.ts';
import { Page } from '../../../platform/web/layout.tsx';
import { type Actor, type PageEnv, readerFrame } from '../../access/index.ts';

/** `/tillganglighet`. Everybody may read it, also without having logged in: mount it before the log-in is asked for. */
export function accessibilityPages(): Hono<PageEnv> {
  return new Hono<PageEnv>().get('/tillganglighet', (c) =>
    c.html(<AccessibilityPage actor={c.get('actor') as Actor | undefined} />),
  );
}

const title = 'Tillgänglighet';

/**
 * The accessibility statement that the law asks for (13 § lagen (2018:1937) om tillgänglighet till digital offentlig
 * service), with what is known and what is not tested. Whoever runs the service completes it: docs/legal.
 */
export function AccessibilityPage({ actor }: { actor?: Actor | undefined }) {
  return (
    <Frame actor={actor}>
      <PageHead title="Tillgänglighetsredogörelse för Fullfölj" meta={['Bedömd 22 november 2026']} />
      <Panel id="hur" title="Hur tillgänglig tjänsten är">
        <p>
          Fullfölj ska kunna användas av alla, oavsett hjälpmedel. Tjänsten byggs för WCAG 2.2, nivå AA, som
          går längre än lagens krav (EN 301 549, motsvarande WCAG 2.1 AA). <Law>10 § lagen (2018:1937)</Law>
        </p>
        <p>
          <b>Tjänsten är delvis förenlig med kraven.</b> Vi känner inte till något som hindrar dig, men den är
          ännu inte prövad av människor som använder skärmläsare eller andra hjälpmedel till vardags. Därför
          säger vi inte mer.
        </p>
      </Panel>
      <Panel id="kant" title="Brister vi känner till">
        <List
          items={[
            <ListItem
              title="Vida tabeller och diagram"
              detail="På smala skärmar rullar några i sidled i en egen ruta, som nås med tangentbordet. Siffrorna i diagrammen finns också som text eller tabell."
            />,
            <ListItem
              title="Filer"
              detail="CSV-filer har inga märkta rubrikceller. Excelfilen har samma innehåll, med rubrikraden låst överst."
            />,
            <ListItem title="Språk" detail="Personalens sidor finns bara på svenska." />,
          ]}
        />
      </Panel>
      <Panel id="provat" title="Hur vi har prövat">
        <List
          items={[
            'Automatiskt, i en riktig webbläsare: varje sida mot reglerna i axe, vid bredd och vid 320 bildpunkter.',
            'Utan skript: allt går att läsa och göra.',
            'Kontrast i ljust och mörkt läge, synligt fokus, rubriker i ordning, fel som text bredvid sitt fält.',
            'Inte prövat än: med skärmläsare, röststyrning och förstoring av dem som använder dem dagligen.',
          ]}
        />
      </Panel>
      <Panel id="kontakt" title="Om något hindrar dig">
        <p>
          Säg till den som ansvarar för Fullfölj på din skola eller hos din huvudman: vilken sida, vad du
          ville göra och vad som hände. Be att få uppgifterna på ett annat sätt medan felet rättas.
        </p>
        <p>
          Är du inte nöjd med svaret kan du anmäla det till Myndigheten för digital förvaltning, som har
          tillsyn över lagen: <a href="https://www.digg.se/tdosanmalan">digg.se/tdosanmalan</a>.{' '}
          <Law>13 § lagen (2018:1937)</Law>
        </p>
      </Panel>
    </Frame>
  );
}

/** Inside the reader's menu when somebody is logged in. */
function Frame({ actor, children }: { actor?: Actor | undefined; children: Child }) {
  return (
    <Page {...(actor ? readerFrame(actor) : {})} title={title} width="read">
      {children}
    </Page>
  );
}
