import { Button, NativeSelect } from '@mantine/core';
import type { ReactNode } from 'react';
import type { ApiResponse } from '../platform/api-client.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from './app-link.tsx';
import { Card } from './card.tsx';
import { EmptyState } from './empty-state.tsx';
import styles from './import-list.module.css';

type Options = ApiResponse<'GET /api/registration-options'>;

export interface Place {
  readonly unit: Options['units'][number];
  readonly campaign: Options['campaigns'][number];
}

interface RegistrationPlaceProps {
  readonly options: Options;
  readonly title: string;
  /** Beside the two fields. */
  readonly beside?: (place: Place) => ReactNode;
  /** Below them, in the card. */
  readonly below?: (place: Place) => ReactNode;
  /** The steps that follow, once it is known where. */
  readonly children: (place: Place) => ReactNode;
}

/** For which unit and campaign a list is taken in; both are in the address. Says so where no campaign is open. */
export function RegistrationPlace({ options, title, beside, below, children }: RegistrationPlaceProps) {
  const { words, change } = useUrlState();
  const unit = options.units.find((one) => one.id === words['unitId']) ?? options.units[0];
  const campaign = options.campaigns.find((one) => one.id === words['campaignId']) ?? options.campaigns[0];
  if (unit === undefined || campaign === undefined) {
    return (
      <section className="k-card">
        <EmptyState
          title="Chưa có chiến dịch nào đang mở cho đơn vị"
          action={
            <Button variant="default" component={AppLink} href="/chien-dich">
              Xem chiến dịch
            </Button>
          }
        >
          Khi cơ quan thường trực phát động phong trào của năm, danh sách được nhập tại đây.
        </EmptyState>
      </section>
    );
  }
  const place = { unit, campaign };
  return (
    <div className="k-stack">
      <Card title={title}>
        <div className={styles.where}>
          <NativeSelect
            label="Đơn vị đăng ký"
            value={unit.id}
            onChange={(event) => change({ unitId: event.currentTarget.value })}
            data={options.units.map((one) => ({ value: one.id, label: one.name }))}
          />
          <NativeSelect
            label="Chiến dịch"
            value={campaign.id}
            onChange={(event) => change({ campaignId: event.currentTarget.value })}
            data={options.campaigns.map((one) => ({ value: one.id, label: one.title }))}
          />
          {beside?.(place)}
        </div>
        {below?.(place)}
      </Card>
      {children(place)}
    </div>
  );
}
