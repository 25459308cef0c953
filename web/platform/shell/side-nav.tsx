import { AppLink } from '../../ui/app-link.tsx';
import { Brand } from './brand.tsx';
import type { MenuItem } from './menu.ts';
import { useWorkCount } from './work-count.ts';
import styles from './shell.module.css';

interface SideNavProps {
  readonly items: readonly MenuItem[];
  readonly current: MenuItem | undefined;
}

export function SideNav({ items, current }: SideNavProps) {
  return (
    <nav className={styles.side} aria-label="Chính">
      <AppLink href="/" className={styles.brandLink} aria-label="Khéo: về Việc của tôi">
        <Brand />
      </AppLink>
      <MenuList items={items.filter((item) => item.group === 'work')} current={current} />
      <hr />
      <MenuList items={items.filter((item) => item.group === 'register')} current={current} />
    </nav>
  );
}

export function MenuList({ items, current }: SideNavProps) {
  const work = useWorkCount();
  return (
    <ul className={styles.menu}>
      {items.map((item) => (
        <li key={item.href}>
          <AppLink
            href={item.href}
            className={styles.menuLink}
            aria-current={item === current ? 'page' : undefined}
          >
            <item.icon size={20} stroke={1.6} aria-hidden="true" />
            <span>{item.label}</span>
            {item.href === '/' && work > 0 && (
              <b className={styles.count}>
                {work}
                <span className="k-hidden"> việc đang chờ</span>
              </b>
            )}
          </AppLink>
        </li>
      ))}
    </ul>
  );
}
