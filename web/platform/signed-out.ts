/** A session that ended while somebody was working: one dialog for all the requests that noticed it. */
interface SignedOutState {
  readonly asking: boolean;
}

let state: SignedOutState = { asking: false };
let armed = false;
let pending: Promise<boolean> | null = null;
let settle: ((signedIn: boolean) => void) | null = null;
const listeners = new Set<() => void>();

function change(next: SignedOutState): void {
  state = next;
  for (const listener of listeners) listener();
}

/** Only a session that was there can be lost: before the first sign-in a 401 is just an answer. */
export function armSignedOutDialog(signedIn: boolean): void {
  armed = signedIn;
}

/** Resolves to true once the person has signed in again, to false when they leave it. */
export function waitForSignIn(): Promise<boolean> {
  if (!armed) return Promise.resolve(false);
  pending ??= new Promise<boolean>((resolve) => {
    settle = resolve;
    change({ asking: true });
  });
  return pending;
}

export function finishSignIn(signedIn: boolean): void {
  settle?.(signedIn);
  settle = null;
  pending = null;
  change({ asking: false });
}

export function subscribeSignedOut(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

export function signedOutState(): SignedOutState {
  return state;
}
