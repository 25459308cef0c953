import { Button, CloseButton } from '@mantine/core';
import { IconCamera, IconFile, IconUpload } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { toProblem } from '../platform/problem-error.ts';
import { type UploadedFile, uploadFile } from '../platform/upload.ts';
import { formatNumber } from '#domain/kernel/numbers.ts';
import styles from './file-field.module.css';
import { type FieldProps, useField } from './form-context.ts';
import { ProgressBar } from './progress-bar.tsx';

const usualTypes = '.jpg,.jpeg,.png,.webp,.pdf,.doc,.docx,.xls,.xlsx,.pptx,.odt,.ods,.txt,.csv';

interface FileFieldProps extends FieldProps {
  readonly value: readonly UploadedFile[];
  readonly onChange: (change: (files: readonly UploadedFile[]) => readonly UploadedFile[]) => void;
  readonly accept?: string;
  readonly multiple?: boolean;
  /** Offers the phone's camera. */
  readonly camera?: boolean;
}

interface Sending {
  readonly key: string;
  readonly name: string;
  readonly share: number;
  readonly error: string | null;
  readonly stop: () => void;
}

/** "1,2 MB". */
export function formatFileSize(bytes: number): string {
  if (bytes < 1024 * 1024) return `${formatNumber(Math.max(1, Math.round(bytes / 1024)))} KB`;
  return `${formatNumber(bytes / 1024 / 1024, 1)} MB`;
}

/** Files: dropped, chosen or photographed; each shows how far it is and can be stopped. */
export function FileField(props: FileFieldProps) {
  const { value, onChange, accept = usualTypes, multiple = true, camera = false, ...rest } = props;
  const field = useField(rest);
  const [sending, setSending] = useState<readonly Sending[]>([]);
  const [over, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const shutter = useRef<HTMLInputElement>(null);

  const change = (key: string, patch: Partial<Sending>) =>
    setSending((all) => all.map((one) => (one.key === key ? { ...one, ...patch } : one)));
  const finish = (key: string) => setSending((all) => all.filter((one) => one.key !== key));
  const send = async (file: File) => {
    const key = `${file.name}-${file.size}-${file.lastModified}-${performance.now()}`;
    const control = new AbortController();
    const entry = { key, name: file.name, share: 0, error: null, stop: () => control.abort() };
    setSending((all) => [...all, entry]);
    try {
      const kept = await uploadFile(file, {
        signal: control.signal,
        onProgress: (share) => change(key, { share }),
      });
      onChange((files) => (multiple ? [...files, kept] : [kept]));
      finish(key);
    } catch (error) {
      const problem = toProblem(error);
      if (problem.code === 'cancelled') finish(key);
      else change(key, { error: `${problem.title} ${problem.detail}` });
    }
  };
  const take = (files: FileList | null) => {
    for (const file of files ?? []) void send(file);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };

  return (
    <fieldset className={styles.field} aria-describedby={field.error ? `${field.id}-error` : undefined}>
      <legend>{field.label}</legend>
      {field.error !== undefined && (
        <p id={`${field.id}-error`} className={styles.error}>
          {field.error}
        </p>
      )}
      <div
        className={styles.drop}
        data-over={over || undefined}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Button
          id={field.id}
          variant="default"
          leftSection={<IconUpload size={18} stroke={1.6} />}
          onClick={() => chooser.current?.click()}
          disabled={field.disabled}
        >
          Chọn tệp
        </Button>
        {camera && (
          <Button
            className="k-phone-only"
            variant="default"
            leftSection={<IconCamera size={18} stroke={1.6} />}
            onClick={() => shutter.current?.click()}
          >
            Chụp ảnh
          </Button>
        )}
        <span className="k-small">
          <span className="k-office-only">hoặc thả tệp vào đây. </span>
          {field.description ?? 'Ảnh đến 15 MB; PDF, Word, Excel đến 25 MB.'}
        </span>
        <HiddenInput inputRef={chooser} accept={accept} multiple={multiple} onFiles={take} />
        {camera && (
          <HiddenInput inputRef={shutter} accept="image/*" multiple={false} capture onFiles={take} />
        )}
      </div>
      <ul className={styles.files}>
        {value.map((file) => (
          <li key={file.id}>
            <IconFile size={18} stroke={1.6} aria-hidden="true" />
            <span>{file.name}</span>
            <span className="k-small">{formatFileSize(file.size)}</span>
            <CloseButton
              aria-label={`Bỏ tệp ${file.name}`}
              onClick={() => onChange((files) => files.filter((one) => one.id !== file.id))}
            />
          </li>
        ))}
        {sending.map((one) => (
          <li key={one.key} data-failed={one.error !== null || undefined}>
            {one.error === null ? (
              <ProgressBar label={one.name} share={one.share} onCancel={one.stop} />
            ) : (
              <>
                <span role="alert">{one.error}</span>
                <CloseButton aria-label={`Đóng báo lỗi của ${one.name}`} onClick={() => finish(one.key)} />
              </>
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  );
}

interface HiddenInputProps {
  readonly inputRef: React.RefObject<HTMLInputElement | null>;
  readonly accept: string;
  readonly multiple: boolean;
  readonly capture?: boolean;
  readonly onFiles: (files: FileList | null) => void;
}

function HiddenInput({ inputRef, accept, multiple, capture, onFiles }: HiddenInputProps) {
  return (
    <input
      ref={inputRef}
      type="file"
      hidden
      accept={accept}
      multiple={multiple}
      capture={capture ? 'environment' : undefined}
      onChange={(event) => {
        onFiles(event.currentTarget.files);
        event.currentTarget.value = '';
      }}
    />
  );
}
