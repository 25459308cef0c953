import type { Permission } from '#domain/access/permissions.ts';
import { documentTypeName, findDocumentTypeCode } from '#domain/documents/document-types.ts';
import { expectedOf, type Expected } from '#server/campaigns/expected-units.reads.ts';
import { findCampaign, type CampaignRecord } from '#server/campaigns/plan.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';
import { withinScope } from '#server/organisations/within-scope.reads.ts';

/** An open campaign in which the caller has work. */
export interface HomeCampaign extends CampaignRecord {
  /** "Kế hoạch 26-KH/BCĐ" where the plan stands in the register, else the campaign's title. */
  readonly planName: string;
  readonly hasPlanPaper: boolean;
  /** The units that owe a registration; asked of the database once. */
  expected(): Promise<Expected>;
}

export interface ReachedCampaign {
  readonly id: string;
  readonly title: string;
  readonly year: number;
  readonly ownerUnitId: string;
}

/** What gives somebody work in a campaign. */
const working: readonly Permission[] = [
  'campaign.manage',
  'practice.register',
  'practice.implement',
  'practice.inspect',
  'unit_report.write',
];

/** Open campaigns that reach the caller, newest first. */
export async function reachedCampaigns({ db, caller }: ReadContext): Promise<ReachedCampaign[]> {
  const owners = caller.access.ownersAbove('campaign.read');
  if (owners.isEmpty) return [];
  return db
    .selectFrom('campaign')
    .select(['id', 'title', 'year', 'owner_unit_id as ownerUnitId'])
    .where(withinScope('owner_unit_id', owners))
    .where('state', '=', 'open')
    .orderBy('year', 'desc')
    .orderBy('id')
    .execute();
}

/** Those of them in which the caller has work, with their plans. */
export async function workingCampaigns(
  read: ReadContext,
  reached: readonly ReachedCampaign[],
): Promise<HomeCampaign[]> {
  const { access } = read.caller;
  const owners = working.map((permission) => access.ownersAbove(permission));
  const found = await Promise.all(
    reached
      .filter((one) => owners.some((scope) => scope.has(one.ownerUnitId)))
      .map((one) => findCampaign(read.db, one.id)),
  );
  const campaigns = found.filter((one) => one !== null);
  const papers = await planPapers(
    read,
    campaigns.map((one) => one.planDocumentId).filter((id) => id !== null),
  );
  return campaigns.map((campaign) => {
    let expected: Promise<Expected> | undefined;
    const paper = campaign.planDocumentId === null ? undefined : papers.get(campaign.planDocumentId);
    return {
      ...campaign,
      planName: paper ?? campaign.title,
      hasPlanPaper: paper !== undefined,
      expected: () => (expected ??= expectedOf(read, campaign)),
    };
  });
}

async function planPapers({ db }: ReadContext, ids: readonly string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .selectFrom('document')
    .select(['id', 'type', 'symbol'])
    .where('id', 'in', [...ids])
    .where('symbol', 'is not', null)
    .execute();
  return new Map(
    rows.map((row) => {
      const code = findDocumentTypeCode(row.type);
      return [row.id, `${code === null ? row.type : documentTypeName(code)} ${row.symbol ?? ''}`.trim()];
    }),
  );
}
