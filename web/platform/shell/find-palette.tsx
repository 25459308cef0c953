import { Loader, Modal, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { IconSearch } from '@tabler/icons-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { type ApiResponse } from '../api-client.ts';
import { useApiQuery } from '../api-hooks.ts';
import { useGoTo } from '../navigation.ts';
import { useSession } from '../session.ts';
import { useAskedDay } from '../../ui/asked-day.tsx';
import { formatDay } from '#domain/kernel/day.ts';
import { foldVietnamese } from '#domain/kernel/text.ts';
import { menuFor } from './menu.ts';
import styles from './shell.module.css';

interface Hit {
  readonly title: string;
  readonly detail: string;
  readonly link: string;
}

interface HitGroup {
  readonly label: string;
  readonly items: readonly Hit[];
}

function pagesMatching(text: string, permissions: readonly string[]): HitGroup {
  const wanted = foldVietnamese(text);
  const items = menuFor(permissions)
    .filter((item) => foldVietnamese(item.label).includes(wanted))
    .map((item) => ({ title: item.label, detail: 'Mở trang', link: item.href }));
  return { label: 'Trang', items };
}

function hitGroups(
  text: string,
  found: ApiResponse<'GET /api/search'> | undefined,
  pages: HitGroup,
): HitGroup[] {
  const groups: HitGroup[] = [pages, ...(text === '' ? [] : (found?.groups ?? []))];
  return groups.filter((group) => group.items.length > 0);
}

/** Ctrl-K: finds any practice, unit, document or person, with or without Vietnamese marks. */
export function FindPalette({ opened, onClose }: { readonly opened: boolean; readonly onClose: () => void }) {
  const [text, setText] = useState('');
  const [chosen, setChosen] = useState(0);
  const [asked] = useDebouncedValue(text.trim(), 150);
  const listId = useId();
  const goTo = useGoTo();
  const { permissions } = useSession();
  const day = useAskedDay();
  const search = useApiQuery(
    'GET /api/search',
    { query: { q: asked, ...(day !== null && { day }) } },
    { enabled: asked.length > 1, keepPrevious: true },
  );
  const groups = hitGroups(asked, search.data, pagesMatching(text, permissions));
  const hits = groups.flatMap((group) => group.items);
  const at = Math.min(chosen, Math.max(0, hits.length - 1));

  const open = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    setText('');
    goTo(hit.link);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') open(hits[at]);
    else if (event.key === 'ArrowDown') setChosen(Math.min(at + 1, hits.length - 1));
    else if (event.key === 'ArrowUp') setChosen(Math.max(at - 1, 0));
    else return;
    event.preventDefault();
  };

  return (
    <Modal
      opened={opened}
      onClose={onClose}
      withCloseButton={false}
      centered={false}
      yOffset="10vh"
      size="38rem"
      padding="sm"
      aria-label="Tìm trong Khéo"
    >
      <TextInput
        data-autofocus
        aria-label="Tìm mô hình, đơn vị, văn bản, người"
        placeholder="Tìm mô hình, đơn vị, văn bản, người… (không cần gõ dấu)"
        value={text}
        onChange={(event) => {
          setText(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
        leftSection={<IconSearch size={18} />}
        rightSection={search.refreshing && asked.length > 1 ? <Loader size="xs" /> : null}
        role="combobox"
        aria-expanded={hits.length > 0}
        aria-controls={listId}
        aria-activedescendant={hits.length > 0 ? `${listId}-${at}` : undefined}
        autoComplete="off"
        spellCheck={false}
      />
      <div role="status" className="k-hidden">
        {asked.length > 1 && !search.refreshing ? `${hits.length} kết quả` : ''}
      </div>
      {day !== null && (
        <p className={styles.paletteGroup}>Tìm theo tổ chức ngày {formatDay(day)}, như trang đang xem.</p>
      )}
      <HitList id={listId} groups={groups} chosen={at} onOpen={open} />
      {asked.length > 1 && !search.refreshing && hits.length === 0 && (
        <p className={styles.paletteGroup}>Không tìm thấy “{asked}”. Thử ít chữ hơn, hoặc tên địa bàn.</p>
      )}
      <div className={`${styles.paletteHint} k-office-only`} aria-hidden="true">
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> chọn
        </span>
        <span>
          <kbd>Enter</kbd> mở
        </span>
        <span>
          <kbd>Esc</kbd> đóng
        </span>
      </div>
    </Modal>
  );
}

interface HitListProps {
  readonly id: string;
  readonly groups: readonly HitGroup[];
  readonly chosen: number;
  readonly onOpen: (hit: Hit) => void;
}

function HitList({ id, groups, chosen, onOpen }: HitListProps) {
  const starts = groups.map((_, at) =>
    groups.slice(0, at).reduce((sum, group) => sum + group.items.length, 0),
  );
  return (
    <div id={id} role="listbox" aria-label="Kết quả tìm" className={styles.palette}>
      {groups.map((group, at) => (
        <div key={group.label} role="group" aria-label={group.label}>
          <div className={styles.paletteGroup} aria-hidden="true">
            {group.label}
          </div>
          {group.items.map((hit, place) => {
            const mine = (starts[at] ?? 0) + place;
            return (
              // Keys are handled by the field above: this is a listbox with an active descendant.
              <div
                key={`${hit.link}-${mine}`}
                id={`${id}-${mine}`}
                role="option"
                tabIndex={-1}
                aria-selected={mine === chosen}
                className={styles.paletteItem}
                onClick={() => onOpen(hit)}
                onKeyDown={(event) => event.key === 'Enter' && onOpen(hit)}
              >
                <span>{hit.title}</span>
                <small>{hit.detail}</small>
              </div>
            );
          })}
        </div>
      ))}
    </div>
  );
}
