import { appendFile, readFile } from 'node:fs/promises';

/** How far each lane of the audit trail had come at an instant, and with which hash. */
export interface AuditMark {
  readonly at: string;
  readonly lanes: readonly { readonly lane: number; readonly entries: number; readonly hash: string }[];
}

/**
 * Marks of the audit trail in a file outside the database: whoever writes the whole trail anew, hashes and all,
 * cannot write these. Lines are only ever added.
 */
export interface AuditMarks {
  /** Since the last restore of a backup: what was written after that backup is rightly gone. */
  read(): Promise<AuditMark[]>;
  add(mark: AuditMark): Promise<void>;
}

interface Restored {
  readonly restoredAt: string;
}

/** The file lies beside the database's folder, never in a backup of it. */
export const auditMarksFile = 'audit-marks.jsonl';

export function createAuditMarks(path: string): AuditMarks {
  return {
    read: async () => {
      const marks: AuditMark[] = [];
      const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return '';
        throw error;
      });
      for (const line of text.split('\n')) {
        const entry = parseLine(line);
        if (entry === null) continue;
        if ('restoredAt' in entry) marks.length = 0;
        else marks.push(entry);
      }
      return marks;
    },
    add: (mark) => addLine(path, mark),
  };
}

/** Says that the trail went back to that of a backup. */
export function noteRestore(path: string, at: string): Promise<void> {
  return addLine(path, { restoredAt: at });
}

function addLine(path: string, entry: AuditMark | Restored): Promise<void> {
  return appendFile(path, `${JSON.stringify(entry)}\n`, { mode: 0o600, flush: true });
}

/** A line that was cut short by a loss of power is none. */
function parseLine(line: string): AuditMark | Restored | null {
  try {
    return line === '' ? null : (JSON.parse(line) as AuditMark | Restored);
  } catch {
    return null;
  }
}
