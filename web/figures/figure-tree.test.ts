import { describe, expect, it } from 'vitest';
import { nestFigures } from './figure-tree.ts';

const line = (id: string, partOfId: string | null = null) => ({ id, partOfId });

describe('figures with their parts', () => {
  it('stand below their total, in the order entered', () => {
    const nested = nestFigures([line('all'), line('units'), line('economy', 'all'), line('culture', 'all')]);
    expect(nested.map(({ figure, depth }) => `${'-'.repeat(depth)}${figure.id}`)).toEqual([
      'all',
      '-economy',
      '-culture',
      'units',
    ]);
  });

  it('are never lost, even when their total is missing or they go round in a ring', () => {
    const nested = nestFigures([line('a', 'gone'), line('b', 'c'), line('c', 'b')]);
    expect(nested.map(({ figure }) => figure.id).toSorted()).toEqual(['a', 'b', 'c']);
  });
});
