import { figure } from '#domain/documents/paper-parts.ts';
import type { FigureRun, Trace } from '#domain/documents/paper.ts';
import type { Day } from '#domain/kernel/day.ts';
import { funnelWords, type FunnelStage } from '#domain/practices/funnel.ts';

export interface FigureSource {
  readonly label: string;
  readonly definition: string;
  readonly value: number;
  readonly unit?: string;
  /** The list that shows the records, as a filter; the campaign is added. */
  readonly filter?: Readonly<Record<string, string>>;
  readonly link?: string;
  readonly ids?: readonly string[];
  /** Whose figure it is, where that is not the paper's own unit. */
  readonly scope?: string;
}

/** Figures of a paper under composition: each one that goes into a sentence leaves its source here. */
export class Figures {
  readonly #campaignId: string | null;
  readonly #scope: string;
  readonly #asOf: Day;
  readonly #traces = new Map<string, Trace>();

  constructor(given: { campaignId: string | null; scope: string; asOf: Day }) {
    this.#campaignId = given.campaignId;
    this.#scope = given.scope;
    this.#asOf = given.asOf;
  }

  /** A figure for a sentence or a cell; `written` where it is not printed as a plain count ("24/39", "1,2 tỷ đồng"). */
  of(traceId: string, source: FigureSource, written?: string): FigureRun {
    const link = source.link ?? (source.filter ? this.#listLink(source.filter) : undefined);
    this.#traces.set(traceId, {
      label: source.label,
      definition: source.definition,
      scope: source.scope ?? this.#scope,
      asOf: this.#asOf,
      value: source.value,
      ...(source.unit === undefined ? {} : { unit: source.unit }),
      ...(link === undefined ? {} : { link }),
      ...(source.ids === undefined ? {} : { ids: [...source.ids] }),
    });
    // "Chưa có" is a sentence's business; a bare zero is not written "00".
    return figure(source.value, traceId, written ?? (source.value === 0 ? '0' : undefined));
  }

  /** A number of the funnel, with the funnel's own words. */
  funnel(stage: FunnelStage, value: number, filter: Readonly<Record<string, string>> = {}): FigureRun {
    const suffix = Object.values(filter).join('.');
    return this.of(suffix === '' ? stage : `${stage}.${suffix}`, {
      ...funnelWords[stage],
      value,
      unit: 'mô hình',
      filter: { funnel: stage, ...filter },
    });
  }

  get traces(): Record<string, Trace> {
    return Object.fromEntries(this.#traces);
  }

  #listLink(filter: Readonly<Record<string, string>>): string {
    const campaign: Record<string, string> =
      this.#campaignId === null ? {} : { campaignId: this.#campaignId };
    return `/mo-hinh?${new URLSearchParams({ ...campaign, ...filter })}`;
  }
}
