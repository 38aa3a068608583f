import { expect, test } from 'vitest';
import { type Joinable, joinedPerson } from './joined-person.ts';

const empty: Joinable = {
  civicNumber: null,
  sourceId: null,
  federatedName: null,
  middleName: null,
  email: null,
  homeMunicipality: null,
  protection: 'none',
};
const full: Joinable = {
  civicNumber: '20090908TF20',
  sourceId: 'E1',
  federatedName: 'nora@skola.se',
  middleName: 'Karin',
  email: 'nora@exempel.se',
  homeMunicipality: '0180',
  protection: 'confidential',
};

test('who lacks something gets it from the other, and who has it keeps it', () => {
  expect(joinedPerson(empty, full)).toEqual(full);
  expect(joinedPerson(full, { ...full, email: 'annan@exempel.se', sourceId: 'E2' })).toEqual(full);
  expect(joinedPerson(full, empty)).toEqual(full);
});

test('the stricter protection of the two holds, whoever had it', () => {
  const order = ['none', 'confidential', 'protected-registration'] as const;
  for (const [low, one] of order.entries())
    for (const [high, other] of order.entries())
      expect(joinedPerson({ ...empty, protection: one }, { ...empty, protection: other }).protection).toBe(
        order[Math.max(low, high)],
      );
});
