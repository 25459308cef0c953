interface Nested {
  readonly id: string;
  readonly partOfId: string | null;
}

export interface FigureLine<F> {
  readonly figure: F;
  readonly depth: number;
}

/** Every total followed by its parts, in the order entered; parts of a total that is gone stand by themselves. */
export function nestFigures<F extends Nested>(figures: readonly F[]): readonly FigureLine<F>[] {
  const ids = new Set(figures.map((figure) => figure.id));
  const lines: FigureLine<F>[] = [];
  const seen = new Set<string>();
  const place = (figure: F, depth: number) => {
    if (seen.has(figure.id)) return;
    seen.add(figure.id);
    lines.push({ figure, depth });
    for (const part of figures) if (part.partOfId === figure.id) place(part, depth + 1);
  };
  for (const figure of figures) if (figure.partOfId === null || !ids.has(figure.partOfId)) place(figure, 0);
  // Figures that are parts of each other in a ring belong to no total; they are not lost.
  for (const figure of figures) place(figure, 0);
  return lines;
}
