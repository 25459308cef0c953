import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startKheo, type Kheo } from '#server/testing/kheo.ts';

let kheo: Kheo;
const id: Record<string, string> = {};

beforeAll(async () => {
  kheo = await startKheo({ today: '2026-03-02' });
  const found = async (name: string, parent?: string): Promise<void> => {
    const parentId = parent === undefined ? null : (id[parent] ?? null);
    id[name] = await kheo.given.unit({ name, kind: 'commune_committee', code: name, parentId });
  };
  await found('top');
  await found('left', 'top');
  await found('right', 'top');
  await found('leaf', 'left');
  await found('gone', 'top');
  await found('goneToo', 'top');
  await kheo.given.account({ username: 'quantri', role: 'administrator', unitId: id['top'] ?? '' });
  const admin = await kheo.as('quantri');
  const merge = async (from: string): Promise<void> => {
    const done = await admin.call('POST /api/reorganisations', {
      body: {
        kind: 'merge',
        on: '2020-01-01',
        reason: 'Sáp nhập',
        fromUnitIds: [id[from] ?? ''],
        into: { unitId: id['right'] ?? '' },
        moveGrants: false,
      },
    });
    id['act'] = done.id;
  };
  await merge('gone');
  await merge('goneToo');
});
afterAll(() => kheo.stop());

/** A second version of a unit: `:name` in the statements below is the id of that unit. */
const version = (unit: string, span: string, parent = ':top'): string =>
  `insert into unit_version (id, unit_id, valid_from, valid_to, parent_id, name, short_name, name_folded, kind, code)
   values (gen_random_uuid(), ${unit}, ${span}, ${parent}, 'x', 'x', 'x', 'commune_committee', 'x')`;
const heir = (unit: string, to: string, span = `'2021-01-01', null`): string =>
  `insert into unit_heir (id, unit_id, heir_id, valid_from, valid_to, apportioned, reorganisation_id)
   values (gen_random_uuid(), ${unit}, ${to}, ${span}, true, :act)`;
const member = (unit: string, parent: string, span = `'2020-01-01', null`): string =>
  `insert into unit_membership (id, tree, unit_id, parent_id, valid_from, valid_to)
   values (gen_random_uuid(), 'front', ${unit}, ${parent}, ${span})`;

/** Runs statements as one transaction that is never kept; says which constraint refused them. */
async function refusedBy(statements: readonly string[]): Promise<string | null> {
  const client = await kheo.connection.pool.connect();
  try {
    await client.query('begin');
    for (const statement of statements)
      await client.query(statement.replaceAll(/(?<!:):(\w+)/g, (_, name: string) => `'${id[name]}'::uuid`));
    await client.query('set constraints all immediate');
    return null;
  } catch (error) {
    return (error as { constraint?: string }).constraint ?? String(error);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('the database itself refuses', () => {
  it.each<[string, string, string[]]>([
    ['two lives of a unit on one day', 'unit_version_no_overlap', [version(':left', `'2010-01-01', null`)]],
    [
      'days without a name and a place',
      'unit_life_no_gap',
      [
        `update unit_version set valid_to = '2010-01-01' where unit_id = :leaf`,
        version(':leaf', `'2011-01-01', null`),
      ],
    ],
    [
      'a life that goes on after the unit ended',
      'unit_life_no_gap',
      [`update unit set dissolved_on = '2015-01-01' where id = :leaf`],
    ],
    [
      'a unit founded after its life began',
      'unit_life_no_gap',
      [`update unit set founded_on = '2015-01-01' where id = :leaf`],
    ],
    ['a unit without any life', 'unit_life_no_gap', [`delete from unit_version where unit_id = :leaf`]],
    [
      'a span that ends before it begins',
      'unit_version_check',
      [`update unit_version set valid_to = '1999-01-01' where unit_id = :leaf`],
    ],
    [
      'a parent on days when it is gone',
      'unit_parent_exists',
      [`update unit_version set parent_id = :gone where unit_id = :leaf`],
    ],
    [
      'a parent that ends before its children do',
      'unit_parent_exists',
      [
        `update unit set dissolved_on = '2015-01-01' where id = :left`,
        `update unit_version set valid_to = '2015-01-01' where unit_id = :left`,
      ],
    ],
    [
      'a unit under itself',
      'unit_version_check1',
      [`update unit_version set parent_id = :leaf where unit_id = :leaf`],
    ],
    [
      'a ring of units, for one day even',
      'unit_no_ring',
      [
        `update unit_version set valid_to = '2010-01-01' where unit_id = :left`,
        version(':left', `'2010-01-01', '2010-01-02'`, ':leaf'),
        version(':left', `'2010-01-02', null`),
      ],
    ],
    [
      'one code for two units',
      'unit_code_unique',
      [`update unit_version set code = 'right' where unit_id = :leaf`],
    ],
    ['an heir of a unit that stands', 'unit_heir_after_life', [heir(':leaf', ':left')]],
    [
      'an heir from before the end',
      'unit_heir_after_life',
      [`update unit_heir set valid_from = '2019-01-01' where unit_id = :gone`],
    ],
    [
      'a unit that stands again with its heir',
      'unit_heir_after_life',
      [
        `update unit set dissolved_on = null where id = :gone`,
        `update unit_version set valid_to = null where unit_id = :gone`,
      ],
    ],
    ['two heirs on one day', 'unit_heir_no_overlap', [heir(':gone', ':left')]],
    [
      'a unit as its own heir',
      'unit_heir_check',
      [`update unit_heir set heir_id = :gone where unit_id = :gone`],
    ],
    [
      'heirs of each other',
      'unit_heir_no_ring',
      [
        `update unit_heir set heir_id = :goneToo where unit_id = :gone`,
        `update unit_heir set heir_id = :gone where unit_id = :goneToo`,
      ],
    ],
    [
      'two places in a tree beside the main one on one day',
      'unit_membership_no_overlap',
      [member(':left', ':top'), member(':left', ':right')],
    ],
    [
      'a ring in a tree beside the main one',
      'unit_membership_no_ring',
      [member(':left', ':right'), member(':right', ':left')],
    ],
    [
      'a successor of itself',
      'unit_succession_check1',
      [`update unit_succession set to_unit_id = from_unit_id where from_unit_id = :gone`],
    ],
    [
      'a share where the rule is another',
      'unit_succession_check',
      [`update unit_succession set share = 0.5 where from_unit_id = :gone`],
    ],
  ])('%s', async (_, constraint, statements) => {
    expect(await refusedBy(statements)).toBe(constraint);
  });

  it('and nothing that is whole', async () => {
    const whole = [
      `update unit_version set valid_to = '2010-01-01' where unit_id = :leaf`,
      version(':leaf', `'2010-01-01', null`, ':right'),
      member(':left', ':top'),
      member(':right', ':left'),
    ];
    expect(await refusedBy(whole)).toBeNull();
  });
});
