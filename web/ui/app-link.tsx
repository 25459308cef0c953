import type { AnchorHTMLAttributes, MouseEvent } from 'react';
import { useGoTo } from '../platform/navigation.ts';

interface AppLinkProps extends AnchorHTMLAttributes<HTMLAnchorElement> {
  readonly href: string;
}

/** True for a plain click: anything else (new tab, new window, download) is the browser's. */
export function isPlainClick(event: MouseEvent): boolean {
  return event.button === 0 && !event.metaKey && !event.ctrlKey && !event.shiftKey && !event.altKey;
}

/** A link inside the application: a real address, opened without reloading the page. */
export function AppLink({ href, onClick, children, ...rest }: AppLinkProps) {
  const goTo = useGoTo();
  const open = (event: MouseEvent<HTMLAnchorElement>) => {
    onClick?.(event);
    if (event.defaultPrevented || !isPlainClick(event) || rest.target === '_blank') return;
    event.preventDefault();
    goTo(href);
  };
  return (
    <a href={href} onClick={open} {...rest}>
      {children}
    </a>
  );
}
