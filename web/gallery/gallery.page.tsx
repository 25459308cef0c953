import { Button, Drawer } from '@mantine/core';
import { IconBulb, IconHeartHandshake, IconPlant2, IconShield, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import { apiHref, type ApiResponse } from '../platform/api-client.ts';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { formatInstantDay } from '../platform/time.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { AskedDayField, AskedDayLine, useAskedDay } from '../ui/asked-day.tsx';
import { TablePager } from '../ui/data-table-parts.tsx';
import { DefinitionList } from '../ui/definition-list.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { FilterBar } from '../ui/filter-bar.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { useTableUrl } from '../ui/table-url.ts';
import { baseFields, baseFieldWords } from '#domain/campaigns/fields.ts';
import { yearOf } from '#domain/kernel/day.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './gallery.module.css';

type Shown = ApiResponse<'GET /api/gallery'>['items'][number];

/** Recognised practices, for everybody who may look: what was done, where, and what came of it. */
export function GalleryPage() {
  const mayLook = usePermission('gallery.read');
  return mayLook ? <Gallery /> : <ClosedGallery />;
}

/** Strangers: the gallery belongs to the committee's people; what lies behind it is said, not shown. */
function ClosedGallery() {
  const { account } = useSession();
  return (
    <>
      <PageHead title="Triển lãm mô hình" subtitle="Mô hình, điển hình “Dân vận khéo” đã được công nhận" />
      <div className="k-card">
        <EmptyState
          title={
            account === null ? 'Đăng nhập để xem triển lãm' : 'Tài khoản chưa được giao quyền xem triển lãm'
          }
          action={
            account === null && (
              <Button component={AppLink} href="/">
                Đăng nhập
              </Button>
            )
          }
        >
          Triển lãm giới thiệu các mô hình được công nhận mà chủ mô hình đồng ý cho xem, kèm hình ảnh và kết
          quả.
        </EmptyState>
      </div>
    </>
  );
}

function Gallery() {
  const { words, change } = useUrlState();
  const { today } = useSession();
  const table = useTableUrl({ size: 24 });
  const { page, size } = table;
  const filters = Object.fromEntries(
    ['q', 'baseField', 'year'].flatMap((key) => (words[key] === undefined ? [] : [[key, words[key]]])),
  );
  const day = useAskedDay();
  const gallery = useApiQuery(
    'GET /api/gallery',
    { query: { ...filters, page, size, ...(day !== null && { day }) } as object },
    { keepPrevious: true },
  );
  const items = gallery.data?.items;
  const open = items?.find((one) => one.id === words['xem']) ?? null;
  const filtered = Object.keys(filters).length > 0;
  const lastYears = Array.from({ length: 6 }, (_, back) => String(yearOf(today) - back));
  return (
    <>
      <PageHead title="Triển lãm mô hình" subtitle="Mô hình, điển hình “Dân vận khéo” đã được công nhận" />
      <FilterBar
        name="gallery"
        search="Tên mô hình, địa bàn"
        filters={[
          {
            key: 'baseField',
            label: 'Lĩnh vực',
            options: baseFields.map((value) => ({ value, label: baseFieldWords[value] })),
          },
          {
            key: 'year',
            label: 'Năm',
            options: lastYears.map((value) => ({ value, label: `Năm ${value}` })),
          },
        ]}
        below={
          <div className={styles.day}>
            <AskedDayField />
          </div>
        }
      />
      <AskedDayLine />
      <ProblemAlert problem={gallery.problem} onRetry={() => void gallery.reload()} />
      {items === undefined && gallery.problem === null && <PageSkeleton />}
      {items?.length === 0 && (
        <div className="k-card">
          <EmptyState
            title={filtered ? 'Không có mô hình nào đúng điều kiện' : 'Chưa có mô hình nào được trưng bày'}
            action={
              filtered && (
                <Button
                  variant="default"
                  onClick={() => change({ q: undefined, baseField: undefined, year: undefined })}
                >
                  Bỏ hết lọc
                </Button>
              )
            }
          >
            {filtered
              ? 'Thử ít chữ hơn; gõ không dấu cũng được.'
              : 'Mô hình hiện ở đây khi được công nhận và chủ mô hình đồng ý cho giới thiệu.'}
          </EmptyState>
        </div>
      )}
      {items !== undefined && items.length > 0 && (
        <>
          <p role="status" className="k-small">
            {formatNumber(gallery.data?.total ?? items.length)} mô hình, điển hình
          </p>
          <ul className={styles.cards}>
            {items.map((item) => (
              <GalleryCard key={item.id} item={item} onOpen={() => change({ xem: item.id }, 'push')} />
            ))}
          </ul>
          {gallery.data !== undefined && gallery.data.total > size && (
            <TablePager paging={table} total={gallery.data.total} exact />
          )}
        </>
      )}
      <Drawer
        opened={open !== null}
        onClose={() => change({ xem: undefined })}
        position="right"
        size="44rem"
        title={open?.name ?? ''}
      >
        {open && <Detail item={open} />}
      </Drawer>
    </>
  );
}

interface GalleryCardProps {
  readonly item: Shown;
  readonly onOpen: () => void;
}

function GalleryCard({ item, onOpen }: GalleryCardProps) {
  return (
    <li className={`k-card ${styles.card}`}>
      <Photo item={item} />
      <div className={styles.words}>
        <div className="k-small">
          {[item.fieldName, item.year === null ? null : `năm ${item.year}`].filter(Boolean).join(' · ')}
        </div>
        <h2>
          <button type="button" className={styles.open} onClick={onOpen}>
            {item.name}
          </button>
        </h2>
        <div className="k-small">{item.placeName || item.unitName}</div>
        <p className={styles.story}>{item.results === '' ? item.content : item.results}</p>
        {item.replicas > 0 && (
          <div className={styles.spread}>{formatNumber(item.replicas)} nơi đã áp dụng theo</div>
        )}
      </div>
    </li>
  );
}

const fieldIcons = [IconPlant2, IconHeartHandshake, IconShield, IconUsers] as const;

/** The first photo of the evidence; where there is none, a quiet sign of the field. */
function Photo({ item, large = false }: { readonly item: Shown; readonly large?: boolean }) {
  const [broken, setBroken] = useState(false);
  const at = baseFields.findIndex((field) => baseFieldWords[field] === item.fieldName);
  const Icon = fieldIcons[at] ?? IconBulb;
  if (item.photoFileId === null || broken)
    return large ? null : (
      <div className={styles.noPhoto} aria-hidden="true">
        <Icon size={44} stroke={1.2} />
      </div>
    );
  return (
    <img
      className={large ? styles.largePhoto : styles.photo}
      src={apiHref('GET /api/gallery/:id/photo', { params: { id: item.id } })}
      alt={`Hình ảnh: ${item.name}`}
      loading="lazy"
      onError={() => setBroken(true)}
    />
  );
}

function Detail({ item }: { readonly item: Shown }) {
  return (
    <div className="k-stack">
      <Photo item={item} large />
      <DefinitionList
        items={[
          { term: 'Đơn vị', value: item.unitName },
          { term: 'Địa bàn', value: item.placeName },
          { term: 'Lĩnh vực', value: item.fieldName },
          {
            term: 'Công nhận',
            value: item.recognisedAt === null ? item.year : formatInstantDay(item.recognisedAt),
          },
          {
            term: 'Áp dụng theo',
            value: item.replicas === 0 ? 'chưa có nơi nào' : `${formatNumber(item.replicas)} nơi`,
          },
        ]}
      />
      <section>
        <h3>Cách làm</h3>
        <p className={styles.long}>{item.content}</p>
      </section>
      {item.results !== '' && (
        <section>
          <h3>Kết quả</h3>
          <p className={styles.long}>{item.results}</p>
        </section>
      )}
      {item.mayOpen && (
        <div className="k-no-print">
          <Button variant="default" component={AppLink} href={`/mo-hinh/${item.id}`}>
            Mở hồ sơ mô hình
          </Button>
        </div>
      )}
    </div>
  );
}
