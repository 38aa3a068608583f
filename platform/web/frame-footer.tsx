/** A link in words. */
export type TextLink = { href: string; label: string };

/** The foot says when data came ("Uppgifter hämtade i dag kl. 05.10") and where to read more. */
export type FooterProps = { text?: string | undefined; links?: readonly TextLink[] | undefined };

/** The foot of a page. */
export function Footer({ text, links = [] }: FooterProps) {
  return (
    <footer class="ff-foot">
      {text && <span>{text}</span>}
      {links.map(({ href, label }) => (
        <a href={href}>{label}</a>
      ))}
    </footer>
  );
}
