import { Button, Modal } from '@mantine/core';
import { useHotkeys } from '@mantine/hooks';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { apiHref } from '../platform/api-client.ts';
import { formatInstant } from '../platform/time.ts';
import { DownloadButton } from '../ui/small-actions.tsx';
import type { Evidence } from './practice-shape.ts';
import styles from './practice.module.css';

interface LightboxProps {
  readonly items: readonly Evidence[];
  readonly shown: Evidence | null;
  readonly onShow: (evidence: Evidence | null) => void;
}

/** One photo large, with what it shows and who added it; arrows go on to the next. */
export function Lightbox({ items, shown, onShow }: LightboxProps) {
  const photos = items.filter((item) => item.file.hasPreview);
  const at = photos.findIndex((item) => item.id === shown?.id);
  const step = (by: number) => {
    const next = photos[at + by];
    if (at >= 0 && next !== undefined) onShow(next);
  };
  useHotkeys([
    ['ArrowLeft', () => step(-1)],
    ['ArrowRight', () => step(1)],
  ]);
  return (
    <Modal
      opened={shown !== null}
      onClose={() => onShow(null)}
      size="64rem"
      title={shown === null ? '' : `Minh chứng ${at + 1}/${photos.length}`}
    >
      {shown !== null && (
        <div className={styles.lightbox}>
          <img
            src={apiHref('GET /api/files/:id', {
              params: { id: shown.file.id },
              query: { preview: 'large' },
            })}
            alt={shown.caption || shown.file.name}
          />
          <div className={styles.lightboxBar}>
            <div>
              <div>{shown.caption || shown.file.name}</div>
              <div className="k-small">
                {shown.addedBy} · {formatInstant(shown.addedAt)}
              </div>
            </div>
            <Button
              variant="default"
              disabled={at <= 0}
              leftSection={<IconChevronLeft size={18} />}
              onClick={() => step(-1)}
            >
              Ảnh trước
            </Button>
            <Button
              variant="default"
              disabled={at >= photos.length - 1}
              rightSection={<IconChevronRight size={18} />}
              onClick={() => step(1)}
            >
              Ảnh sau
            </Button>
            <DownloadButton href={apiHref('GET /api/files/:id', { params: { id: shown.file.id } })}>
              Tải ảnh gốc
            </DownloadButton>
          </div>
        </div>
      )}
    </Modal>
  );
}
