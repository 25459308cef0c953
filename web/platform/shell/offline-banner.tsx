import { useNetwork } from '@mantine/hooks';
import { IconCloudOff } from '@tabler/icons-react';
import styles from './shell.module.css';

/** Says that the network is gone, and what that means, for as long as it is gone. */
export function OfflineBanner() {
  const { online } = useNetwork();
  return (
    <div role="status" className="k-no-print">
      {!online && (
        <div className={styles.offline}>
          <IconCloudOff size={18} aria-hidden="true" />
          <span>
            <b>Đang mất mạng.</b> Bạn vẫn xem được trang đang mở; nội dung đang nhập được giữ trên máy này và
            gửi khi có mạng.
          </span>
        </div>
      )}
    </div>
  );
}
