import { useCallback, useEffect, useRef, useState } from 'react';
import { type ClientProblem, toProblem } from '../platform/problem-error.ts';
import { useSession } from '../platform/session.ts';
import { formatTime } from '../platform/time.ts';
import { readKept, writeKept } from './kept.ts';

const PAUSE_MS = 1200;

type AutosaveStatus = 'idle' | 'waiting' | 'saving' | 'saved' | 'local' | 'refused';

interface LocalCopy {
  readonly at: string;
  readonly text: string;
}

function isLocalCopy(value: unknown): value is LocalCopy {
  return typeof value === 'object' && value !== null && 'at' in value && 'text' in value;
}

export interface Autosave<T> {
  readonly status: AutosaveStatus;
  /** "Đã lưu nháp lúc 10:32", for FormPage. */
  readonly text: string;
  readonly problem: ClientProblem | null;
  /** Typed here earlier and never received by the server; the page offers it. */
  readonly leftover: { readonly at: string; readonly value: T } | null;
  readonly dropLeftover: () => void;
  /** Saves at once, e.g. before submitting; true when the server has it. */
  readonly flush: () => Promise<boolean>;
  /** Forgets the copy on this machine, e.g. after submitting. */
  readonly forget: () => void;
}

interface AutosaveOptions {
  /** Off while nothing may be saved (a record that is only read). */
  readonly enabled?: boolean;
}

function describe(status: AutosaveStatus, at: string, problem: ClientProblem | null): string {
  switch (status) {
    case 'waiting':
    case 'saving':
      return 'Đang lưu nháp…';
    case 'saved':
      return `Đã lưu nháp lúc ${at}`;
    case 'local':
      return `Mất mạng: đã giữ trên máy này lúc ${at}, sẽ gửi khi có mạng`;
    case 'refused':
      return `Chưa lưu được nháp: ${problem?.title ?? ''} Bản đang nhập được giữ trên máy này.`;
    default:
      return '';
  }
}

/**
 * Keeps what is typed: a moment after the last key on the server, and until the server has it on this machine,
 * so that neither a lost network nor a closed window loses it. `key` names the record, e.g. `practice-<id>`.
 */
export function useAutosave<T>(
  key: string,
  value: T,
  save: (value: T) => Promise<unknown>,
  options: AutosaveOptions = {},
): Autosave<T> {
  const { account } = useSession();
  const place = `kheo.draft.${account?.id ?? ''}.${key}`;
  const text = JSON.stringify(value);
  const [known, setKnown] = useState(text);
  const [status, setStatus] = useState<AutosaveStatus>('idle');
  const [at, setAt] = useState('');
  const [problem, setProblem] = useState<ClientProblem | null>(null);
  const [leftover, setLeftover] = useState(() => readKept(place, isLocalCopy));
  const latest = useRef({ value, text, save, known });
  const running = useRef<Promise<boolean> | null>(null);
  useEffect(() => {
    latest.current = { value, text, save, known };
  });

  const saveOnce = useCallback(async (): Promise<boolean> => {
    const sent = latest.current;
    if (sent.text === sent.known) return true;
    setStatus('saving');
    writeKept(place, { at: new Date().toISOString(), text: sent.text });
    try {
      await sent.save(sent.value);
      latest.current.known = sent.text;
      setKnown(sent.text);
      setProblem(null);
      setStatus('saved');
      if (latest.current.text === sent.text) writeKept(place, null);
      return true;
    } catch (error) {
      const refusal = toProblem(error);
      setProblem(refusal);
      setStatus(refusal.code === 'network' ? 'local' : 'refused');
      return false;
    } finally {
      setAt(formatTime(new Date()));
    }
  }, [place]);

  const flush = useCallback(async (): Promise<boolean> => {
    // One at a time: a second save waits for the first, then sends what was typed meanwhile.
    while (running.current !== null) await running.current;
    running.current = saveOnce();
    try {
      return await running.current;
    } finally {
      running.current = null;
    }
  }, [saveOnce]);

  const enabled = options.enabled ?? true;
  useEffect(() => {
    if (!enabled || text === known) return;
    const timer = setTimeout(() => void flush(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [enabled, text, known, flush]);

  useEffect(() => {
    if (status !== 'local') return;
    const again = () => void flush();
    addEventListener('online', again);
    const timer = setInterval(again, 20_000);
    return () => {
      removeEventListener('online', again);
      clearInterval(timer);
    };
  }, [status, flush]);

  // A closed tab does not wait for the network: the copy is written while it closes.
  useEffect(() => {
    const keep = () => {
      const now = latest.current;
      if (now.text !== now.known) writeKept(place, { at: new Date().toISOString(), text: now.text });
    };
    addEventListener('pagehide', keep);
    return () => {
      removeEventListener('pagehide', keep);
      keep();
    };
  }, [place]);

  const drop = () => {
    setLeftover(null);
    writeKept(place, null);
  };
  const behind = enabled && text !== known && (status === 'idle' || status === 'saved');
  const shown: AutosaveStatus = behind ? 'waiting' : status;
  const useful = leftover !== null && leftover.text !== text ? leftover : null;
  return {
    status: shown,
    text: describe(shown, at, problem),
    problem,
    leftover: useful === null ? null : { at: useful.at, value: JSON.parse(useful.text) as T },
    dropLeftover: drop,
    flush,
    forget: drop,
  };
}
