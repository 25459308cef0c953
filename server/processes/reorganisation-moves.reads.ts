import { sql } from 'kysely';
import { openStates, type PracticeState } from '#domain/practices/practice.states.ts';
import { practiceStateWords } from '#domain/practices/practice.words.ts';
import type { OrganisationTree } from '#domain/organisations/organisation-tree.ts';
import type { OrganisationChanges, Reorganisation, Split } from '#domain/organisations/reorganisation.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { planSchema } from '#domain/campaigns/plan.ts';

export interface Moved {
  readonly what: 'child' | 'practice' | 'report' | 'document' | 'grant' | 'position' | 'quota';
  readonly words: string;
  readonly count: number;
  readonly outcome: string;
}

interface Act {
  readonly asked: Reorganisation;
  /** Units that end. */
  readonly unitIds: readonly string[];
  readonly grants: boolean;
  readonly changes: OrganisationChanges | null;
  /** The organisation on the day of the act, before it. */
  readonly tree: OrganisationTree;
}

/** All that the units of an act leave, counted, with what becomes of it. */
export async function whatMoves(read: ReadContext, act: Act): Promise<Moved[]> {
  // What earlier units left to these moves on with them.
  const held = [
    ...new Set(act.unitIds.flatMap((id) => [id, ...act.tree.predecessors(id).map((unit) => unit.id)])),
  ];
  const counts = await countLeft(read, held, act);
  const split = act.asked.kind === 'split';
  const stay = split
    ? 'Phần được phân định theo đơn vị mới; phần còn lại đứng ở cấp trên, ghi “chưa phân định”.'
    : 'Đứng ở đơn vị mới từ ngày này; xem ngày trước vẫn ở đơn vị cũ.';
  const moved: Moved[] = [
    {
      what: 'child',
      count: act.changes?.changed.length ?? 0,
      words: 'đơn vị trực thuộc',
      outcome: 'Chuyển sang đơn vị mới cùng toàn bộ cấp dưới.',
    },
    {
      what: 'practice',
      count: counts.openPractices,
      words: 'mô hình, điển hình chưa kết luận',
      outcome: stay,
    },
    {
      what: 'practice',
      count: counts.closedPractices,
      words: 'mô hình, điển hình đã kết luận',
      outcome: stay,
    },
    { what: 'report', count: counts.reports, words: 'báo cáo của đơn vị', outcome: stay },
    {
      what: 'document',
      count: counts.documents,
      words: 'văn bản',
      outcome: 'Giữ nguyên số, ký hiệu và nơi ban hành; đơn vị mới tra cứu được.',
    },
    {
      what: 'grant',
      count: counts.grants,
      words: 'quyền của cán bộ tại đơn vị cũ',
      outcome: act.grants
        ? 'Được giao tại đơn vị mới từ ngày này; quyền tại đơn vị cũ hết tác dụng.'
        : 'Hết tác dụng từ ngày này; giao quyền lại tại đơn vị mới.',
    },
    {
      what: 'position',
      count: counts.positions,
      words: 'chức danh trong các ban, khối, tổ',
      outcome: 'Giữ trong lịch sử; kiện toàn ban, khối, tổ ở đơn vị mới.',
    },
  ];
  return [...moved, ...(await quotasMoved(read, act))].filter((one) => one.count > 0);
}

async function countLeft(read: ReadContext, unitIds: readonly string[], act: Act) {
  const ids = [...unitIds];
  const { rows } = await sql<{
    openPractices: number;
    closedPractices: number;
    reports: number;
    documents: number;
    grants: number;
    positions: number;
  }>`select
    (select count(*) from practice where unit_id = any(${ids}::uuid[]) and state = any(${[...openStates]}::text[])) as "openPractices",
    (select count(*) from practice where unit_id = any(${ids}::uuid[]) and state <> all(${[...openStates]}::text[])) as "closedPractices",
    (select count(*) from report where unit_id = any(${ids}::uuid[])) as "reports",
    (select count(*) from document where owner_unit_id = any(${ids}::uuid[])) as "documents",
    (select count(*) from role_grant where unit_id = any(${[...act.unitIds]}::uuid[]) and ended_at is null
      and (ends_on is null or ends_on >= ${act.asked.on})) as "grants",
    (select count(*) from body_position join body on body.id = body_position.body_id
      where body.unit_id = any(${ids}::uuid[]) and body.withdrawn_at is null
        and (body_position.valid_to is null or body_position.valid_to > ${act.asked.on})) as "positions"`.execute(
    read.db,
  );
  const [row] = rows;
  if (!row) throw new Error('a count always answers');
  return row;
}

/** What the open campaigns ask of the units that end, and of those that follow. */
async function quotasMoved(read: ReadContext, act: Act): Promise<Moved[]> {
  const above = [...new Set(act.unitIds.flatMap((id) => act.tree.pathTo(id)))];
  const campaigns = await read.db
    .selectFrom('campaign')
    .select(['year', 'plan'])
    .where('state', '=', 'open')
    .where(sql<boolean>`owner_unit_id = any(${above}::uuid[])`)
    .orderBy('year')
    .execute();
  return campaigns.flatMap((campaign) => {
    const { quotas } = planSchema.parse(campaign.plan);
    const least = (kind: string | undefined) => quotas.find((quota) => quota.unitKind === kind)?.least ?? 0;
    const before = act.unitIds.reduce((sum, id) => sum + least(act.tree.find(id)?.kind), 0);
    const after = (act.changes?.founded ?? []).reduce((sum, unit) => sum + least(unit.kind), 0);
    if (before === 0 && after === 0) return [];
    return [
      {
        what: 'quota' as const,
        count: before,
        words: `mô hình theo chỉ tiêu đợt ${campaign.year} của các đơn vị kết thúc`,
        outcome: `Đơn vị mới có chỉ tiêu ${after}; mô hình đã đăng ký được tính cho đơn vị mới.`,
      },
    ];
  });
}

/** A unit with those whose records stand with it: what they hold is its own to give. */
export function heldBy(tree: OrganisationTree, unitId: string): string[] {
  return [unitId, ...tree.predecessors(unitId).map((unit) => unit.id)];
}

export async function countHeld(
  read: Pick<ReadContext, 'db'>,
  practiceIds: readonly string[],
  unitIds: readonly string[],
): Promise<number> {
  const { count } = await read.db
    .selectFrom('practice')
    .select((of) => of.fn.countAll<number>().as('count'))
    .where(sql<boolean>`id = any(${[...practiceIds]}::uuid[])`)
    .where(sql<boolean>`unit_id = any(${[...unitIds]}::uuid[])`)
    .executeTakeFirstOrThrow();
  return count;
}

/** The practices of a unit to be split, each with the successor to which its village goes. */
export async function practicesToApportion(
  read: ReadContext,
  given: { split: Split; tree: OrganisationTree },
) {
  const { split, tree } = given;
  const held = heldBy(tree, split.unitId);
  const rows = await read.db
    .selectFrom('practice')
    .select(['id', 'name', 'place_unit_id', 'place_text', 'state'])
    .where(sql<boolean>`unit_id = any(${held}::uuid[])`)
    .orderBy('name')
    .execute();
  return rows.map((row) => {
    const place = row.place_unit_id;
    const child = place === null ? undefined : tree.pathTo(place).find((id) => split.children.has(id));
    return {
      id: row.id,
      name: row.name,
      placeName: (place === null ? undefined : tree.find(place)?.name) ?? (row.place_text || null),
      stateName: practiceStateWords[row.state as PracticeState],
      to: child === undefined ? null : (split.children.get(child) ?? null),
    };
  });
}
