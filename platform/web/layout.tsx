import { raw } from 'hono/html';
import type { Child } from 'hono/jsx';
import { web as sv } from '../../messages/sv/web.ts';
import { asset } from './assets.ts';
import { classNames } from './class-names.ts';
import { Footer, type FooterProps } from './frame-footer.tsx';
import { Header, type HeaderProps } from './frame-header.tsx';
import { type WebWords, WordsContext } from './words.ts';

/** What every page says about itself. All plain values: the layout knows nothing of the product. */
export type PageProps = HeaderProps & {
  /** In the browser's tab, before the product's name. */
  title: string;
  footer?: FooterProps | undefined;
  /** Language of the page, BCP 47. */
  lang?: string | undefined;
  dir?: 'ltr' | 'rtl' | undefined;
  /** Staff pages 16 px (`sm`), student and guardian pages 18 px (`md`). */
  size?: 'sm' | 'md' | undefined;
  /** `read` for one column of text, `narrow` for one form. */
  width?: 'wide' | 'read' | 'narrow' | undefined;
  words?: WebWords | undefined;
  children?: Child;
};

/** What the pages of one reader have in common: everything but the title and the content. */
export type PageFrame = Omit<PageProps, 'title' | 'children'>;

/** htmx without anything a strict content security policy refuses: no style sheet made by script, same origin only. */
const htmxConfig = JSON.stringify({ includeIndicatorCSS: false, history: false, mode: 'same-origin' });

/** A whole page, doctype included: `c.html(<Page title="Mina elever" …>…</Page>)`. */
export function Page({
  title,
  footer,
  lang = 'sv',
  dir = 'ltr',
  size = 'sm',
  width = 'wide',
  ...rest
}: PageProps) {
  const { words = sv, children, ...header } = rest;
  return (
    <WordsContext.Provider value={words}>
      {raw('<!doctype html>')}
      <html lang={lang} dir={dir} data-color-scheme="auto" data-size={size}>
        <Head title={`${title} – ${words.brand}`} />
        <body>
          <a class="ff-skip" href="#innehall">
            {words.skipToContent}
          </a>
          <Header {...header} />
          <main
            class={classNames('ff-body', width !== 'wide' && `ff-body--${width}`)}
            id="innehall"
            tabindex={-1}
          >
            {children}
          </main>
          {footer && <Footer {...footer} />}
        </body>
      </html>
    </WordsContext.Provider>
  );
}

function Head({ title }: { title: string }) {
  return (
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="htmx-config" content={htmxConfig} />
      <title>{title}</title>
      <link
        rel="preload"
        href={asset('source-sans-3.woff2')}
        as="font"
        type="font/woff2"
        crossorigin="anonymous"
      />
      <link rel="stylesheet" href={asset('app.css')} />
      <link rel="icon" href={asset('icon.svg')} type="image/svg+xml" />
      <script type="module" src={asset('app.js')} />
    </head>
  );
}
