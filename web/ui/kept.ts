/** Small things kept on this machine. A browser that keeps nothing loses comfort, never work. */
export function readKept<T>(place: string, check: (value: unknown) => value is T): T | null {
  try {
    const text = localStorage.getItem(place);
    if (text === null) return null;
    const value: unknown = JSON.parse(text);
    return check(value) ? value : null;
  } catch {
    return null;
  }
}

/** Says whether it could be kept. */
export function writeKept(place: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(place);
    else localStorage.setItem(place, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}
