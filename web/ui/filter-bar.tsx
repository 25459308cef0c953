import { ActionIcon, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback, useHotkeys } from '@mantine/hooks';
import { IconSearch, IconX } from '@tabler/icons-react';
import { type ReactNode, useRef, useState } from 'react';
import { useUrlState } from '../platform/url-state.ts';
import styles from './filter-bar.module.css';
import { activeFilters, type Filter } from './filter-words.ts';
import { SavedViews } from './saved-views.tsx';

interface FilterBarProps {
  /** Names the list: saved views are kept under it. */
  readonly name: string;
  /** What the text search looks in, e.g. "Tên, địa bàn, chủ mô hình"; without it there is no text search. */
  readonly search?: string;
  readonly filters?: readonly Filter[];
  /** More controls, after the lists: a button that opens rarer filters. */
  readonly extra?: ReactNode;
  /** A panel below the row. */
  readonly below?: ReactNode;
}

/** What of a list is seen. Everything is in the address: it can be kept, sent and gone back to. */
export function FilterBar({ name, search, filters = [], extra, below }: FilterBarProps) {
  const { words, change } = useUrlState();
  const chips = activeFilters(words, filters, search !== undefined);
  const clear = () => {
    const nothing = Object.fromEntries(chips.map((chip) => [chip.key, undefined]));
    change({ ...nothing, page: undefined });
  };
  return (
    <search className={`${styles.bar} k-no-print`} aria-label="Lọc danh sách">
      <div className={styles.inputs}>
        {search !== undefined && <SearchInput where={search} />}
        {filters
          .filter((filter) => !filter.chipOnly)
          .map((filter) => (
            <NativeSelect
              key={filter.key}
              className={styles.select}
              aria-label={filter.label}
              data-active={words[filter.key] !== undefined || undefined}
              value={words[filter.key] ?? ''}
              onChange={(event) => change({ [filter.key]: event.currentTarget.value, page: undefined })}
              data={[
                { value: '', label: filter.label },
                ...filter.options.map((option) => ({ value: option.value, label: option.label })),
              ]}
            />
          ))}
        {extra}
        <SavedViews
          name={name}
          keys={[...(search === undefined ? [] : ['q']), ...filters.map((one) => one.key), 'sort']}
        />
      </div>
      {below}
      {chips.length > 0 && (
        <div className={styles.chips}>
          {chips.map((chip) => (
            <span key={chip.key} className={styles.chip}>
              {chip.label}: <b>{chip.value}</b>
              <button
                type="button"
                aria-label={`Bỏ lọc ${chip.label}: ${chip.value}`}
                onClick={() => change({ [chip.key]: undefined, page: undefined })}
              >
                <IconX size={14} stroke={2} aria-hidden="true" />
              </button>
            </span>
          ))}
          <button type="button" className={styles.clear} onClick={clear}>
            Bỏ hết lọc
          </button>
        </div>
      )}
    </search>
  );
}

/** "/" from anywhere on the page comes here. */
function SearchInput({ where }: { readonly where: string }) {
  const { words, change } = useUrlState();
  const asked = words['q'] ?? '';
  const [text, setText] = useState(asked);
  const [seen, setSeen] = useState(asked);
  // Back, a saved view or a removed chip changes the address: the field follows. While typing it leads.
  if (asked !== seen) {
    setSeen(asked);
    if (asked !== text.trim()) setText(asked);
  }
  const input = useRef<HTMLInputElement>(null);
  const search = useDebouncedCallback((q: string) => change({ q: q.trim(), page: undefined }), 250);
  useHotkeys([['/', () => input.current?.focus()]]);
  const type = (next: string) => {
    setText(next);
    search(next);
  };
  return (
    <TextInput
      ref={input}
      className={styles.search}
      type="search"
      aria-label={`Tìm trong danh sách: ${where}`}
      placeholder={`${where}…`}
      value={text}
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={(event) => event.key === 'Escape' && type('')}
      leftSection={<IconSearch size={18} stroke={1.8} />}
      rightSection={
        text === '' ? (
          <kbd className={`${styles.key} k-office-only`} aria-hidden="true">
            /
          </kbd>
        ) : (
          <ActionIcon variant="subtle" color="gray" aria-label="Xóa chữ đang tìm" onClick={() => type('')}>
            <IconX size={16} />
          </ActionIcon>
        )
      }
      aria-keyshortcuts="/"
      spellCheck={false}
    />
  );
}
