export type TextSize = 'normal' | 'large';

const KEY = 'kheo.text-size';

/** 16 px, or 18 px for those who ask. Every measure is in rem, so the page grows with it. */
export function applyTextSize(size: TextSize): void {
  document.documentElement.dataset['textSize'] = size;
  try {
    localStorage.setItem(KEY, size);
  } catch {
    // A browser that keeps nothing still shows the right size on this page.
  }
}

/** Before the session is read, so that the page does not jump. */
export function applyRememberedTextSize(): void {
  try {
    if (localStorage.getItem(KEY) === 'large') document.documentElement.dataset['textSize'] = 'large';
  } catch {
    // Nothing kept: the normal size.
  }
}
