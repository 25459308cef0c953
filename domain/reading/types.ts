/** What the reader finds in one paper. Offsets are UTF-16 code units of the text that was given. */
import type { BaseField } from '#domain/campaigns/fields.ts';
import type { Approximation, FigureKind } from '#domain/figures/reported-figure.ts';
import type { Day } from '#domain/kernel/day.ts';

export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Exactly the text between start and end. */
  readonly asWritten: string;
}

export interface Fact extends Mention {
  /** The rule of the grammar that found it. */
  readonly rule: string;
  /** 0 to 1: how often this rule is right. A person confirms in any case. */
  readonly confidence: number;
}

export interface CitedDocument extends Fact {
  readonly type: string | null;
  readonly symbol: string;
  readonly issuer: string | null;
  readonly issuedOn: Day | null;
  /** The paper's own number. */
  readonly isOwn: boolean;
  readonly mentions: readonly Mention[];
}

export type PracticeNature = 'model' | 'exemplar';
export type PracticeSubject = 'collective' | 'individual' | 'household';

export interface NamedPractice extends Fact {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly places: readonly string[];
  readonly owner: string | null;
  readonly field: BaseField | null;
  readonly nature: PracticeNature;
  readonly subject: PracticeSubject | null;
  readonly mentions: readonly Mention[];
}

export interface ReadFigure extends Fact {
  readonly value: number;
  readonly unit: string;
  readonly approx: Approximation;
  readonly kind: FigureKind;
  readonly movement: 'dvk' | 'other';
  readonly scope: string | null;
  /** Place in the list of the figure that told the same quantity before; null where this is the first. */
  readonly repeats: number | null;
}

/** A total with all its parts. The numbers are as written; `ok` takes the scale of their units into account. */
export interface SumCheck extends Fact {
  readonly total: number;
  readonly parts: readonly number[];
  readonly ok: boolean;
  readonly totalFigure: number;
  readonly partFigures: readonly number[];
}

export type SectionRole = 'results' | 'targets' | 'limits' | 'proposals' | 'other';

export interface Section {
  readonly start: number;
  readonly end: number;
  /** As printed, right or wrong: "2.1", "III", "1.3". */
  readonly number: string;
  readonly title: string;
  readonly level: number;
  readonly field: BaseField | null;
  readonly role: SectionRole;
}

export interface PaperItself {
  readonly type: string | null;
  readonly symbol: string | null;
  readonly issuer: string | null;
  readonly place: string | null;
  readonly issuedOn: Day | null;
  readonly subject: string | null;
  readonly signer: { readonly name: string; readonly post: string | null } | null;
  readonly recipients: readonly string[];
  readonly period: { readonly from: Day; readonly to: Day; readonly asWritten: string } | null;
  /** "MẬT", "TỐI MẬT", "TUYỆT MẬT": such a paper must not be taken in. */
  readonly secrecy: string | null;
}

export interface PaperReading {
  readonly paper: PaperItself;
  readonly sections: readonly Section[];
  readonly documents: readonly CitedDocument[];
  readonly practices: readonly NamedPractice[];
  readonly figures: readonly ReadFigure[];
  readonly checks: readonly SumCheck[];
}
