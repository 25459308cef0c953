import { useApiCommand } from '../platform/api-hooks.ts';
import { notify } from '../platform/notify.ts';
import type { ClientProblem } from '../platform/problem-error.ts';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { declinePhrases, returnPhrases } from '../ui/practices/decision-words.ts';
import { ReasonDialog } from '../ui/reason-dialog.tsx';
import { formatNumber } from '#domain/kernel/numbers.ts';
import { practiceActionWords } from '#domain/practices/practice.words.ts';
import styles from './appraisal.module.css';

export type Decision = 'take_up' | 'accept' | 'return' | 'decline';

export const decisionLabels: Record<Decision, string> = {
  take_up: practiceActionWords.take_up.button,
  accept: practiceActionWords.accept.button,
  return: practiceActionWords.return.button,
  decline: practiceActionWords.decline.button,
};

const effects: Record<Decision, string> = {
  take_up: 'Đơn vị sẽ thấy đăng ký đang được thẩm định và không rút được nữa.',
  accept: 'Vào danh sách giao nhiệm vụ; đơn vị bắt đầu khi thông báo được ban hành.',
  return: 'Đơn vị thấy lý do ở đầu bản đăng ký, sửa rồi gửi lại.',
  decline: 'Kết thúc các đăng ký này. Không hoàn tác được.',
};

const dones: Record<Decision, string> = {
  take_up: 'Đã nhận thẩm định',
  accept: 'Đã nhận, giao thực hiện',
  return: 'Đã trả lại',
  decline: 'Đã ghi không giao',
};

interface Named {
  readonly id: string;
  readonly name: string;
}

interface DecisionDialogProps {
  readonly decision: Decision;
  readonly practices: readonly Named[];
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** One decision on one or many: all of them or none; those that stand in the way are named. */
export function DecisionDialog({ decision, practices, onDone, onClose }: DecisionDialogProps) {
  const decide = useApiCommand('POST /api/practices/decisions', {
    onSuccess: (answer) => {
      notify(`${dones[decision]} ${formatNumber(answer.ids.length)} đăng ký.`);
      onDone();
    },
  });
  const run = (reason: string) =>
    decide.run({ body: { action: decision, practiceIds: practices.map((one) => one.id), reason } });
  const shared = {
    opened: true,
    title:
      practices.length === 1
        ? decisionLabels[decision]
        : `${decisionLabels[decision]} ${practices.length} đăng ký`,
    confirmLabel: decisionLabels[decision],
    pending: decide.pending,
    problem: named(decide.problem, practices),
    onClose,
    children: <Chosen practices={practices} effect={effects[decision]} />,
  };
  if (decision === 'return' || decision === 'decline') {
    return (
      <ReasonDialog
        {...shared}
        danger={decision === 'decline'}
        quickPhrases={decision === 'return' ? returnPhrases : declinePhrases}
        onConfirm={run}
      />
    );
  }
  return <ConfirmDialog {...shared} onConfirm={() => run('')} />;
}

/** The server names a refused practice by its id; people know it by its name. */
function named(problem: ClientProblem | null, practices: readonly Named[]): ClientProblem | null {
  if (problem === null) return null;
  const fields = problem.fields.map((field) => {
    const practice = practices.find((one) => one.id === field.path);
    if (practice === undefined || field.message.includes(practice.name)) return field;
    return { path: field.path, message: `${practice.name}: ${field.message}` };
  });
  return { ...problem, fields: practices.length === 1 ? [] : fields };
}

const NAMED_AT_MOST = 8;

function Chosen({ practices, effect }: { readonly practices: readonly Named[]; readonly effect: string }) {
  return (
    <>
      <ul className={styles.chosen}>
        {practices.slice(0, NAMED_AT_MOST).map((one) => (
          <li key={one.id}>{one.name}</li>
        ))}
        {practices.length > NAMED_AT_MOST && <li>và {practices.length - NAMED_AT_MOST} đăng ký nữa</li>}
      </ul>
      <p>{effect}</p>
    </>
  );
}
