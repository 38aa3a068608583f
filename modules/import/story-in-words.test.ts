import { describe, expect, it } from 'vitest';
import type { MissingReport } from './report.ts';
import { countsInWords, missingInWords, missingWeeksInWords } from './story-in-words.ts';

const plain = (texts: readonly string[]) => texts.map((text) => text.replaceAll('\u00a0', ' '));
const unit: MissingReport = {
  unitId: 1,
  unit: 'Ekdalagymnasiet',
  enrolled: 300,
  named: 300,
  compared: 'unit',
  classes: [],
  absentClasses: [],
  missing: 0,
};

describe('a run in words', () => {
  it('counts what changes, the most serious first', () => {
    expect(countsInWords({ class: 312, ended: 2, mentor: 0 })).toEqual(['2 avslutas', '312 byter klass']);
  });

  it('says of a unit that everybody is there, and of several how many', () => {
    expect(plain(missingInWords([unit]))).toEqual([
      'Ekdalagymnasiet: alla 300 inskrivna elever står i filerna.',
    ]);
    expect(plain(missingInWords([{ ...unit, missing: 2 }, unit, unit]))).toEqual([
      'Ekdalagymnasiet: 2 av 300 inskrivna elever står inte i filerna.',
      'På 2 skolenheter till står alla inskrivna elever i filerna.',
    ]);
  });

  it('names the classes that were left out whole, and those that alone were compared', () => {
    const out = { ...unit, missing: 2, absentClasses: ['NA23A', 'NA23B'] };
    expect(missingInWords([out])[0]).toContain(
      'Ingen i klasserna NA23A och NA23B står i filerna. De klasserna är inte jämförda.',
    );
    const part: MissingReport = { ...unit, compared: 'classes', named: 30, classes: ['NA25A'], missing: 1 };
    expect(plain(missingInWords([part]))[0]).toContain(
      'filerna har 30 av 300 inskrivna elever. Därför jämförs bara klassen NA25A. 1 elev saknas där.',
    );
  });

  it('says that nobody is compared when nobody, or no whole class, is there', () => {
    const nothing = { ...unit, compared: 'nothing', missing: 0 } as const;
    expect(missingInWords([{ ...nothing, named: 0 }])[0]).toContain('ingen av de 300 inskrivna eleverna');
    expect(missingInWords([{ ...nothing, named: 5 }])[0]).toContain(
      '5 av 300 inskrivna elever och ingen hel klass',
    );
  });

  it('lists ten weeks and counts the others', () => {
    const week = { unit: 'Ekdalagymnasiet', monday: '2026-11-09', inFiles: 600, here: 1_200, isPart: false };
    expect(missingWeeksInWords([])).toEqual([]);
    const said = plain(missingWeeksInWords(Array.from({ length: 12 }, () => week)));
    expect(said[0]).toBe('Ekdalagymnasiet, vecka 46: filerna har 10 h lektionstid av 20 h som står här.');
    expect(said.slice(10)).toEqual(['Och 2 veckor till.', 'Lektioner som inte står i filerna ligger kvar.']);
  });
});
