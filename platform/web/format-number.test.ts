import { describe, expect, it } from 'vitest';
import {
  change,
  citationText,
  figuresTogether,
  minutes,
  number,
  ofTotal,
  percent,
  plural,
  share,
} from './format.ts';

const shown = (text: string) => text.replaceAll('\u202f', '_').replaceAll('\u00a0', '~');

describe('figures in Swedish', () => {
  it('have a thin space between thousands and a decimal comma', () => {
    expect([999, 1000, 18402, 1234567].map((value) => shown(number(value)))).toEqual([
      '999',
      '1_000',
      '18_402',
      '1_234_567',
    ]);
    expect(shown(number(1234.56, 1))).toBe('1_234,6');
  });

  it('have a real minus sign, and none on a zero that was rounded', () => {
    expect(number(-3)).toBe('−3');
    expect(number(-0.04, 1)).toBe('0,0');
  });

  it('keep percent together with its sign', () => {
    expect(shown(percent(22))).toBe('22~%');
    expect(shown(percent(93.42, 1))).toBe('93,4~%');
    expect(shown(share(18 / 82))).toBe('22~%');
  });

  it('show the direction of a change, and none when nothing changed', () => {
    expect([change(0.8, 1), change(-0.8, 1), change(0), change(0.04, 1)]).toEqual([
      '+0,8',
      '−0,8',
      '0',
      '0,0',
    ]);
  });

  it('count one and many with the right word', () => {
    expect([0, 1, 2].map((count) => shown(plural(count, 'elev', 'elever')))).toEqual([
      '0~elever',
      '1~elev',
      '2~elever',
    ]);
  });

  it('say a part of a whole', () => {
    expect(ofTotal(18, 82, 'lektioner')).toBe('18 av 82 lektioner');
    expect(ofTotal(4, 25)).toBe('4 av 25');
  });

  it('turn minutes into hours from sixty', () => {
    expect([0, 59, 60, 280].map((value) => shown(minutes(value)))).toEqual([
      '0~min',
      '59~min',
      '1~h',
      '4~h~40~min',
    ]);
  });
});

describe('sentences', () => {
  it('never part a figure from the word after it', () => {
    expect(shown(figuresTogether('Frånvaro 22 % senaste 4 skolveckorna: 18 av 82 lektioner. 3 Nya'))).toBe(
      'Frånvaro 22~% senaste 4~skolveckorna: 18~av 82~lektioner. 3 Nya',
    );
  });

  it('break a citation only before the name of the law', () => {
    expect(shown(citationText('15 kap. 19 a § skollagen'))).toBe('15~kap.~19~a~§ skollagen');
    expect(shown(citationText('26 a kap. 4 § skollagen'))).toBe('26~a~kap.~4~§ skollagen');
    expect(shown(citationText('10 § lagen (2018:1937)'))).toBe('10~§ lagen (2018:1937)');
  });
});
