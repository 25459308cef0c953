import { describe, expect, it } from 'vitest';
import { openedFirst, TOP, treeMove, treeRows, type TreeUnit } from './tree-rows.ts';

const unit = (id: string, parentId: string | null, childCount = 0): TreeUnit => ({
  id,
  parentId,
  childCount,
  name: id,
  shortName: id,
  kind: 'commune_committee',
  code: id,
  depth: 0,
  goneOn: null,
});

const levels = new Map<string, readonly TreeUnit[]>([
  [TOP, [unit('tinh', null, 1)]],
  ['tinh', [unit('huyen', 'tinh', 2)]],
  ['huyen', [unit('xuan', 'huyen', 1), unit('chu', 'huyen')]],
]);
const open = new Set(['tinh', 'huyen']);
const rows = treeRows(levels, open);

describe('the lines of the tree', () => {
  it('are those of the open levels, with level and place among the siblings', () => {
    expect(rows.map((row) => [row.unit.id, row.level, row.position, row.siblings])).toEqual([
      ['tinh', 1, 1, 1],
      ['huyen', 2, 1, 1],
      ['xuan', 3, 1, 2],
      ['chu', 3, 2, 2],
    ]);
  });

  it('say that a level is being fetched', () => {
    const waiting = treeRows(levels, new Set([...open, 'xuan']));
    expect(waiting.filter((row) => row.waiting).map((row) => row.unit.id)).toEqual(['xuan']);
  });

  it('open by themselves down to the first long level', () => {
    const long = Array.from({ length: 6 }, (_, at) => unit(`p${at}`, 'huyen', 1));
    expect(openedFirst(new Map([...levels, ['huyen', long]]))).toEqual(['tinh', 'huyen']);
  });
});

describe('the keys of the tree', () => {
  const press = (at: string, key: string) => treeMove(rows, at, key);

  it('go up and down, to the first and the last', () => {
    expect(press('huyen', 'ArrowDown')).toEqual({ kind: 'focus', id: 'xuan' });
    expect(press('huyen', 'ArrowUp')).toEqual({ kind: 'focus', id: 'tinh' });
    expect(press('chu', 'Home')).toEqual({ kind: 'focus', id: 'tinh' });
    expect(press('tinh', 'End')).toEqual({ kind: 'focus', id: 'chu' });
  });

  it('open and close, and step in and out', () => {
    expect(press('xuan', 'ArrowRight')).toEqual({ kind: 'toggle', id: 'xuan' });
    expect(press('huyen', 'ArrowRight')).toEqual({ kind: 'focus', id: 'xuan' });
    expect(press('huyen', 'ArrowLeft')).toEqual({ kind: 'toggle', id: 'huyen' });
    expect(press('chu', 'ArrowLeft')).toEqual({ kind: 'focus', id: 'huyen' });
  });

  it('leave alone what has nothing below, and other keys', () => {
    expect(press('chu', 'ArrowRight')).toBeNull();
    expect(press('chu', 'a')).toBeNull();
  });
});
