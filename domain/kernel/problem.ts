import { type ProblemCode, problemCatalogue } from './problem-catalogue.ts';

export type { ProblemCode } from './problem-catalogue.ts';

/** One field that was refused: where it stands in the body (`place.text`, or a cell such as `D7`) and why. */
export interface FieldProblem {
  readonly path: string;
  readonly message: string;
}

export type ProblemWords = Readonly<Record<string, string | number>>;

/** A refusal with its reason, to be thrown from anywhere; the HTTP layer turns it into application/problem+json. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly words: ProblemWords;
  readonly fields: readonly FieldProblem[];

  constructor(code: ProblemCode, words: ProblemWords = {}, fields: readonly FieldProblem[] = []) {
    super(fill(problemCatalogue[code].title, words));
    this.name = 'Problem';
    this.code = code;
    this.words = words;
    this.fields = fields;
  }

  get status(): number {
    return problemCatalogue[this.code].status;
  }

  /** What travels over HTTP (RFC 9457 with our code and fields). */
  toBody(): ProblemBody {
    const entry = problemCatalogue[this.code];
    return {
      code: this.code,
      status: entry.status,
      title: this.message,
      detail: fill(entry.mend, this.words),
      fields: [...this.fields],
    };
  }
}

export interface ProblemBody {
  readonly code: ProblemCode;
  readonly status: number;
  readonly title: string;
  readonly detail: string;
  readonly fields: FieldProblem[];
}

function fill(template: string, words: ProblemWords): string {
  return template.replaceAll(/\{(\w+)\}/g, (_, key: string) => String(words[key] ?? ''));
}

/** The problem of a body whose fields were refused. */
export function invalidInput(fields: readonly FieldProblem[]): Problem {
  return new Problem('invalid_input', { count: fields.length }, fields);
}
