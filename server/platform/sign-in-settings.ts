import { z } from 'zod';

/** The office's own sign-in service (OpenID Connect). */
export interface SignInService {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** On the button: "Đăng nhập qua …". */
  readonly name: string;
  /** `linked`: identities an administrator linked beforehand. `email`: also a verified e-mail that is a user name here. */
  readonly match: 'linked' | 'email';
  /** Our own address as browsers know it, without a slash at its end: the service sends people back to it. */
  readonly ownAddress: string;
}

export interface SignInSettings {
  /** `officers`: administrators, standing and province officers must set up one-time codes. */
  readonly twoFactor: 'off' | 'officers';
  readonly service: SignInService | null;
}

export const plainSignIn: SignInSettings = { twoFactor: 'off', service: null };

/** Plain http reaches only this very machine; anything else would show codes and secrets to the network. */
const safeAddress = z.url('phải là một địa chỉ đầy đủ').refine((address) => {
  const { protocol, hostname } = new URL(address);
  return protocol === 'https:' || ['localhost', '127.0.0.1', '[::1]'].includes(hostname);
}, 'phải bắt đầu bằng https:// (http:// chỉ dùng được với localhost)');

export const signInEnvironment = z.object({
  KHEO_TWO_FACTOR: z.enum(['off', 'officers'], 'chỉ nhận off hoặc officers').default('off'),
  KHEO_OIDC_ISSUER: safeAddress.optional(),
  KHEO_OIDC_CLIENT_ID: z.string().optional(),
  KHEO_OIDC_CLIENT_SECRET: z.string().optional(),
  KHEO_OIDC_NAME: z.string().max(60).default('cổng của cơ quan'),
  KHEO_OIDC_MATCH: z.enum(['linked', 'email'], 'chỉ nhận linked hoặc email').default('linked'),
  KHEO_URL: safeAddress.optional(),
});

/** The settings as they work together; a service with a part missing stops the start. */
export function signInSettings(given: z.output<typeof signInEnvironment>): SignInSettings {
  const { KHEO_OIDC_ISSUER: issuer, KHEO_TWO_FACTOR: twoFactor } = given;
  if (issuer === undefined) return { twoFactor, service: null };
  const need = (name: 'KHEO_OIDC_CLIENT_ID' | 'KHEO_OIDC_CLIENT_SECRET' | 'KHEO_URL'): string => {
    const value = given[name];
    if (value === undefined) throw new Error(`  ${name}: cần có khi đặt KHEO_OIDC_ISSUER`);
    return value;
  };
  return {
    twoFactor,
    service: {
      issuer,
      clientId: need('KHEO_OIDC_CLIENT_ID'),
      clientSecret: need('KHEO_OIDC_CLIENT_SECRET'),
      name: given.KHEO_OIDC_NAME,
      match: given.KHEO_OIDC_MATCH,
      ownAddress: need('KHEO_URL').replace(/\/+$/, ''),
    },
  };
}
