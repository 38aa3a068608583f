import { exportWords } from '../../../messages/sv/export.ts';
import { List, Open, Panel } from '../../../platform/web/components/index.ts';
import { readableSheets, wholeSheets } from '../write-organiser.ts';

const words = exportWords.page.contents;

/** The files of the archive, each in a sentence. */
export function ContentsPanel({ whole }: { whole: boolean }) {
  const readable = ['elever', 'narvaro', ...readableSheets.slice(1).map(({ file }) => file)];
  return (
    <Panel id="filer" title={words.title}>
      <h3 class="ff-small">{words.readable}</h3>
      <Files names={readable} />
      {whole && (
        <Open id="ocksa" summary={words.further}>
          <Files names={wholeSheets.map(({ file }) => file)} />
        </Open>
      )}
      <p class="ff-small ff-soft">{words.readme}</p>
    </Panel>
  );
}

function Files({ names }: { names: readonly string[] }) {
  return (
    <List
      items={names.map((name) => {
        const { title, says } = exportWords.files[name]!;
        return (
          <>
            {title}
            <small>{says}</small>
          </>
        );
      })}
    />
  );
}
