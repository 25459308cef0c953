import { IconFileText } from '@tabler/icons-react';
import { apiHref } from '../platform/api-client.ts';
import type { Evidence } from './practice-shape.ts';
import styles from './practice.module.css';

interface EvidenceGalleryProps {
  readonly items: readonly Evidence[];
  readonly onShow: (evidence: Evidence) => void;
  readonly label: string;
}

/** Photos as pictures that open large, other files by their name. */
export function EvidenceGallery({ items, onShow, label }: EvidenceGalleryProps) {
  if (items.length === 0) return null;
  return (
    <ul className={styles.gallery} aria-label={label}>
      {items.map((item) => (
        <li key={item.id}>
          {item.file.hasPreview ? (
            <button
              type="button"
              onClick={() => onShow(item)}
              aria-label={`Xem ảnh ${item.caption || item.file.name}`}
            >
              <img
                src={apiHref('GET /api/files/:id', {
                  params: { id: item.file.id },
                  query: { preview: 'small' },
                })}
                alt={item.caption || item.file.name}
                loading="lazy"
              />
            </button>
          ) : (
            <a
              href={apiHref('GET /api/files/:id', { params: { id: item.file.id } })}
              target="_blank"
              rel="noreferrer"
            >
              <IconFileText size={24} stroke={1.4} aria-hidden="true" />
              <span>{item.caption || item.file.name}</span>
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
