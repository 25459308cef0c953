import { useDebouncedValue } from '@mantine/hooks';
import { useApiQuery } from '../platform/api-hooks.ts';
import { useSession } from '../platform/session.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Card } from '../ui/card.tsx';
import { PracticeStateBadge } from '../ui/practices/practice-badge.tsx';
import { StateBadge } from '../ui/state-badge.tsx';
import { daysLeft, formatDay } from '#domain/kernel/day.ts';
import { formatPercent } from '#domain/kernel/numbers.ts';
import type { OpenCampaign } from './registration-draft.ts';
import styles from './registration.module.css';

/** How far the unit is with its quota, and until when it may register. */
export function QuotaCard({ campaign }: { readonly campaign: OpenCampaign }) {
  const { today } = useSession();
  const intake = campaign.intakes.find((one) => one.open);
  const next = campaign.intakes.find((one) => one.opensOn > today);
  const { unit } = campaign;
  return (
    <Card title="Chỉ tiêu và hạn đăng ký">
      <div className={styles.quota}>
        {unit !== null && unit.least > 0 && (
          <>
            <div>
              Đã gửi <b>{unit.registered}</b> trên tối thiểu <b>{unit.least}</b>
              {unit.shortfall > 0 ? (
                <>
                  , <b>còn thiếu {unit.shortfall}</b>.
                </>
              ) : (
                ', đã đủ chỉ tiêu.'
              )}
            </div>
            <div className={styles.bar} aria-hidden="true">
              <i style={{ width: `${Math.min(100, (unit.registered / unit.least) * 100)}%` }} />
            </div>
          </>
        )}
        {unit !== null && unit.least === 0 && (
          <div>Kế hoạch không giao chỉ tiêu cho đơn vị; đã gửi {unit.registered} mô hình, điển hình.</div>
        )}
        {unit !== null && unit.drafts > 0 && <div className="k-small">Đang soạn {unit.drafts} bản nháp.</div>}
        {intake !== undefined ? (
          <div>
            Đợt {intake.number}: hạn <b>{formatDay(intake.closesOn)}</b>{' '}
            <span className="k-small">({daysLeft(intake.closesOn, today).toLowerCase()})</span>
          </div>
        ) : (
          <div>
            Hiện không có đợt đăng ký nào mở.{' '}
            {next === undefined
              ? 'Bản nháp vẫn được lưu; đề nghị cơ quan thường trực gia hạn nếu cần gửi.'
              : `Đợt ${next.number} mở từ ${formatDay(next.opensOn)}; có thể soạn trước, gửi sau.`}
          </div>
        )}
      </div>
    </Card>
  );
}

interface NearDuplicatesProps {
  readonly name: string;
  readonly unitId: string;
  readonly placeUnitId: string | null;
  readonly exceptId: string | null;
  /** What it continues is like it, and no duplicate. */
  readonly sourceId: string | null;
}

const LEAST_LETTERS = 4;

/** Practices with a like name, told while the name is typed: the same model is not registered twice by two bodies. */
export function NearDuplicates({ name, unitId, placeUnitId, exceptId, sourceId }: NearDuplicatesProps) {
  const [asked] = useDebouncedValue(name.trim(), 350);
  const long = asked.length >= LEAST_LETTERS;
  const near = useApiQuery(
    'GET /api/practices/near-duplicates',
    {
      query: {
        name: asked.slice(0, 300),
        unitId,
        ...(placeUnitId !== null && { placeUnitId }),
        ...(exceptId !== null && { exceptId }),
      },
    },
    { enabled: long, keepPrevious: true },
  );
  const items = long ? (near.data?.items ?? []).filter((item) => item.id !== sourceId) : [];
  return (
    <Card title="Tên gần giống" aside={items.length > 0 ? `${items.length} kết quả` : undefined}>
      <div role="status">
        {items.length === 0 && (
          <p className="k-small">
            {long && near.data !== undefined
              ? 'Chưa thấy mô hình nào trùng hoặc gần giống tên này.'
              : 'Khi gõ tên, các mô hình trùng hoặc gần giống sẽ hiện ở đây.'}
          </p>
        )}
      </div>
      {items.length > 0 && (
        <ul className={styles.near}>
          {items.map((item) => (
            <li key={item.id}>
              <AppLink href={`/mo-hinh/${item.id}`} target="_blank" rel="noreferrer">
                {item.name}
              </AppLink>
              <div className="k-small">
                {item.unit.shortName}
                {item.year !== null && ` · năm ${item.year}`}
                {item.placeName !== '' && ` · ${item.placeName}`}
              </div>
              <div className={styles.badges}>
                {item.samePlace && <StateBadge tone="bad">Cùng địa bàn</StateBadge>}
                {item.otherBody && <StateBadge tone="warn">Đơn vị khác</StateBadge>}
                <PracticeStateBadge state={item.state} />
                <span className="k-small">giống {formatPercent(item.similarity, 0)}</span>
              </div>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
