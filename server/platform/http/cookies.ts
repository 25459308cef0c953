import type { FastifyReply, FastifyRequest } from 'fastify';

/** `__Host-`: sent only over TLS (or to localhost), only to this host, never set by a sibling host. */
export const sessionCookieName = '__Host-kheo';

const options = { path: '/', httpOnly: true, secure: true, sameSite: 'lax' } as const;

export function sessionSecretOf(request: FastifyRequest): string | null {
  return request.cookies[sessionCookieName] ?? null;
}

export function setSessionCookie(reply: FastifyReply, secret: string): void {
  void reply.setCookie(sessionCookieName, secret, options);
}

export function clearSessionCookie(reply: FastifyReply): void {
  void reply.clearCookie(sessionCookieName, options);
}
