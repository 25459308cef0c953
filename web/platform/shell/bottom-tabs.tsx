import { Drawer } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconDots } from '@tabler/icons-react';
import { AppLink } from '../../ui/app-link.tsx';
import type { MenuItem } from './menu.ts';
import { useWorkCount } from './work-count.ts';
import styles from './shell.module.css';
import { MenuList } from './side-nav.tsx';

interface BottomTabsProps {
  readonly items: readonly MenuItem[];
  readonly current: MenuItem | undefined;
}

const TABS = 4;

/** The phone's menu: the four first things this person may open, and the rest behind "Thêm". */
export function BottomTabs({ items, current }: BottomTabsProps) {
  const [opened, sheet] = useDisclosure(false);
  const work = useWorkCount();
  const tabs = items.slice(0, TABS);
  const rest = items.slice(TABS);
  const inRest = current !== undefined && rest.includes(current);
  return (
    <nav className={styles.tabs} aria-label="Chính (điện thoại)">
      {tabs.map((item) => (
        <AppLink key={item.href} href={item.href} aria-current={item === current ? 'page' : undefined}>
          <item.icon size={22} stroke={1.6} aria-hidden="true" />
          <span>{item.shortLabel ?? item.label}</span>
          {item.href === '/' && work > 0 && <b className={styles.dot}>{work}</b>}
        </AppLink>
      ))}
      {rest.length > 0 && (
        <button type="button" onClick={sheet.open} aria-expanded={opened} data-current={inRest || undefined}>
          <IconDots size={22} stroke={1.6} aria-hidden="true" />
          <span>Thêm</span>
        </button>
      )}
      <Drawer
        opened={opened}
        onClose={sheet.close}
        position="bottom"
        size="auto"
        title="Thêm"
        radius="md"
        classNames={{ content: styles.sheet ?? '' }}
      >
        {/* Any choice closes the sheet. */}
        <div onClickCapture={sheet.close} role="presentation">
          <MenuList items={rest} current={current} />
        </div>
      </Drawer>
    </nav>
  );
}
