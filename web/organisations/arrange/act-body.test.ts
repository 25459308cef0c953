import { describe, expect, it } from 'vitest';
import { bodyOf, missingIn, readPercent, refusedOn } from './act-body.ts';
import { type ActDraft, emptyDraft, emptyTarget } from './act-draft.ts';

const unit = (id: string) => ({
  id,
  name: `Đảng bộ ${id}`,
  shortName: id,
  kind: 'commune_committee' as const,
});
const paper = { on: '2026-07-01', reason: 'Theo nghị quyết' };
const founded = {
  ...emptyTarget,
  found: {
    name: ' Đảng bộ phường Kim Trà ',
    shortName: '',
    kind: 'commune_committee' as const,
    code: 'kt',
    parent: unit('tinh'),
  },
};
const paths = (draft: ActDraft, children?: readonly string[]) =>
  missingIn(draft, children).map((one) => one.path);

describe('what an act still needs', () => {
  it('is named under the paths of the server, on the step where its field stands', () => {
    const draft = emptyDraft('merge');
    expect(paths(draft)).toContain('into.found.name');
    const refused = missingIn(draft);
    expect(refusedOn(draft, 'units', refused).map((one) => one.path)).toEqual(['fromUnitIds']);
    expect(refusedOn(draft, 'paper', refused).map((one) => one.path)).toEqual(['on', 'reason']);
  });

  it('is nothing for a merge of two units into a new one', () => {
    expect(
      paths({ ...emptyDraft('merge'), ...paper, units: [unit('a'), unit('b')], targets: [founded] }),
    ).toEqual([]);
  });

  it('is a second unit where one alone would become a new one, not where it goes into one that stands', () => {
    const one = { ...emptyDraft('merge'), ...paper, units: [unit('a')] };
    expect(paths({ ...one, targets: [founded] })).toEqual(['into']);
    const standing = { ...emptyTarget, way: 'standing' as const, standing: unit('c') };
    expect(paths({ ...one, targets: [standing] })).toEqual([]);
  });

  it('is a place for every unit below one that is split', () => {
    const split = { ...emptyDraft('split'), ...paper, units: [unit('a')], targets: [founded, founded] };
    expect(paths({ ...split, children: { t1: 0 } }, ['t1', 't2'])).toEqual(['children']);
  });
});

describe('what is sent', () => {
  it('takes the name where no short name was written', () => {
    const body = bodyOf({
      ...emptyDraft('merge'),
      ...paper,
      units: [unit('a'), unit('b')],
      targets: [founded],
    });
    expect(body).toMatchObject({
      fromUnitIds: ['a', 'b'],
      into: {
        found: { name: 'Đảng bộ phường Kim Trà', shortName: 'Đảng bộ phường Kim Trà', parentId: 'tinh' },
      },
    });
  });

  it('leaves out the practices that were left open', () => {
    const body = bodyOf({ ...emptyDraft('split'), ...paper, practices: { m1: 1, m2: null } });
    expect(body).toMatchObject({ practices: [{ practiceId: 'm1', to: 1 }] });
  });

  it('reads shares as people write them', () => {
    expect(['60', '37,5', '12.5 %', '0', 'abc', '101'].map(readPercent)).toEqual([
      0.6,
      0.375,
      0.125,
      null,
      null,
      null,
    ]);
  });
});
