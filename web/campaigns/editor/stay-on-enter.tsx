import type { KeyboardEvent, ReactNode } from 'react';

/** In a long form Enter in a line of text does not send the whole form: one goes on with Tab and sends by the button. */
export function StayOnEnter({ children }: { readonly children: ReactNode }) {
  const hold = (event: KeyboardEvent) => {
    const inLine = event.target instanceof HTMLInputElement && event.target.type !== 'checkbox';
    if (event.key === 'Enter' && inLine) event.preventDefault();
  };
  return (
    <div className="k-stack" onKeyDown={hold}>
      {children}
    </div>
  );
}
