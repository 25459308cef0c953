import { ActionIcon, Button, Popover, TextInput } from '@mantine/core';
import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { type UrlWords, useUrlState } from '../platform/url-state.ts';
import styles from './filter-bar.module.css';
import { readKept, writeKept } from './kept.ts';

interface SavedView {
  readonly title: string;
  readonly words: UrlWords;
}

function isViewList(value: unknown): value is SavedView[] {
  return (
    Array.isArray(value) &&
    value.every((one: unknown) => typeof one === 'object' && one !== null && 'title' in one && 'words' in one)
  );
}

interface SavedViewsProps {
  readonly name: string;
  /** The words of the address that belong to a view. */
  readonly keys: readonly string[];
}

/** Filters that somebody uses again and again, by a name of their own; kept on this machine. */
export function SavedViews({ name, keys }: SavedViewsProps) {
  const place = `kheo.views.${name}`;
  const { words, change } = useUrlState();
  const [views, setViews] = useState<readonly SavedView[]>(() => readKept(place, isViewList) ?? []);
  const [title, setTitle] = useState('');
  const [opened, setOpened] = useState(false);
  const current = Object.fromEntries(
    keys.filter((key) => words[key] !== undefined).map((key) => [key, words[key] ?? '']),
  );
  const keep = (next: readonly SavedView[]) => {
    setViews(next);
    writeKept(place, next);
  };
  const save = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim() === '') return;
    keep([...views.filter((view) => view.title !== title.trim()), { title: title.trim(), words: current }]);
    setTitle('');
  };
  const show = (view: SavedView) => {
    const patch = Object.fromEntries(keys.map((key) => [key, view.words[key]]));
    change({ ...patch, page: undefined }, 'push');
    setOpened(false);
  };
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-end" trapFocus returnFocus width={300}>
      <Popover.Target>
        <Button
          variant="default"
          size="md"
          leftSection={<IconBookmark size={18} stroke={1.6} />}
          onClick={() => setOpened((was) => !was)}
          className={styles.views}
        >
          Bộ lọc đã lưu
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={styles.viewList}>
          {views.length === 0 && (
            <p className="k-small">Chưa lưu bộ lọc nào. Lọc danh sách rồi đặt tên để dùng lại.</p>
          )}
          {views.map((view) => (
            <div key={view.title} className={styles.view}>
              <Button variant="subtle" color="gray" justify="start" fullWidth onClick={() => show(view)}>
                {view.title}
              </Button>
              <ActionIcon
                variant="subtle"
                color="gray"
                aria-label={`Xóa bộ lọc ${view.title}`}
                onClick={() => keep(views.filter((one) => one !== view))}
              >
                <IconTrash size={16} />
              </ActionIcon>
            </div>
          ))}
          {Object.keys(current).length > 0 && (
            <form onSubmit={save} className={styles.saveForm}>
              <TextInput
                size="sm"
                label="Lưu bộ lọc đang dùng"
                placeholder="Đặt tên"
                value={title}
                maxLength={60}
                onChange={(event) => setTitle(event.currentTarget.value)}
              />
              <Button type="submit" variant="default">
                Lưu
              </Button>
            </form>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
