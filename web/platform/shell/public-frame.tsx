import { Button } from '@mantine/core';
import { Outlet } from '@tanstack/react-router';
import { AppLink } from '../../ui/app-link.tsx';
import { Brand } from './brand.tsx';
import { OfflineBanner } from './offline-banner.tsx';
import styles from './shell.module.css';

/** The frame for people without an account: the name, the page, a way to sign in. */
export function PublicFrame() {
  return (
    <div className={styles.body}>
      <a href="#noi-dung" className={styles.skip}>
        Đến nội dung chính
      </a>
      <header className={styles.top}>
        <AppLink href="/trien-lam" className={styles.publicBrand} aria-label="Khéo: triển lãm">
          <Brand />
        </AppLink>
        <Button component={AppLink} href="/" variant="default" ml="auto">
          Đăng nhập
        </Button>
      </header>
      <OfflineBanner />
      <main id="noi-dung" tabIndex={-1} className={styles.publicMain}>
        <Outlet />
      </main>
    </div>
  );
}
