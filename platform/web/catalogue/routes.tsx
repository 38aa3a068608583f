import { Hono } from 'hono';
import { LinkButton } from '../components/index.ts';
import { ErrorPage } from '../error-page.tsx';
import type { PageFrame } from '../layout.tsx';
import { NotFoundPage } from '../not-found.tsx';
import { Catalogue } from './catalogue.tsx';
import { ErrorFormExample } from './error-form-example.tsx';
import { RefusalExample } from './refusal-example.tsx';

const frame: PageFrame = {
  nav: [
    { href: '/katalog', label: 'Katalog', current: true, count: 3 },
    { href: '/katalog/saknas', label: 'Saknas' },
    { href: '/katalog/fel', label: 'Fel' },
    { href: '/katalog/formular', label: 'Formulär' },
    { href: '/katalog/nekat', label: 'Nekat', count: 1 },
  ],
  user: { name: 'Maria Holm', capacity: 'Mentor, Ekdalagymnasiet' },
  logOut: '/logga-ut',
  search: { action: '/katalog', label: 'Sök elev' },
  footer: {
    text: 'Uppgifter hämtade i dag kl. 05.10',
    links: [
      { href: '#innehall', label: 'Så räknar vi' },
      { href: '#innehall', label: 'Tillgänglighet' },
    ],
  },
};

/** Every component in every state, with invented people: for pictures, checks and talk. Served in demonstration mode only. */
export function catalogueRoutes(): Hono {
  const back = <LinkButton href="/katalog">Till katalogen</LinkButton>;
  return new Hono()
    .get('/katalog', (c) => c.html(<Catalogue frame={frame} />))
    .get('/katalog/saknas', (c) =>
      c.html(
        <NotFoundPage
          frame={frame}
          hints={[
            <>
              <b>Följde du en gammal länk?</b> Sök på namnet i dina egna elever.
            </>,
          ]}
          actions={back}
        />,
        404,
      ),
    )
    .get('/katalog/fel', (c) => c.html(<ErrorPage frame={frame} reference="7F3A-21" actions={back} />, 500))
    .get('/katalog/formular', (c) => c.html(<ErrorFormExample frame={frame} />, 422))
    .get('/katalog/nekat', (c) => c.html(<RefusalExample frame={frame} />, 409));
}
