import type { ReactNode } from 'react';
import { type UnitKind, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import styles from './organisations.module.css';

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 1.6, strokeLinejoin: 'round' } as const;
const filled = { fill: 'currentColor' } as const;

/** Places are outlines, committees are filled with the same outline; the others have a shape of their own. */
const shapes: Record<UnitKind, ReactNode> = {
  nation: <path {...stroke} d="m8 1.5 2 4.4 4.8.5-3.6 3.2 1 4.7L8 11.9l-4.2 2.4 1-4.7L1.2 6.4l4.8-.5z" />,
  province: <rect {...stroke} x="2" y="2" width="12" height="12" rx="1" />,
  district: <path {...stroke} d="m8 1.5 6.5 6.5L8 14.5 1.5 8z" />,
  commune: <circle {...stroke} cx="8" cy="8" r="5.6" />,
  province_committee: <rect {...filled} x="1.5" y="1.5" width="13" height="13" rx="1" />,
  district_committee: <path {...filled} d="m8 .8 7.2 7.2L8 15.2.8 8z" />,
  commune_committee: <circle {...filled} cx="8" cy="8" r="6.2" />,
  agency_party_organisation: <path {...filled} d="M8 2 14.5 14h-13z" />,
  enterprise_party_organisation: <path {...stroke} d="M8 2.5 14 13.5H2z" />,
  school_party_organisation: <path {...filled} d="M1.5 3h13L8 14.5z" />,
  armed_force_party_organisation: <path {...filled} d="M8 1.5 14 4v4.5c0 3-2.5 5-6 6-3.5-1-6-3-6-6V4z" />,
  village: <circle {...filled} cx="8" cy="8" r="3" />,
  front: <path {...filled} d="m4.5 2h7l3.5 6-3.5 6h-7L1 8z" />,
  mass_organisation: <path {...stroke} d="m4.7 2.5h6.6L14.5 8l-3.2 5.5H4.7L1.5 8z" />,
  government_body: <path {...stroke} d="M2 6 8 2l6 4v8H2zM2 6h12" />,
};

/** The kind of a unit as a shape; the word stands beside it, or is read out where there is no room. */
export function KindMark({ kind, worded = false }: { readonly kind: UnitKind; readonly worded?: boolean }) {
  return (
    <span className={styles.mark} title={unitKindWords[kind]} data-kind={kind}>
      <svg width="15" height="15" viewBox="0 0 16 16" aria-hidden="true">
        {shapes[kind]}
      </svg>
      {worded && <span className="k-hidden">{unitKindWords[kind]}: </span>}
    </span>
  );
}
