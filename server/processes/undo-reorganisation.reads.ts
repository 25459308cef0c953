import { sql } from 'kysely';
import { undoingContradicts } from '#domain/organisations/plan-undoing.ts';
import { loadTree } from '#server/organisations/organisations.reads.ts';
import { unitsAgain } from '#server/organisations/undo-changes.reads.ts';
import { daysOfChange } from '#server/organisations/units.reads.ts';
import type { ReorganisationRecord } from '#server/organisations/reorganisations.reads.ts';
import type { ReadContext } from '#server/platform/commands/context.ts';

/** Why an act can no longer be taken back, and what would make it possible; null when it can. */
export async function undoingBlocked(
  read: Pick<ReadContext, 'db'>,
  act: ReorganisationRecord,
): Promise<{ reason: string; mend: string } | null> {
  if (act.undone)
    return {
      reason: 'việc này đã được hoàn tác',
      mend: 'Không cần làm gì thêm; xem lại lịch sử của đơn vị.',
    };
  if (await cameFromReference(read, act))
    return {
      reason: 'việc này do lệnh nạp danh mục đơn vị hành chính ghi',
      mend: 'Đính chính danh mục rồi nạp lại (npm run reference), hoặc lập một lần sắp xếp mới.',
    };
  if (act.loaded)
    return {
      reason: 'việc này được nạp cùng danh mục đơn vị hành chính',
      mend: 'Sửa danh mục bằng tệp đính chính rồi nạp lại.',
    };
  const later = await laterActs(read, act);
  if (later > 0)
    return {
      reason: `có ${later} lần sắp xếp sau đó trên cùng đơn vị`,
      mend: 'Hoàn tác các lần sắp xếp sau trước, từ mới nhất.',
    };
  const contradicts = await contradictsLater(read, act);
  if (contradicts) return contradicts;
  const left = await leftAtFounded(read, act);
  if (left !== '')
    return {
      reason: `đơn vị mới đã có ${left}`,
      mend: 'Chuyển hoặc xóa những gì đã ghi ở đơn vị mới, hoặc lập một lần sắp xếp mới.',
    };
  return null;
}

/** The reform's acts were written by a load, all at once: none can be taken back alone. */
async function cameFromReference(read: Pick<ReadContext, 'db'>, act: ReorganisationRecord): Promise<boolean> {
  const row = await read.db
    .selectFrom('reorganisation')
    .select('id')
    .where('id', '=', act.id)
    .where(sql<boolean>`asked @> '{"reference": true}'`)
    .executeTakeFirst();
  return row !== undefined;
}

async function laterActs(read: Pick<ReadContext, 'db'>, act: ReorganisationRecord): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(distinct later.id) as count
    from reorganisation_unit as own
    join reorganisation_unit as other on other.unit_id = own.unit_id
    join reorganisation as later on later.id = other.reorganisation_id
    where own.reorganisation_id = ${act.id} and later.seq > ${act.seq} and later.undone_at is null`.execute(
    read.db,
  );
  return rows[0]?.count ?? 0;
}

/** What has come since, also by acts on other units, that rests on this act: units below it, codes, parents. */
async function contradictsLater(read: Pick<ReadContext, 'db'>, act: ReorganisationRecord) {
  const days = await daysOfChange(read.db, act.on);
  const trees = await Promise.all(days.map((day) => loadTree(read.db, day)));
  const { founded } = act.effects.organisation;
  return undoingContradicts({ trees, founded, again: await unitsAgain(read.db, act) });
}

/** What stands at the units that the act founded, beside what the act itself put there. */
async function leftAtFounded(read: Pick<ReadContext, 'db'>, act: ReorganisationRecord): Promise<string> {
  const founded = [...act.effects.organisation.founded];
  if (founded.length === 0) return '';
  const given = act.effects.practices.map((one) => one.practiceId);
  const grants = act.effects.grants.map((one) => one.grantId);
  const { rows } = await sql<Record<string, number>>`select
    (select count(*) from practice where (unit_id = any(${founded}::uuid[]) or place_unit_id = any(${founded}::uuid[])) and id <> all(${given}::uuid[])) as "mô hình",
    (select count(*) from report where unit_id = any(${founded}::uuid[])) as "báo cáo",
    (select count(*) from report_form where owner_unit_id = any(${founded}::uuid[])) as "biểu mẫu báo cáo",
    (select count(*) from report_extension where unit_id = any(${founded}::uuid[])) as "lần gia hạn báo cáo",
    (select count(*) from consolidation_report where unit_id = any(${founded}::uuid[])) as "báo cáo tổng hợp",
    (select count(*) from paper_template where owner_unit_id = any(${founded}::uuid[])) as "mẫu Word",
    (select count(*) from unit_profile where unit_id = any(${founded}::uuid[])) as "hồ sơ địa phương",
    (select count(*) from reported_figure_set where owner_unit_id = any(${founded}::uuid[])) as "bảng số liệu",
    (select count(*) from paper_reading where unit_id = any(${founded}::uuid[])) as "văn bản đã đọc",
    (select count(*) from criteria_set where owner_unit_id = any(${founded}::uuid[])) as "bộ tiêu chí",
    (select count(*) from stage where owner_unit_id = any(${founded}::uuid[])) as "giai đoạn",
    (select count(*) from upward_proposal where to_unit_id = any(${founded}::uuid[])) as "đề nghị cấp trên",
    (select count(*) from document where owner_unit_id = any(${founded}::uuid[]) or issuer_unit_id = any(${founded}::uuid[])) as "văn bản",
    (select count(*) from document_dispatch where unit_id = any(${founded}::uuid[])) as "văn bản được gửi đến",
    (select count(*) from campaign where owner_unit_id = any(${founded}::uuid[])) as "đợt phong trào",
    (select count(*) from campaign_exemption where unit_id = any(${founded}::uuid[])) as "miễn đăng ký",
    (select count(*) from replication_offer where unit_id = any(${founded}::uuid[])) as "đề nghị nhân rộng",
    (select count(*) from role_grant where unit_id = any(${founded}::uuid[]) and ended_at is null and id <> all(${grants}::uuid[])) as "quyền của cán bộ",
    (select count(*) from party_term where unit_id = any(${founded}::uuid[])) as "nhiệm kỳ",
    (select count(*) from body where unit_id = any(${founded}::uuid[])) as "ban, khối, tổ",
    (select count(*) from person where unit_id = any(${founded}::uuid[])) as "cán bộ"`.execute(read.db);
  return Object.entries(rows[0] ?? {})
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(', ');
}
