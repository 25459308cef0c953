import { useEffect, useRef } from 'react';
import { usePermission } from '../platform/session.ts';
import { AppLink } from './app-link.tsx';
import styles from './reports-nav.module.css';

export type ReportsPlace = 'own' | 'matrix' | 'totals' | 'forms';

interface Place {
  readonly key: ReportsPlace;
  readonly label: string;
  readonly href: string;
}

const places: readonly Place[] = [
  { key: 'own', label: 'Báo cáo phải gửi', href: '/bao-cao' },
  { key: 'matrix', label: 'Theo dõi', href: '/bao-cao/theo-doi' },
  { key: 'totals', label: 'Tổng hợp', href: '/bao-cao/tong-hop' },
  { key: 'forms', label: 'Biểu báo cáo', href: '/quan-tri/bieu-bao-cao' },
];

/** The pages about reports, side by side; forms only for who manages them. */
export function ReportsNav({ here }: { readonly here: ReportsPlace }) {
  const reads = usePermission('unit_report.read');
  const manages = usePermission('report_form.manage');
  const shown = places.filter((place) => place.key === 'own' || (place.key === 'forms' ? manages : reads));
  const nav = useRef<HTMLElement>(null);
  // On the phone the row is wider than the screen: where one is must be in sight.
  useEffect(() => {
    const current = nav.current?.querySelector('[aria-current]');
    current?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  }, []);
  if (shown.length < 2) return null;
  return (
    <nav ref={nav} className={`${styles.nav} k-no-print`} aria-label="Các trang báo cáo">
      {shown.map((place) => (
        <AppLink key={place.key} href={place.href} aria-current={place.key === here ? 'page' : undefined}>
          {place.label}
        </AppLink>
      ))}
    </nav>
  );
}
