import { CopyButton } from '../ui/copy-button.tsx';
import { formatInstant } from '../platform/time.ts';
import styles from './administration.module.css';

export function invitationHref(token: string): string {
  return `${location.origin}/moi/${token}`;
}

interface InvitationLinkProps {
  readonly displayName: string;
  readonly href: string;
  readonly expiresAt: string;
}

/** Shown this once: we keep no copy of it. */
export function InvitationLink({ displayName, href, expiresAt }: InvitationLinkProps) {
  return (
    <div className={styles.link} role="status">
      <b>Đường dẫn mời {displayName}</b>
      <code>{href}</code>
      <span className="k-small">
        Chỉ hiện một lần. Gửi riêng cho người dùng; dùng được đến {formatInstant(expiresAt)}.
      </span>
      <CopyButton text={href} label="Sao chép đường dẫn" done="Đã sao chép đường dẫn mời." />
    </div>
  );
}
