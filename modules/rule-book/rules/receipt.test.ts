import { expect, test } from 'vitest';
import {
  because,
  decide,
  defineRule,
  fact,
  missing,
  notKnown,
  ok,
  refused,
  ruleBook,
  skollagen,
} from '../../../law/index.ts';
import { type Receipt, receiptOf, tellReceipt } from './receipt.ts';

const read = skollagen.read('3 kap. 9 §', 'Läst.');
const unread = skollagen.unread('3 kap. 6 §', 'Inte läst.');
const rule = defineRule({
  id: 'test/content',
  title: 'Innehåll',
  sentence: 'Av programmet ska behovet framgå.',
  facts: { need: fact.text('Behovet'), size: fact.number('Storlek') },
  versions: [
    {
      inForce: { from: '2019-07-01' },
      basis: [read],
      check: ({ need }) => {
        if (need == null) return missing<boolean>(null, notKnown('need', 'behovet', unread));
        if (!need)
          return refused(
            false,
            because('no-need', 'Skriv behovet.', read),
            because('also', 'Läs mer.', unread),
          );
        return ok(true, because('need', 'Behovet framgår.', read), because('same', 'Det räcker.', read));
      },
    },
  ],
  example: { need: 'Hjälp att komma igång' },
});
const book = ruleBook([rule]);
const maria = { personId: 7, name: 'Maria Holm', capacity: 'rektor', on: '2026-11-22' };
const receipt = (facts: object, on = '2026-11-22') => receiptOf(book, [decide(rule, facts, on)], maria);
/** As it lies in the database: text, without functions or book. */
const stored = (of: Receipt): Receipt => JSON.parse(JSON.stringify(of));

test('a receipt keeps the decider, the day, the version, the facts, the reasons and the citations', () => {
  expect(stored(receipt({ need: 'Ro' }))).toEqual({
    format: 1,
    decider: maria,
    rules: [
      {
        id: 'test/content',
        version: '2019-07-01',
        sentence: 'Av programmet ska behovet framgå.',
        verdict: 'ok',
        value: true,
        reasons: ['Behovet framgår.', 'Det räcker.'],
        citations: ['SFS 2010:800 3 kap. 9 §'],
        unverified: [],
        facts: { need: 'Ro' },
      },
    ],
  });
});

test('tells a receipt years later without the book', () => {
  expect(tellReceipt(stored(receipt({ need: 'Ro' })))).toEqual([
    'Beslutat 2026-11-22 av Maria Holm, rektor.',
    'Av programmet ska behovet framgå. Versionen som gällde från 2019-07-01 användes. Kravet var uppfyllt. Behovet framgår. Det räcker. Stöd: SFS 2010:800 3 kap. 9 §.',
  ]);
});

test('tells what the rule said no to, and which text nobody had read', () => {
  const [, told] = tellReceipt(stored(receipt({ need: '' })));
  expect(told).toContain('Regeln sade nej. Skriv behovet. Läs mer.');
  expect(told).toContain('Stöd: SFS 2010:800 3 kap. 9 §, SFS 2010:800 3 kap. 6 §.');
  expect(told).toContain('Texten var inte läst i original: SFS 2010:800 3 kap. 6 §.');
});

test('tells what was not known, and that the book had no version', () => {
  expect(tellReceipt(receipt({}))[1]).toContain('Svaret var inte känt än. Uppgift saknas: behovet.');
  const [, before] = tellReceipt(stored(receipt({ need: 'Ro' }, '2019-06-30')));
  expect(before).toContain('Boken hade ingen version för den dagen.');
  expect(before).not.toContain('Stöd:');
});

test('a receipt of several rules tells each; of none, only who decided', () => {
  const two = receiptOf(
    book,
    [decide(rule, { need: 'Ro' }, '2026-11-22'), decide(rule, {}, '2026-11-22')],
    maria,
  );
  expect(tellReceipt(two)).toHaveLength(3);
  expect(tellReceipt(receiptOf(book, [], maria))).toEqual(['Beslutat 2026-11-22 av Maria Holm, rektor.']);
});

test('a rule that is no longer in the book is told by its id', () => {
  const gone = receiptOf(ruleBook([]), [decide(rule, { need: 'Ro' }, '2026-11-22')], maria);
  expect(gone.rules[0]?.sentence).toBe('test/content');
});
