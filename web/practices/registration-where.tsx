import { NativeSelect } from '@mantine/core';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import type { Practice } from './practice-shape.ts';
import type { OpenCampaign, Options, Unit } from './registration-draft.ts';
import styles from './registration.module.css';

interface WhereCardProps {
  readonly options: Options;
  readonly unit: Unit;
  readonly campaign: OpenCampaign;
  readonly source: Practice | null;
  /** A draft is there: where it belongs is settled. */
  readonly locked: boolean;
}

/** Where it is registered and what it continues. Only what there is a choice of is asked. */
export function WhereCard({ options, unit, campaign, source, locked }: WhereCardProps) {
  const { words, change } = useUrlState();
  const choosesUnit = options.units.length > 1;
  const choosesCampaign = options.campaigns.length > 1;
  const replicating = words['replicate'] !== undefined;
  const continuable = replicating ? [] : options.continuable;
  if (!choosesUnit && !choosesCampaign && continuable.length === 0 && source === null) return null;
  return (
    <Card title="Đăng ký cho đơn vị nào, từ đâu">
      <div className={styles.where}>
        {choosesUnit && (
          <NativeSelect
            {...(!choosesCampaign && { className: styles.wide })}
            label="Đơn vị đăng ký"
            value={unit.id}
            disabled={locked}
            onChange={(event) => change({ unitId: event.currentTarget.value, continue: undefined })}
            data={options.units.map((one) => ({ value: one.id, label: one.name }))}
          />
        )}
        {choosesCampaign && (
          <NativeSelect
            {...(!choosesUnit && { className: styles.wide })}
            label="Chiến dịch"
            value={campaign.id}
            disabled={locked}
            onChange={(event) => change({ campaignId: event.currentTarget.value })}
            data={options.campaigns.map((one) => ({ value: one.id, label: one.title }))}
          />
        )}
        {continuable.length > 0 && (
          <NativeSelect
            className={styles.wide}
            label="Tiếp tục mô hình đã làm"
            description="Chọn để điền sẵn theo đăng ký trước; chỉ cần xem lại rồi gửi."
            value={words['continue'] ?? ''}
            disabled={locked}
            onChange={(event) => change({ continue: event.currentTarget.value })}
            data={[
              { value: '', label: 'Không, đăng ký mô hình mới' },
              ...continuable.map((one) => ({
                value: one.id,
                label: one.year === null ? one.name : `${one.name} (năm ${one.year})`,
              })),
            ]}
          />
        )}
        {source !== null && (
          <p className={`${styles.wide} k-small`}>
            {replicating ? 'Học từ ' : 'Điền sẵn theo '}
            <AppLink href={`/mo-hinh/${source.id}`} target="_blank" rel="noreferrer">
              {source.name}
            </AppLink>{' '}
            ({source.unit.shortName}
            {source.year !== null && `, năm ${source.year}`}). Xem lại từng mục trước khi gửi.
          </p>
        )}
      </div>
    </Card>
  );
}
