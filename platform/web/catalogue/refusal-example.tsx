import { Law, LinkButton } from '../components/index.ts';
import type { PageFrame } from '../layout.tsx';
import { RefusedPage } from '../refused.tsx';

/** A refusal with all its parts. */
export function RefusalExample({ frame }: { frame: PageFrame }) {
  return (
    <RefusedPage
      frame={frame}
      title="Det här beslutet kan inte delegeras"
      breadcrumb={[
        { href: '#innehall', label: 'Beslut' },
        { href: '#innehall', label: 'Tindra Falk' },
      ]}
      rule="Distansundervisning som särskilt stöd beslutas av rektorn själv."
      tried="Du försökte lämna över beslutet för Tindra Falk till Helena Brink, biträdande rektor."
      why={
        <>
          Rektorn får delegera de flesta beslut om särskilt stöd, men inte beslut om distansundervisning.{' '}
          <Law href="#innehall">3 kap. 9 § och 11 a § skollagen</Law>
        </>
      }
      missing={[
        { met: false, what: 'Tindras medgivande', detail: 'Eleven ska själv medge distansundervisning.' },
        { met: false, what: 'Slutdatum', detail: 'Beslutet får gälla högst en termin i taget.' },
      ]}
      possible={[
        <>
          <b>Besluta själv</b> när medgivandet finns. Underlaget är i övrigt klart.
        </>,
        <>
          <b>Låta Helena förbereda</b> ärendet och lägga fram det för dig.
        </>,
      ]}
      actions={
        <>
          <LinkButton href="#innehall">Be Tindra om medgivande</LinkButton>
          <LinkButton href="#innehall" kind="3">
            Tillbaka till ärendet
          </LinkButton>
        </>
      }
      receipt="Regel sarskilt-stod.distans.delegation, version 3, prövad 30 november 2026."
    />
  );
}
