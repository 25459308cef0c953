import { type KeyboardEvent, type ReactNode, useId } from 'react';
import { useUrlState } from '../platform/url-state.ts';
import styles from './url-tabs.module.css';

export interface UrlTab {
  readonly key: string;
  readonly label: string;
  readonly count?: number;
  readonly content: ReactNode;
}

interface UrlTabsProps {
  readonly label: string;
  readonly tabs: readonly UrlTab[];
  /** The word in the address; another one for a second row of tabs. */
  readonly word?: string;
}

/** Parts of a record; the open one is in the address, so that it can be sent and gone back to. */
export function UrlTabs({ label, tabs, word = 'muc' }: UrlTabsProps) {
  const { words, change } = useUrlState();
  const id = useId();
  const open = tabs.find((tab) => tab.key === words[word]) ?? tabs[0];
  if (open === undefined) return null;
  const choose = (tab: UrlTab) => change({ [word]: tab === tabs[0] ? undefined : tab.key }, 'push');
  const onKeyDown = (event: KeyboardEvent) => {
    const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    const next = tabs[(tabs.indexOf(open) + step + tabs.length) % tabs.length];
    if (next === undefined) return;
    event.preventDefault();
    choose(next);
    document.getElementById(`${id}-tab-${next.key}`)?.focus();
  };
  return (
    <div>
      <div role="tablist" aria-label={label} className={`${styles.list} k-no-print`}>
        {tabs.map((tab) => (
          <button
            key={tab.key}
            id={`${id}-tab-${tab.key}`}
            type="button"
            role="tab"
            aria-selected={tab === open}
            aria-controls={`${id}-panel`}
            tabIndex={tab === open ? 0 : -1}
            onClick={() => choose(tab)}
            onKeyDown={onKeyDown}
          >
            {tab.label}
            {tab.count !== undefined && <span>{tab.count}</span>}
          </button>
        ))}
      </div>
      <div id={`${id}-panel`} role="tabpanel" aria-labelledby={`${id}-tab-${open.key}`} tabIndex={-1}>
        {open.content}
      </div>
    </div>
  );
}
