/** A refusal: what went wrong, and how to put it right. */
export interface ProblemEntry {
  readonly status: number;
  readonly title: string;
  readonly mend: string;
}
