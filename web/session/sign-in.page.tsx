import { usePageTitle } from '../platform/page-title.ts';
import { useSession } from '../platform/session.ts';
import { Brand } from '../platform/shell/brand.tsx';
import { OfflineBanner } from '../platform/shell/offline-banner.tsx';
import { SecondStep } from './second-step.tsx';
import { SignInForm } from './sign-in-form.tsx';
import styles from './sign-in.module.css';

const steps = [
  'Lựa chọn, đăng ký',
  'Thẩm định, giao nhiệm vụ',
  'Thực hiện',
  'Sơ kết, bổ sung',
  'Công nhận, khen thưởng',
  'Học tập, nhân rộng',
];

/** Stands at the address one came for; that page appears as soon as one is signed in. */
export function SignInPage() {
  const { secondStepOpen } = useSession();
  const title = secondStepOpen ? 'Nhập mã xác thực' : 'Đăng nhập';
  const heading = usePageTitle(title);
  return (
    <div className={styles.page}>
      <aside className={styles.poster} aria-label="Về Khéo">
        <Brand size={36} light />
        <div>
          <p className={styles.motto}>
            “Dân vận khéo thì
            <br />
            việc gì cũng thành công.”
          </p>
          <p className={styles.author}>Hồ Chí Minh, “Dân vận”, 15/10/1949</p>
        </div>
        <ol className={styles.steps}>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      </aside>
      <main className={styles.form}>
        <OfflineBanner />
        <div className={styles.inside}>
          <div>
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            <p className="k-small">
              {secondStepOpen
                ? 'Mật khẩu đã đúng. Tài khoản này dùng thêm mã trên điện thoại.'
                : 'Theo dõi phong trào thi đua “Dân vận khéo” từ kế hoạch đến tổng kết.'}
            </p>
          </div>
          {secondStepOpen ? <SecondStep /> : <SignInForm />}
        </div>
      </main>
    </div>
  );
}
