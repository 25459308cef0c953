import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: sent only over TLS (or to localhost), only to this host, never set by a sibling host. */
export const sessionCookieName = '__Host-kheo';

const names = {
  /** The session, or the sign-in that still lacks its second step. Ends with the browser. */
  session: sessionCookieName,
  /** A browser in which somebody signed in before. */
  device: '__Host-kheo-may',
  /** On the way to the office's sign-in service and back. */
  journey: '__Host-kheo-cong',
} as const;
export type CookieName = keyof typeof names;

const days = 24 * 60 * 60;
const keptFor: Readonly<Record<CookieName, number | null>> = {
  session: null,
  device: 180 * days,
  journey: 10 * 60,
};
const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

/** The secrets a browser holds of ours, for the few handlers that sign in or out. */
export interface Cookies {
  /** What the browser sent, or what was set since. */
  get(name: CookieName): string | null;
  set(name: CookieName, secret: string): void;
  clear(name: CookieName): void;
}

export function sessionSecretOf(request: FastifyRequest): string | null {
  return request.cookies[names.session] ?? null;
}

export function cookiesOf(request: FastifyRequest, reply: FastifyReply): Cookies {
  const changed = new Map<CookieName, string | null>();
  return {
    get: (name) => (changed.has(name) ? (changed.get(name) ?? null) : (request.cookies[names[name]] ?? null)),
    set: (name, secret) => {
      changed.set(name, secret);
      const maxAge = keptFor[name];
      void reply.setCookie(names[name], secret, { ...options, ...(maxAge !== null && { maxAge }) });
    },
    clear: (name) => {
      changed.set(name, null);
      void reply.clearCookie(names[name], options);
    },
  };
}
