import type { ApiResponse } from '../platform/api-client.ts';
import { Card, Remark } from '../ui/card.tsx';
import { Funnel } from '../ui/funnel.tsx';
import { TracedNumber } from '../ui/traced-number.tsx';
import { baseFieldWords } from '#domain/campaigns/fields.ts';
import { formatPercent } from '#domain/kernel/numbers.ts';
import styles from './campaigns.module.css';

type Overview = ApiResponse<'GET /api/campaigns/:id/overview'>;

interface FunnelCardProps {
  readonly stages: Overview['funnel'];
  readonly withinDays: number;
}

/** The year's numbers from registered to rewarded; they are not the same number and never mixed. */
export function FunnelCard({ stages, withinDays }: FunnelCardProps) {
  return (
    <Card title="Phễu của năm" aside={<span className="k-no-print">bấm số để xem định nghĩa</span>}>
      <div className="k-stack" style={{ gap: '0.875rem' }}>
        <Funnel stages={stages} />
        <Remark>
          “Có hiệu quả”: lần tự kiểm tra gần nhất đúng tiến độ <b>và</b> có minh chứng trong {withinDays} ngày
          gần đây, theo kế hoạch này.
        </Remark>
      </div>
    </Card>
  );
}

/** Registered practices by the campaign's fields, each mapped to one of the four. */
export function FieldsCard({ fields }: { readonly fields: Overview['byField'] }) {
  const total = fields.reduce((sum, field) => sum + field.value, 0);
  const most = Math.max(1, ...fields.map((field) => field.value));
  return (
    <Card title="Theo lĩnh vực">
      {fields.length === 0 ? (
        <p className="k-small">Kế hoạch chưa có lĩnh vực nào.</p>
      ) : (
        <ul className={styles.fields}>
          {fields.map((field) => (
            <li key={field.fieldCode}>
              <div className={styles.fieldHead}>
                <span>
                  {field.label}
                  {field.label !== baseFieldWords[field.baseField] && (
                    <span className="k-small"> ({baseFieldWords[field.baseField]})</span>
                  )}
                </span>
                <span className={styles.fieldNumber}>
                  <b>
                    <TracedNumber figure={field} />
                  </b>
                  <span className="k-small">{total === 0 ? '' : formatPercent(field.value / total)}</span>
                </span>
              </div>
              <div className={styles.bar} aria-hidden="true">
                <i style={{ width: `${(field.value / most) * 100}%` }} />
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
