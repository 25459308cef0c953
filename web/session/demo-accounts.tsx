import styles from './sign-in.module.css';

interface DemoAccount {
  readonly username: string;
  readonly displayName: string;
  readonly role: string;
  readonly unitName: string;
}

interface DemoAccountsProps {
  readonly accounts: readonly DemoAccount[];
  readonly busy: boolean;
  readonly onPick: (username: string) => void;
}

/** The accounts of the demo story: one press fills both fields and signs in. */
export function DemoAccounts({ accounts, busy, onPick }: DemoAccountsProps) {
  return (
    <section className={styles.demo} aria-labelledby="dung-thu">
      <h2 id="dung-thu">Dùng thử</h2>
      <p className="k-small">Số liệu minh họa. Bấm một vai để vào ngay, không cần mật khẩu.</p>
      <ul>
        {accounts.map((account) => (
          <li key={account.username}>
            <button type="button" disabled={busy} onClick={() => onPick(account.username)}>
              <b>{account.displayName}</b>
              <span>
                {account.role} · {account.unitName}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
