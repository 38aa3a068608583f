import { describe, expect, it } from 'vitest';
import {
  countDifferences,
  type Difference,
  type DifferenceKind,
  differenceKinds,
  mostOfAKind,
  mostTold,
  tellingDifferences,
} from './telling-differences.ts';

function differences(kind: DifferenceKind, count: number, size = 0): readonly Difference[] {
  return Array.from({ length: count }, (_, index) => ({
    kind,
    studentId: index + 1,
    unitId: 1,
    masked: false,
    what: null,
    before: null,
    after: null,
    place: { file: 'elever.csv', row: index + 2 },
    size,
  }));
}

const kindsOf = (told: readonly Difference[]) => told.map((each) => each.kind);

describe('the differences that tell most', () => {
  it('are none when nothing changes', () => {
    expect(tellingDifferences([])).toEqual([]);
  });

  it('begin with who would lose a protection marking, whatever the order of the file', () => {
    const told = tellingDifferences([
      ...differences('class', 1),
      ...differences('ended', 1),
      ...differences('protection-lost', 1),
    ]);
    expect(kindsOf(told)).toEqual(['protection-lost', 'ended', 'class']);
  });

  it('are five of a kind and not twenty, below, at and above the limit', () => {
    for (const [count, shown] of [
      [mostOfAKind - 1, mostOfAKind - 1],
      [mostOfAKind, mostOfAKind],
      [312, mostOfAKind],
    ] as const)
      expect(tellingDifferences(differences('class', count))).toHaveLength(shown);
  });

  it('tell everybody who would lose a protection marking, up to twenty', () => {
    expect(tellingDifferences(differences('protection-lost', 12))).toHaveLength(12);
    expect(tellingDifferences(differences('protection-lost', 30))).toHaveLength(mostTold);
  });

  it('are never more than twenty, and each kind gets its turn before a serious one gets its second', () => {
    const told = tellingDifferences(differenceKinds.flatMap((kind) => differences(kind, 40)));
    expect(told).toHaveLength(mostTold);
    expect(new Set(kindsOf(told))).toEqual(new Set(differenceKinds));
    expect(kindsOf(told).filter((kind) => kind === 'protection-lost')).toHaveLength(2);
    expect(kindsOf(told).filter((kind) => kind === 'new-student')).toHaveLength(1);
  });

  it('are the largest of their kind', () => {
    const weeks = [60, 1_200, 300].flatMap((size) => differences('absence', 3, size));
    expect(tellingDifferences(weeks).map((each) => each.size)).toEqual([1_200, 1_200, 1_200, 300, 300]);
  });
});

describe('how many differences there are', () => {
  it('is counted by kind, with what was counted elsewhere instead of what was looked up', () => {
    const found = [...differences('class', 317), ...differences('absence', 20)];
    expect(countDifferences(found, { absence: 4_000 })).toEqual({ class: 317, absence: 4_000 });
    expect(countDifferences([])).toEqual({});
  });
});
