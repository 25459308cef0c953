import { Client } from 'pg';

/** A figure of the closing report by its label, and the same counted from the tables without our code. */
const counts: Readonly<Record<string, string>> = {
  'Đăng ký': `select count(*) from practice where campaign_id = $1 and state not in ('draft', 'withdrawn')`,
  'Được giao': `select count(*) from practice where campaign_id = $1 and state in
    ('assigned', 'implementing', 'stopped', 'proposed', 'recognised', 'not_recognised')`,
  'Triển khai thực hiện': `select count(*) from practice where campaign_id = $1 and state in
    ('implementing', 'proposed', 'recognised', 'not_recognised')`,
  'Đề nghị công nhận': `select count(*) from practice where campaign_id = $1 and state in
    ('proposed', 'recognised', 'not_recognised')`,
  'Được công nhận': `select count(*) from practice where campaign_id = $1 and state = 'recognised'`,
  'Đề nghị cấp trên': `select count(distinct u.practice_id) from upward_proposal u
    join practice p on p.id = u.practice_id where p.campaign_id = $1`,
  'Cấp trên công nhận': `select count(distinct u.practice_id) from upward_proposal u
    join practice p on p.id = u.practice_id where p.campaign_id = $1 and u.state = 'recognised'`,
  'Được khen thưởng': `select count(distinct practice_id) from reward_proposal where campaign_id = $1 and state = 'granted'`,
  'Có hiệu quả': `select count(*) from practice p where p.campaign_id = $1
    and p.state in ('implementing', 'proposed', 'recognised', 'not_recognised')
    and (select status from self_check s where s.practice_id = p.id order by at desc limit 1) = 'on_track'
    and exists (select 1 from evidence e where e.practice_id = p.id and e.withdrawn_at is null)`,
  'Đơn vị đã đăng ký': `select count(distinct unit_id) from practice
    where campaign_id = $1 and state not in ('draft', 'withdrawn')`,
};

const byField = `select field.value ->> 'name' as name, count(*) as n
  from campaign join practice on practice.campaign_id = campaign.id,
    jsonb_array_elements(campaign.plan -> 'fields') as field
  where campaign.id = $1 and practice.state not in ('draft', 'withdrawn')
    and field.value ->> 'code' = practice.field_code
  group by 1`;

export interface IndependentCounts {
  readonly figures: ReadonlyMap<string, number>;
  /** Registered practices by the name of their field. */
  readonly fields: ReadonlyMap<string, number>;
}

export async function countIndependently(
  databaseUrl: string,
  campaignId: string,
): Promise<IndependentCounts> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const figures = new Map<string, number>();
    for (const [label, sql] of Object.entries(counts)) {
      const { rows } = await client.query<{ count: string }>(sql, [campaignId]);
      figures.set(label, Number(rows[0]?.count));
    }
    const { rows } = await client.query<{ name: string; n: string }>(byField, [campaignId]);
    return { figures, fields: new Map(rows.map((row) => [row.name, Number(row.n)])) };
  } finally {
    await client.end();
  }
}
