import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { replaceSession } from '../platform/session.ts';
import type { ApiResponse } from '../platform/api-client.ts';
import { CheckField } from '../ui/check-field.tsx';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { CodeField } from './code-field.tsx';

interface SecondStepProps {
  /** Takes over the session; over a page that must stay, only when it is whole again. */
  readonly onSession?: (session: ApiResponse<'GET /api/session'>) => void;
  /** Back to name and password. */
  readonly onLeave?: () => void;
}

/** The second step of signing in: the code on the telephone, or one from paper. */
export function SecondStep({ onSession = replaceSession, onLeave }: SecondStepProps) {
  const [code, setCode] = useState('');
  const [rememberDevice, setRemember] = useState(false);
  const [byPaper, setByPaper] = useState(false);
  const pass = useApiCommand('POST /api/session/second-step', { onSuccess: onSession, invalidates: [] });
  const leave = useApiCommand('DELETE /api/session/second-step', {
    onSuccess: onLeave ?? onSession,
    invalidates: [],
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    pass.run({ body: { code, rememberDevice } });
  };
  const over = pass.problem?.code === 'second_step_over';
  return (
    <form onSubmit={submit} className="k-stack" noValidate>
      <ProblemAlert problem={pass.problem} />
      {byPaper ? (
        <CodeField
          key="paper"
          name="recovery-code"
          label="Mã dự phòng"
          hint="Một trong mười mã đã in khi bật xác thực hai lớp, dạng XXXX-XXXX-XXXX; mỗi mã dùng một lần."
          value={code}
          onChange={setCode}
          digitsOnly={false}
          autoFocus
        />
      ) : (
        <CodeField
          key="telephone"
          name="code"
          label="Mã xác thực"
          hint="Sáu chữ số đang hiện trong ứng dụng xác thực trên điện thoại."
          value={code}
          onChange={setCode}
          autoFocus
        />
      )}
      <CheckField
        name="rememberDevice"
        label="Không hỏi mã trên máy này trong 30 ngày"
        hint="Chỉ chọn khi đây là máy riêng của bạn."
        value={rememberDevice}
        onChange={setRemember}
      />
      <Button type="submit" size="md" loading={pass.pending} disabled={over}>
        Tiếp tục
      </Button>
      <div className="k-row">
        <Button
          variant="subtle"
          onClick={() => {
            setCode('');
            pass.reset();
            setByPaper(!byPaper);
          }}
        >
          {byPaper ? 'Dùng ứng dụng trên điện thoại' : 'Không có điện thoại: dùng mã dự phòng'}
        </Button>
        <Button variant="subtle" loading={leave.pending} onClick={() => leave.run({})}>
          Đăng nhập lại từ đầu
        </Button>
      </div>
    </form>
  );
}
