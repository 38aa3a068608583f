import { describe, expect, it } from 'vitest';
import { nameParts, splitMentors } from './mentor-names.ts';

const nobody = { given: new Set<string>(), family: new Set<string>() };

describe('the mentors in a cell', () => {
  it('takes several names apart at comma and semicolon', () => {
    expect(splitMentors('Larsson Kim, Berg Ali')).toEqual(['Larsson Kim', 'Berg Ali']);
    expect(splitMentors('Larsson Kim; Berg Ali;')).toEqual(['Larsson Kim', 'Berg Ali']);
  });

  it('takes "Larsson, Kim" for one person', () => {
    expect(splitMentors('Larsson, Kim')).toEqual(['Larsson Kim']);
  });

  it('takes the same name once, and an empty cell for nobody', () => {
    expect(splitMentors('Larsson Kim, Larsson  Kim')).toEqual(['Larsson Kim']);
    expect(splitMentors(' ')).toEqual([]);
  });
});

describe('which part of a name is the given name', () => {
  it('takes the family name for the first when nothing speaks against it', () => {
    expect(nameParts('Larsson Kim', nobody)).toEqual({ givenName: 'Kim', familyName: 'Larsson' });
    expect(nameParts('af Klercker Kim', nobody)).toEqual({ givenName: 'Kim', familyName: 'af Klercker' });
  });

  it('lets the names of the students in the file tell', () => {
    const known = { given: new Set(['kim']), family: new Set(['larsson']) };
    expect(nameParts('Kim Larsson', known)).toEqual({ givenName: 'Kim', familyName: 'Larsson' });
    expect(nameParts('Larsson Kim', known)).toEqual({ givenName: 'Kim', familyName: 'Larsson' });
  });

  it('takes a single word for a family name', () => {
    expect(nameParts('Larsson', nobody)).toEqual({ givenName: '', familyName: 'Larsson' });
  });
});
