import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { useApiCommand } from '../platform/api-hooks.ts';
import { usePageTitle } from '../platform/page-title.ts';
import { reloadSession } from '../platform/session.ts';
import { Brand } from '../platform/shell/brand.tsx';
import { ErrorSummary } from '../ui/error-summary.tsx';
import { SelectField, TextField } from '../ui/fields.tsx';
import { FormContext } from '../ui/form-context.ts';
import { useFieldErrors } from '../ui/form-errors.ts';
import { ProblemAlert } from '../ui/problem-alert.tsx';
import { type UnitKind, unitKinds, unitKindWords } from '#domain/organisations/unit-kinds.ts';
import { PasswordField } from './password-field.tsx';
import styles from './sign-in.module.css';

const emptyUnit = { name: '', shortName: '', kind: 'district_committee' as UnitKind, code: '' };
const emptyAdministrator = { username: '', displayName: '', password: '' };
const stepNames = ['Đơn vị đầu tiên', 'Quản trị viên', 'Xong'] as const;

type Step = 0 | 1 | 2;

/** The first run of an empty system: the unit that runs the movement here, and who looks after the system. */
export function SetupPage() {
  const heading = usePageTitle('Thiết lập Khéo');
  const [step, setStep] = useState<Step>(0);
  const [unit, setUnit] = useState(emptyUnit);
  const [administrator, setAdministrator] = useState(emptyAdministrator);
  const setup = useApiCommand('POST /api/setup', { onSuccess: () => setStep(2), invalidates: [] });
  const fields = setup.problem?.fields ?? [];
  const labels = useFieldErrors(fields);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (step === 0) setStep(1);
    else setup.run({ body: { unit, administrator } });
  };
  return (
    <main className={styles.narrow}>
      <Brand />
      <ol className={styles.wizardSteps}>
        {stepNames.map((name, index) => (
          <li
            key={name}
            aria-current={index === step ? 'step' : undefined}
            data-done={index < step || undefined}
          >
            {index + 1}. {name}
          </li>
        ))}
      </ol>
      <h1 ref={heading} tabIndex={-1}>
        {step === 2 ? 'Khéo đã sẵn sàng' : stepNames[step]}
      </h1>
      {step === 2 ? (
        <SetupDone username={administrator.username} />
      ) : (
        <FormContext value={labels}>
          <form onSubmit={submit} className="k-stack" style={{ marginTop: '1rem' }}>
            {fields.length > 0 ? <ErrorSummary fields={fields} /> : <ProblemAlert problem={setup.problem} />}
            {step === 0 ? (
              <UnitFields value={unit} onChange={setUnit} />
            ) : (
              <AdministratorFields value={administrator} onChange={setAdministrator} />
            )}
            <div className="k-row">
              {step === 1 && (
                <Button variant="default" onClick={() => setStep(0)}>
                  Quay lại
                </Button>
              )}
              <Button type="submit" loading={setup.pending}>
                {step === 0 ? 'Tiếp tục' : 'Thiết lập'}
              </Button>
            </div>
          </form>
        </FormContext>
      )}
    </main>
  );
}

interface PartProps<T> {
  readonly value: T;
  readonly onChange: (value: T) => void;
}

function UnitFields({ value, onChange }: PartProps<typeof emptyUnit>) {
  return (
    <>
      <p className="k-small">
        Cấp ủy chủ trì phong trào ở nơi này. Các đơn vị trực thuộc được thêm sau, ở trang Tổ chức.
      </p>
      <TextField
        name="unit.name"
        label="Tên đơn vị"
        placeholder="ví dụ: Đảng ủy phường Hương Trà"
        value={value.name}
        onChange={(name) => onChange({ ...value, name })}
        maxLength={200}
        required
        autoFocus
      />
      <TextField
        name="unit.shortName"
        label="Tên gọi ngắn"
        hint="Dùng trong bảng và biểu đồ."
        value={value.shortName}
        onChange={(shortName) => onChange({ ...value, shortName })}
        maxLength={80}
        required
      />
      <SelectField
        name="unit.kind"
        label="Loại đơn vị"
        value={value.kind}
        onChange={(kind) => onChange({ ...value, kind: kind ?? value.kind })}
        options={unitKinds.map((kind) => ({ value: kind, label: unitKindWords[kind] }))}
        none={null}
        required
      />
      <TextField
        name="unit.code"
        label="Mã đơn vị"
        hint="Mã hành chính hoặc mã nội bộ, không trùng với đơn vị khác."
        value={value.code}
        onChange={(code) => onChange({ ...value, code })}
        maxLength={40}
        required
      />
    </>
  );
}

function AdministratorFields({ value, onChange }: PartProps<typeof emptyAdministrator>) {
  return (
    <>
      <p className="k-small">
        Người tạo tài khoản, giao quyền và trông coi hệ thống; không tham gia xét duyệt.
      </p>
      <TextField
        name="administrator.displayName"
        label="Tên hiển thị"
        placeholder="ví dụ: Quản trị hệ thống"
        value={value.displayName}
        onChange={(displayName) => onChange({ ...value, displayName })}
        required
        autoFocus
      />
      <TextField
        name="administrator.username"
        label="Tên đăng nhập"
        hint="Chữ không dấu, số và các dấu . _ -"
        value={value.username}
        onChange={(username) => onChange({ ...value, username })}
        autoComplete="username"
        required
      />
      <PasswordField
        name="administrator.password"
        label="Mật khẩu"
        hint="Ít nhất 10 ký tự; một câu dễ nhớ là tốt nhất."
        value={value.password}
        onChange={(password) => onChange({ ...value, password })}
        autoComplete="new-password"
        required
      />
    </>
  );
}

function SetupDone({ username }: { readonly username: string }) {
  return (
    <div className="k-stack" style={{ marginTop: '1rem' }}>
      <p>
        Đăng nhập bằng tài khoản <b>{username}</b>, rồi thêm các đơn vị trực thuộc ở trang Tổ chức và tạo tài
        khoản cho cán bộ ở trang Quản trị.
      </p>
      <div>
        <Button onClick={() => void reloadSession()}>Đến trang đăng nhập</Button>
      </div>
    </div>
  );
}
