import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { printSlip } from '../platform/print-lines.ts';
import { useSession } from '../platform/session.ts';
import { CheckField } from '../ui/check-field.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import styles from './sign-in.module.css';

interface RecoveryCodesProps {
  readonly codes: readonly string[];
  readonly onDone: () => void;
}

/** Ten codes for a lost telephone, shown once: on paper they are safe from whoever gets into the computer. */
export function RecoveryCodes({ codes, onDone }: RecoveryCodesProps) {
  const { account } = useSession();
  const [kept, setKept] = useState(false);
  const print = () =>
    printSlip({
      title: 'Khéo: mã dự phòng đăng nhập',
      lines: [
        `Tài khoản: ${account?.username ?? ''}`,
        'Mỗi mã dùng một lần, khi không có điện thoại. Cất như giấy tờ quan trọng.',
        ...codes.map((code) => ({ code })),
      ],
    });
  return (
    <div className="k-stack">
      <p>
        Mất điện thoại, bạn vẫn vào được bằng một trong mười mã này; mỗi mã dùng một lần.{' '}
        <b>Chỉ hiện lần này</b>, hãy in hoặc chép ra giấy.
      </p>
      <ul className={styles.codes} aria-label="Mã dự phòng">
        {codes.map((code) => (
          <li key={code}>{code}</li>
        ))}
      </ul>
      <div className="k-row">
        <Button variant="default" leftSection={<IconPrinter size={18} />} onClick={print}>
          In mã
        </Button>
        <CopyButton text={codes.join('\n')} label="Sao chép" done="Đã sao chép mười mã dự phòng." />
      </div>
      <CheckField name="kept" label="Tôi đã cất mã dự phòng" value={kept} onChange={setKept} />
      <div>
        <Button disabled={!kept} onClick={onDone}>
          Xong
        </Button>
      </div>
    </div>
  );
}
