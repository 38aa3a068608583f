import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { projectRoot } from '../../../platform/server/project-root.ts';
import { ageOn, birthDate, formatCivicNumber, parseCivicNumber } from './civic-number.ts';

const on = '2026-11-23';
const list = readFileSync(join(projectRoot(), 'fixtures', 'reference', 'testpersonnummer.txt'), 'utf8');
const official = list.trim().split(/\s+/);

const read = (text: string, day = on) => {
  const parsed = parseCivicNumber(text, day);
  return parsed.ok ? parsed.civicNumber : parsed.reasons.map(({ code }) => code).join(' ');
};

describe('the four spellings', () => {
  test.each(['20090908-2380', '200909082380', '090908-2380', '0909082380'])(
    '%s is the same person',
    (text) => {
      expect(read(text)).toBe('200909082380');
    },
  );

  test.each([' 20090908-2380 ', '20090908–2380', '20090908‑2380', '20090908 2380', '\ufeff200909082380'])(
    'what programs do to a text is put right: "%s"',
    (text) => expect(read(text)).toBe('200909082380'),
  );

  test('every number of the official list is read the same in all spellings that name its century', () => {
    const misread = official.filter((number) => {
      const dashed = `${number.slice(0, 8)}-${number.slice(8)}`;
      return read(number) !== number || read(dashed) !== number;
    });
    expect(misread).toEqual([]);
  });
});

describe('the century', () => {
  test('is never guessed wrong for anybody who has not turned 100', () => {
    const days = fc.constantFrom('2026-11-23', '2026-01-01', '2027-12-31', '2031-06-15');
    fc.assert(
      fc.property(fc.constantFrom(...official), days, (number, day) => {
        const age = Number(day.slice(0, 4)) - Number(number.slice(0, 4));
        fc.pre(age < 100 && birthDate(number) <= day);
        return (
          read(`${number.slice(2, 8)}-${number.slice(8)}`, day) === number &&
          read(number.slice(2), day) === number
        );
      }),
    );
  });

  test('is the one before for who has turned 100 and is written with a plus', () => {
    expect(read('900102+9819')).toBe('189001029819');
    expect(read('900102-9819')).toBe('199001029819');
    expect(read('250101+9216')).toBe('192501019216');
  });

  test('turns on the very day of birth', () => {
    expect(read('091120-2380', '2009-11-19')).toBe('190911202380');
    expect(read('091120-2380', '2009-11-20')).toBe('200911202380');
    expect(read('091120-2380', '2009-11-21')).toBe('200911202380');
  });
});

describe('numbers of those who have no personnummer', () => {
  test('a samordningsnummer has 60 added to the day, and its bearer an age', () => {
    const number = withCheckDigit('20091180238');
    expect(read(`${number.slice(0, 8)}-${number.slice(8)}`)).toBe(number);
    expect(read(number.slice(2))).toBe(number);
    expect(birthDate(number)).toBe('2009-11-20');
  });

  test.each([
    ['20090422TF20', '20090422TF20'],
    ['090422-tf20', '20090422TF20'],
    ['20090422-TF11', '20090422TF11'],
  ])('a TF number of the school is taken as it is: %s', (text, number) => {
    expect(read(text)).toBe(number);
  });
});

describe('what is refused, with all reasons', () => {
  test.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['2,00901E+11', 'excel-exponent'],
    ['2.00901E+11', 'excel-exponent'],
    ['2E+11', 'excel-exponent'],
    ['909082380', 'lost-leading-zero'],
    ['1012382', 'lost-leading-zero'],
    ['90908-2380', 'lost-leading-zero'],
    ['20090908238', 'digit-missing'],
    ['2,00909082380E+11', 'excel-exponent'],
    ['20090908', 'birth-date-only'],
    ['20090908T238', 'unknown-form'],
    ['E002', 'unknown-form'],
    ['2009-09-08-2380', 'unknown-form'],
    ['200909082381', 'checksum'],
    ['20090230-2380', 'no-such-date checksum'],
    ['20099908TF20', 'no-such-date'],
    ['20090900-2380', 'no-such-date checksum'],
    ['20271120TF20', 'not-yet-born'],
  ])('"%s": %s', (text, reasons) => {
    expect(read(text)).toBe(reasons);
  });

  test('every reason is a Swedish sentence of its own', () => {
    const texts = [
      '',
      'E002',
      '2E+11',
      '909082380',
      '20090908',
      '20090230-2380',
      '20271120TF20',
      '200909082381',
      '20090908238',
    ];
    const says = texts.flatMap((text) => {
      const parsed = parseCivicNumber(text, on);
      return parsed.ok ? [] : parsed.reasons.map((reason) => reason.says);
    });
    expect(new Set(says).size).toBe(9);
    for (const sentence of says) expect(sentence).toMatch(/^[A-ZÅÄÖ].*\.$/);
  });

  test('any single wrong digit is found', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...official),
        fc.integer({ min: 2, max: 11 }),
        fc.integer({ min: 1, max: 9 }),
        (number, at, by) => {
          const digit = (Number(number[at]) + by) % 10;
          return !parseCivicNumber(`${number.slice(0, at)}${digit}${number.slice(at + 1)}`, on).ok;
        },
      ),
    );
  });

  test('no text whatever makes the reader fail', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d+E,.TF -]{0,16}$/)), (text) => {
        const parsed = parseCivicNumber(text, on);
        return parsed.ok ? /^\d{8}(\d{4}|TF\d{2})$/.test(parsed.civicNumber) : parsed.reasons.length > 0;
      }),
      { numRuns: 1_000 },
    );
  });
});

describe('age', () => {
  test('is the day before, on and after the birthday', () => {
    expect(ageOn('200911202380', '2027-11-19')).toBe(17);
    expect(ageOn('200911202380', '2027-11-20')).toBe(18);
    expect(ageOn('200911202380', '2027-11-21')).toBe(18);
  });

  test('turns on 1 March for who is born on a leap day, in years without one', () => {
    expect(ageOn('201202292395', '2030-02-28')).toBe(17);
    expect(ageOn('201202292395', '2030-03-01')).toBe(18);
  });
});

test('a number is written with its dash for people to read', () => {
  expect(formatCivicNumber('200909082380')).toBe('20090908-2380');
});

/** The number with the one last digit that fits. */
function withCheckDigit(eleven: string): string {
  const fitting = [...'0123456789']
    .map((digit) => `${eleven}${digit}`)
    .filter((number) => parseCivicNumber(number, on).ok);
  expect(fitting).toHaveLength(1);
  return fitting[0]!;
}
