import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import type { SignInService } from '#server/platform/sign-in-settings.ts';

export const ownAddress = 'http://localhost:4999';

const signingKey = {
  ...generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({ format: 'jwk' }),
  use: 'sig',
};

/** A real OpenID provider of an imaginary office, on this machine. */
export interface TestSignInService {
  readonly settings: SignInService;
  /** Who sits at the provider's sign-in page, and how they prove it. */
  person: { subject: string; email?: string; emailVerified?: boolean; amr?: readonly string[] };
  /** Follows an address at the provider as a browser does; returns where it leads back to us. */
  visit(address: string): Promise<URL>;
  stop(): Promise<void>;
}

export async function startSignInService(
  match: SignInService['match'],
  port = 0,
): Promise<TestSignInService> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(port, 'localhost', resolve));
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const settings: SignInService = {
    issuer,
    clientId: 'kheo',
    clientSecret: 'bi-mat-cua-kheo-o-cong-thu-nghiem',
    name: 'cổng thử nghiệm',
    match,
    ownAddress,
  };
  const service: TestSignInService = {
    settings,
    person: { subject: 'nobody' },
    visit: (address) => followTo(address, ownAddress),
    stop: () => new Promise((resolve) => (server.closeAllConnections(), server.close(() => resolve()))),
  };
  const provider = makeProvider(service);
  const answer = provider.callback();
  server.on('request', (request, response) => {
    const { subject, amr } = service.person;
    if (request.url?.startsWith('/interaction/'))
      void provider.interactionFinished(request, response, {
        login: { accountId: subject, ...(amr && { amr }) },
      });
    else void answer(request, response);
  });
  return service;
}

function makeProvider(service: TestSignInService): Provider {
  const { issuer, clientId, clientSecret } = service.settings;
  const provider: Provider = new Provider(issuer, {
    clients: [
      {
        client_id: clientId,
        client_secret: clientSecret,
        redirect_uris: [`${ownAddress}/dang-nhap/cong`],
        post_logout_redirect_uris: [`${ownAddress}/`],
      },
    ],
    cookies: { keys: ['chìa khóa thử nghiệm'] },
    claims: { openid: ['sub', 'amr'], email: ['email', 'email_verified'] },
    jwks: { keys: [signingKey] },
    ttl: { AccessToken: 60, AuthorizationCode: 60, Grant: 60, IdToken: 60, Interaction: 60, Session: 60 },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_: unknown, interaction: { uid: string }) => `/interaction/${interaction.uid}` },
    pkce: { required: () => true },
    findAccount: (_: unknown, accountId: string) => ({
      accountId,
      claims: () => ({
        sub: accountId,
        email: service.person.email,
        email_verified: service.person.emailVerified,
      }),
    }),
    loadExistingGrant: async (context: {
      oidc: { client: { clientId: string }; session: { accountId: string } };
    }) => {
      const { client, session } = context.oidc;
      const grant = new provider.Grant({ clientId: client.clientId, accountId: session.accountId });
      grant.addOIDCScope('openid email');
      await grant.save();
      return grant;
    },
  });
  return provider;
}

/** Follows redirects with a cookie jar of its own until they lead to `home`. */
async function followTo(address: string, home: string): Promise<URL> {
  const jar = new Map<string, string>();
  let at = new URL(address);
  for (let hops = 0; hops < 10; hops++) {
    const answer = await fetch(at, {
      redirect: 'manual',
      headers: { cookie: [...jar].map((pair) => pair.join('=')).join('; ') },
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = (cookie.split(';')[0] ?? '').split(/=(.*)/s);
      jar.set(name, value);
    }
    const to = answer.headers.get('location');
    if (to === null) throw new Error(`${at.href} answered ${answer.status}: ${await answer.text()}`);
    at = new URL(to, at);
    if (at.href.startsWith(home)) return at;
  }
  throw new Error('too many redirects');
}
