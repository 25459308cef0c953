import { Problem } from '#domain/kernel/problem.ts';
import type { SignInService } from '#server/platform/sign-in-settings.ts';
import * as client from 'openid-client';

/** Pages of ours the service sends people back to; both stand in its list of allowed addresses. */
const returnPath = '/dang-nhap/cong';
const secondsForAnswer = 8;

/** What a journey must come back with. */
export interface JourneyChecks {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
}

/** Who somebody is at the service. */
export interface Identity {
  readonly subject: string;
  /** Only where the service has verified it. */
  readonly email: string | null;
  /** The service itself asked more than a password. */
  readonly strong: boolean;
}

const known = new WeakMap<SignInService, Promise<client.Configuration>>();

/** The service as it describes itself; asked once, and again after it could not be reached. */
function configurationOf(service: SignInService): Promise<client.Configuration> {
  const asked = known.get(service);
  if (asked) return asked;
  const issuer = new URL(service.issuer);
  const answer = client.discovery(issuer, service.clientId, service.clientSecret, undefined, {
    timeout: secondsForAnswer,
    // The settings let plain http through for this very machine alone.
    ...(issuer.protocol === 'http:' && { execute: [client.allowInsecureRequests] }),
  });
  known.set(service, answer);
  answer.catch(() => known.delete(service));
  return answer;
}

async function reach(service: SignInService): Promise<client.Configuration> {
  try {
    return await configurationOf(service);
  } catch {
    throw new Problem('sign_in_service_down');
  }
}

/** Where to send somebody, and what must be in the answer: state, nonce and PKCE are fresh each time. */
export async function departureTo(
  service: SignInService,
): Promise<{ address: string; checks: JourneyChecks }> {
  const configuration = await reach(service);
  const checks = {
    state: client.randomState(),
    nonce: client.randomNonce(),
    codeVerifier: client.randomPKCECodeVerifier(),
  };
  const address = client.buildAuthorizationUrl(configuration, {
    redirect_uri: service.ownAddress + returnPath,
    scope: 'openid email',
    state: checks.state,
    nonce: checks.nonce,
    code_challenge: await client.calculatePKCECodeChallenge(checks.codeVerifier),
    code_challenge_method: 'S256',
  });
  return { address: address.href, checks };
}

/** Exchanges the answer in the address for an identity. Anything that does not fit is refused without telling why. */
export async function identityFrom(
  service: SignInService,
  answer: string,
  checks: JourneyChecks,
): Promise<Identity> {
  const configuration = await reach(service);
  const address = new URL(service.ownAddress + returnPath);
  address.search = answer;
  let claims: client.IDToken | undefined;
  // Told by the service: nothing is taken on trust of its type.
  let about: Readonly<Record<string, unknown>> = {};
  try {
    const tokens = await client.authorizationCodeGrant(configuration, address, {
      expectedState: checks.state,
      expectedNonce: checks.nonce,
      pkceCodeVerifier: checks.codeVerifier,
      idTokenExpected: true,
    });
    claims = tokens.claims();
    if (claims !== undefined) about = { ...claims };
    // Most services tell the e-mail only when they are asked for it.
    if (claims !== undefined && about['email'] === undefined && service.match === 'email')
      about = await client.fetchUserInfo(configuration, tokens.access_token, claims.sub);
  } catch (error) {
    throw new Problem(isUnreachable(error) ? 'sign_in_service_down' : 'sign_in_service_refused');
  }
  if (claims === undefined) throw new Problem('sign_in_service_refused');
  const { sub, amr } = claims;
  const { email, email_verified: verified } = about;
  return {
    subject: sub,
    email: typeof email === 'string' && verified === true ? email : null,
    // RFC 8176: more than one factor, or a one-time code or a key in hardware.
    strong: Array.isArray(amr) && amr.some((way) => ['mfa', 'otp', 'hwk'].includes(String(way))),
  };
}

/** The network, not the answer: `fetch` says so with a TypeError, a time-out by its name. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.name === 'TimeoutError' || (error instanceof TypeError && error.message === 'fetch failed'))
    return true;
  return isUnreachable(error.cause);
}

/** Where to end the session at the service too; null where it has no such page or cannot be reached. */
export async function signOutAddress(service: SignInService): Promise<string | null> {
  try {
    const configuration = await configurationOf(service);
    if (configuration.serverMetadata().end_session_endpoint === undefined) return null;
    return client.buildEndSessionUrl(configuration, { post_logout_redirect_uri: `${service.ownAddress}/` })
      .href;
  } catch {
    return null;
  }
}
