import { type RefObject, useEffect, useRef } from 'react';

let moved = false;

/** Told by the router when the person has gone to another page (not to another filter of the same one). */
export function markPageChange(): void {
  moved = true;
}

/**
 * Names the page in the tab ("Trang – Khéo") and, after a move inside the application, puts the focus on its
 * heading, so that a screen reader says where one is and the next Tab begins there.
 */
export function usePageTitle(title: string): RefObject<HTMLHeadingElement | null> {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    document.title = title === '' ? 'Khéo' : `${title} – Khéo`;
  }, [title]);
  useEffect(() => {
    if (!moved || title === '') return;
    moved = false;
    heading.current?.focus({ preventScroll: true });
  }, [title]);
  return heading;
}
