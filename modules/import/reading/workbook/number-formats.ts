import { readXml, type XmlListener } from './xml-reader.ts';

/** How a number is shown, as far as it changes what it means. `zeros`: padded to a pattern such as `000000-0000`. */
export type NumberFormat = 'plain' | 'date' | 'time' | 'moment' | 'percent' | { readonly zeros: string };

/** The formats that have a number and no pattern in the file (ECMA-376, 18.8.30). */
const builtIn: ReadonlyMap<number, NumberFormat> = new Map<number, NumberFormat>([
  ...([14, 15, 16, 17, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58] as const).map(
    (id) => [id, 'date'] as const,
  ),
  ...([18, 19, 20, 21, 32, 33, 45, 46, 47] as const).map((id) => [id, 'time'] as const),
  [22, 'moment'],
  [9, 'percent'],
  [10, 'percent'],
]);

/**
 * What a pattern such as `yyyy\-mm\-dd` shows. Texts, escaped characters, colours and languages in it do not count, nor
 * does what it says of negative numbers.
 */
export function formatOf(pattern: string): NumberFormat {
  const elapsed = pattern.replace(/\[(h+|m+|s+)\]/gi, '$1');
  const shown = elapsed.replace(/\[[^\]]*\]/g, '').split(';')[0] ?? '';
  const zeros = shown.replace(/\\/g, '').replace(/"/g, '');
  if (/^0{2,}(?:[- ]0+)?$/.test(zeros)) return { zeros };
  const bare = shown
    .replace(/"[^"]*"/g, '')
    .replace(/[\\_*]./g, '')
    .replace(/general|standard/gi, '')
    .toLowerCase();
  const day = /[yd]/.test(bare);
  const time = /[hs]/.test(bare);
  if (day) return time ? 'moment' : 'date';
  if (time) return 'time';
  if (/m/.test(bare)) return 'date';
  return bare.includes('%') ? 'percent' : 'plain';
}

/** The format of each style number of a workbook, from its `styles.xml`. */
export async function readFormats(pieces: AsyncIterable<Buffer>): Promise<readonly NumberFormat[]> {
  const own = new Map<number, NumberFormat>();
  const formats: NumberFormat[] = [];
  let inCells = false;
  const listener: XmlListener = {
    open(name, attributes) {
      if (name === 'numFmt') own.set(Number(attributes.numFmtId), formatOf(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') inCells = true;
      else if (name === 'xf' && inCells) {
        const id = Number(attributes.numFmtId ?? 0);
        formats.push(own.get(id) ?? builtIn.get(id) ?? 'plain');
      }
    },
    close(name) {
      if (name === 'cellXfs') inCells = false;
    },
  };
  for await (const _ of readXml(pieces, listener));
  return formats;
}
