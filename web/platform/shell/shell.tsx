import { Outlet, useLocation } from '@tanstack/react-router';
import { useSession } from '../session.ts';
import { BottomTabs } from './bottom-tabs.tsx';
import { currentItem, menuFor } from './menu.ts';
import { OfflineBanner } from './offline-banner.tsx';
import styles from './shell.module.css';
import { SideNav } from './side-nav.tsx';
import { TopBar } from './top-bar.tsx';

/** The frame around every page of a signed-in person. */
export function Shell() {
  const { permissions } = useSession();
  const pathname = useLocation({ select: (location) => location.pathname });
  const items = menuFor(permissions);
  const current = currentItem(items, pathname);
  return (
    <div className={styles.shell}>
      <a href="#noi-dung" className={styles.skip}>
        Đến nội dung chính
      </a>
      <SideNav items={items} current={current} />
      <div className={styles.body}>
        <TopBar />
        <OfflineBanner />
        <main id="noi-dung" tabIndex={-1} className={styles.main}>
          <Outlet />
        </main>
      </div>
      <BottomTabs items={items} current={current} />
    </div>
  );
}
