import { expect, test } from 'vitest';
import { displayName, masked, protectedWords } from './person-name.ts';

const nora = { givenName: 'Nora', middleName: 'Karin', familyName: 'Lindgren' };

test('a person is called by given and family name', () => {
  expect(displayName({ ...nora, protection: 'none' })).toBe('Nora Lindgren');
});

test.each(['confidential', 'protected-registration'] as const)(
  'a protected identity (%s) is never named',
  (protection) => {
    expect(displayName({ ...nora, protection })).toBe(protectedWords);
    expect(masked({ protection })).toBe(true);
  },
);
