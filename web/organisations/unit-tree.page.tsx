import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { useRef } from 'react';
import { useApiQuery } from '../platform/api-hooks.ts';
import { usePermission, useSession } from '../platform/session.ts';
import { useUrlState } from '../platform/url-state.ts';
import { AppLink } from '../ui/app-link.tsx';
import { Remark } from '../ui/card.tsx';
import { DayField } from '../ui/day-field.tsx';
import { DaySlider } from '../ui/day-slider.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { PageHead } from '../ui/page-head.tsx';
import { PageSkeleton } from '../ui/page-skeleton.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { PrintButton } from '../ui/small-actions.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { organisationTrees, type TreeName, treeWords } from '#domain/organisations/trees.ts';
import { stopsOf } from './day-words.ts';
import { actsPath, arrangePath, comparisonPath, unitHref } from './organisation-links.ts';
import styles from './organisations.module.css';
import { UnitNames } from './unit-names.tsx';
import { UnitTree } from './unit-tree.tsx';
import { useTree } from './use-tree.ts';

/** The organisation as it stood on a day; day, tree and search are in the address. */
export function UnitTreePage() {
  const { words } = useUrlState();
  const { today } = useSession();
  const manages = usePermission('organisation.manage');
  const day = words['ngay'] ?? today;
  const tree = organisationTrees.find((name) => name === words['he']) ?? 'main';
  const search = words['q'] ?? '';
  return (
    <>
      <PageHead
        title="Tổ chức"
        subtitle={`${treeWords[tree]} · ngày ${formatDay(day)}${day === today ? ' (hôm nay)' : ''}`}
        actions={
          <>
            <PrintButton />
            <Button variant="default" component={AppLink} href={actsPath}>
              Các lần sắp xếp
            </Button>
            <Button variant="default" component={AppLink} href={comparisonPath}>
              So sánh hai ngày
            </Button>
            {manages && (
              <Button component={AppLink} href={arrangePath}>
                Sắp xếp tổ chức
              </Button>
            )}
          </>
        }
      />
      <div className="k-stack">
        <Choices day={day} tree={tree} />
        {day > today && (
          <Remark>
            Đây là ngày chưa tới: tổ chức như các quyết định đã ghi đến nay, có thể còn thay đổi.
          </Remark>
        )}
        {search === '' ? <TreeCard day={day} tree={tree} /> : <UnitNames text={search} today={today} />}
      </div>
    </>
  );
}

interface TreeChoice {
  readonly day: string;
  readonly tree: TreeName;
}

function Choices({ day, tree }: TreeChoice) {
  const { words, change } = useUrlState();
  const { today } = useSession();
  const days = useApiQuery('GET /api/unit-days', {}, { staleTime: 60_000 });
  const choose = (next: string) => change({ ngay: next === today ? undefined : next, chon: undefined });
  return (
    <section className={`k-card ${styles.choices} k-no-print`} aria-label="Chọn ngày và hệ thống">
      <div className={styles.tools}>
        <SearchUnits />
        <NativeSelect
          className={styles.tree}
          label="Xem cây"
          value={tree}
          data={organisationTrees.map((value) => ({ value, label: treeWords[value] }))}
          onChange={(event) =>
            change({ he: event.currentTarget.value === 'main' ? undefined : event.currentTarget.value })
          }
        />
        <div className={styles.day}>
          <DayField
            name="ngay"
            label="Tại ngày"
            value={day}
            onChange={(next) => next !== null && choose(next)}
          />
        </div>
        {day !== today && (
          <Button variant="default" onClick={() => choose(today)}>
            Về hôm nay
          </Button>
        )}
      </div>
      {days.data !== undefined && days.data.items.length > 0 && (
        <DaySlider
          label="Kéo để xem tổ chức qua các ngày thay đổi"
          stops={stopsOf(days.data.items, today)}
          value={day}
          onChange={choose}
        />
      )}
      {tree === 'main' && (
        <Checkbox
          label="Hiện đơn vị cũ (đã kết thúc) dưới đơn vị kế tục"
          checked={words['cu'] === 'co'}
          onChange={(event) => change({ cu: event.currentTarget.checked ? 'co' : undefined })}
        />
      )}
    </section>
  );
}

/** "/" from anywhere comes here. Old names are searched too: what is found says what it became. */
function SearchUnits() {
  const { words, change } = useUrlState();
  const input = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback((q: string) => change({ q: q.trim() }), 250);
  useHotkeys([['/', () => input.current?.focus()]]);
  return (
    <TextInput
      ref={input}
      type="search"
      className={styles.search}
      label="Tìm theo tên nay hoặc tên cũ"
      placeholder="Ví dụ: huong tra"
      defaultValue={words['q'] ?? ''}
      onChange={(event) => search(event.currentTarget.value)}
      leftSection={<IconSearch size={18} stroke={1.8} />}
      spellCheck={false}
      aria-keyshortcuts="/"
    />
  );
}

function TreeCard({ day, tree }: TreeChoice) {
  const { words } = useUrlState();
  const { today } = useSession();
  const shown = words['chon'] ?? null;
  const found = useTree({ day, tree, gone: words['cu'] === 'co', shown });
  if (found.problem !== null)
    return <ProblemAlert problem={found.problem} onRetry={() => void found.reload()} />;
  if (found.rows === null) return <PageSkeleton />;
  if (found.rows.length === 0) return <NoUnits tree={tree} day={day} />;
  return (
    <section className={`k-card ${styles.treeCard}`} aria-label="Cây tổ chức">
      <UnitTree
        label={`${treeWords[tree]}, ngày ${formatDay(day)}`}
        rows={found.rows}
        refreshing={found.refreshing}
        hrefOf={(id) => unitHref(id, day === today ? null : day)}
        onToggle={found.toggle}
        shown={shown}
      />
    </section>
  );
}

function NoUnits({ tree, day }: TreeChoice) {
  return (
    <div className="k-card">
      {tree === 'main' ? (
        <EmptyState title={`Ngày ${formatDay(day)} chưa có đơn vị nào`}>
          Chọn một ngày sau ngày thành lập đơn vị đầu tiên.
        </EmptyState>
      ) : (
        <EmptyState title="Chưa đơn vị nào được xếp vào hệ thống này">
          Mở trang của một đơn vị, mục “Vị trí trong các hệ thống”, để xếp đơn vị vào cây này.
        </EmptyState>
      )}
    </div>
  );
}
