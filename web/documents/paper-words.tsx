import type { ReactNode } from 'react';
import { TracedNumber } from '../ui/traced-number.tsx';
import type { FigureRun, Paper, PlainRun, Run } from '#domain/documents/paper.ts';

type Traces = Paper['traces'];

interface WordsProps {
  readonly runs: readonly Run[];
  readonly traces: Traces;
  /** The number that stands at a footnote's place. */
  readonly noteNumber: (run: Run) => number;
}

/** The words of a paragraph as printed; every figure opens what it was counted from. */
export function Words({ runs, traces, noteNumber }: WordsProps) {
  return runs.map((run, index) => {
    // The runs of a stored paper never change places.
    const key = `${index}`;
    if (run.kind === 'footnote') {
      const number = noteNumber(run);
      return (
        <sup key={key}>
          <a href={`#chu-thich-${number}`} aria-label={`Chú thích ${number}`}>
            {number}
          </a>
        </sup>
      );
    }
    return <Plain key={key} run={run} traces={traces} />;
  });
}

/** A run that is no footnote: text, or a figure with its trace. */
export function Plain({ run, traces }: { readonly run: PlainRun; readonly traces: Traces }) {
  const content = run.kind === 'figure' ? <Figure run={run} traces={traces} /> : run.text;
  return styled(run, content);
}

function Figure({ run, traces }: { readonly run: FigureRun; readonly traces: Traces }) {
  const trace = traces[run.traceId];
  if (trace === undefined) return run.text;
  return (
    <TracedNumber
      text={run.text}
      figure={{
        value: trace.value,
        label: trace.label,
        definition: trace.definition,
        scope: trace.scope,
        asOf: trace.asOf,
        link: trace.link ?? null,
      }}
    />
  );
}

/** Bold and italic as the run has them. */
export function styled(run: Pick<PlainRun, 'bold' | 'italic'>, content: ReactNode): ReactNode {
  const slanted = run.italic ? <i>{content}</i> : content;
  return run.bold ? <b>{slanted}</b> : slanted;
}
