import { TextAreaField } from '../../ui/fields.tsx';

interface LinesFieldProps {
  readonly name: string;
  readonly label: string;
  readonly hint?: string;
  readonly lines: readonly string[];
  readonly onChange: (lines: string[]) => void;
  readonly rows?: number;
}

/** A list typed as text, one item a line. */
export function LinesField({ lines, onChange, ...rest }: LinesFieldProps) {
  return (
    <TextAreaField
      {...rest}
      value={lines.join('\n')}
      onChange={(text) => onChange(text === '' ? [] : text.split('\n'))}
    />
  );
}
