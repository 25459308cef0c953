import { beginSession } from '#server/accounts/sessions.store.ts';
import { Actor } from '#server/platform/http/actor.ts';
import type { App } from '#server/platform/http/app.ts';

/** Somebody in a fresh session of an account, without the cost of a password check. */
export async function signedIn(app: App, accountId: string): Promise<Actor> {
  const session = await beginSession(app.db, accountId, app.clock.now().toISOString());
  return new Actor(app).inSession(session);
}
