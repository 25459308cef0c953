import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { type DragEvent, useRef, useState } from 'react';
import { formatFileSize } from './file-field.tsx';
import styles from './import-list.module.css';

interface ImportDropProps {
  /** What stands in a line: "một mô hình". */
  readonly each?: string;
  /** Other words than those of a list of lines, and other kinds of file. */
  readonly title?: string;
  readonly hint?: string;
  readonly accept?: string;
  /** Read out: "Tệp danh sách đăng ký". */
  readonly label: string;
  readonly file: File | null;
  readonly disabled: boolean;
  readonly onFile: (file: File) => void;
}

/** One list file, dropped or chosen; choosing again reads it again after it was mended. */
export function ImportDrop({ label, file, disabled, onFile, ...words }: ImportDropProps) {
  const { title = 'Thả tệp danh sách vào đây', accept = '.xlsx,.csv' } = words;
  const { hint = `Tệp .xlsx hoặc .csv, mỗi dòng ${words.each ?? 'một mục'}.` } = words;
  const chooser = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [first] = files ?? [];
    if (first !== undefined && !disabled) onFile(first);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    take(event.dataTransfer.files);
  };
  return (
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
      <IconFileSpreadsheet size={32} stroke={1.4} aria-hidden="true" />
      <div className={styles.dropWords}>
        <b>{file === null ? title : file.name}</b>
        <span className="k-small">
          {file === null ? hint : `${formatFileSize(file.size)}. Sửa tệp rồi chọn lại nếu có chỗ sai.`}
        </span>
      </div>
      <Button
        variant={file === null ? 'filled' : 'default'}
        disabled={disabled}
        onClick={() => chooser.current?.click()}
      >
        {file === null ? 'Chọn tệp' : 'Chọn tệp khác'}
      </Button>
      <input
        ref={chooser}
        type="file"
        hidden
        aria-label={label}
        accept={accept}
        onChange={(event) => {
          take(event.currentTarget.files);
          event.currentTarget.value = '';
        }}
      />
    </div>
  );
}
