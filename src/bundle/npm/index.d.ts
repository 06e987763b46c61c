/** What is known of an instrument on a day. */
export type AtlasState = "in-force" | "open" | "ended" | "not-yet-adopted" | "undetermined";

/** How a sector is covered. */
export type AtlasCoverage = "covered" | "named-area" | "sectoral" | "exploring";

/** Why the atlas cannot run, or cannot show a dataset. */
export type AtlasErrorCode =
  | "wasm-forbidden"
  | "unsupported"
  | "crashed"
  | "dataset-unreachable"
  | "dataset-foreign"
  | "dataset-version"
  | "dataset-damaged"
  | "dataset-too-large"
  | "copy-failed"
  | "copy-too-large";

/** The forms of `export`. */
export type AtlasFormat =
  | "cells.csv"
  | "instruments.csv"
  | "events.csv"
  | "activities.csv"
  | "csv"
  | "json"
  | "ics"
  | "txt"
  | "bib"
  | "bibtex"
  | "ris"
  | "csl.json"
  | "csl"
  | AtlasPicture;

/** Pictures: of the view that is shown, or of the named one, for a light or a dark ground, in its own size or in a frame. */
export type AtlasPicture =
  | "svg"
  | "png"
  | `${"timeline" | "matrix"}${"" | "-dark"}${"" | "-1200x630" | "-1920x1080"}${".svg" | ".png" | "@2x.png"}`;

/** What is shown. Dates are EDTF. */
export interface AtlasResult {
  query: string;
  asOf: string;
  version: string;
  counts: { sectors: number; instruments: number; cells: number; events: number };
  instruments: { id: string; state: AtlasState; term: string | null; inForumOf?: string }[];
  sectors: string[];
  cells: { sector: string; column: string; coverage: AtlasCoverage; inferred: boolean }[];
  events: { id: string; date: string | null; undetermined?: true; inForumOf?: string }[];
  /** With `compare` in the query: every dated act between the two days. */
  changes?: { id: string; kind: string; date: string; undetermined?: true }[];
  /** What of the query was not understood. */
  rejected: string[];
}

/** `<cooperation-atlas>`. */
export interface CooperationAtlasElement extends HTMLElement {
  /** The filters, the day and what is selected, as a query string. */
  query: string;
  /** What is shown now; null until the atlas runs. */
  readonly result: AtlasResult | null;
  /** The version of the atlas. */
  readonly version: string;
  /** What is shown, as a file. Refuses with an error whose `atlas` is `unknown-format`, `not-running` or `too-large`. */
  export(format: AtlasFormat): Promise<Blob>;
  addEventListener<K extends keyof CooperationAtlasEventMap>(
    type: K,
    listener: (this: CooperationAtlasElement, event: CooperationAtlasEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(
    type: string,
    listener: EventListenerOrEventListenerObject,
    options?: boolean | AddEventListenerOptions,
  ): void;
}

/** The events of the element, besides those of every element. */
export interface CooperationAtlasEventMap {
  /** It is drawn for the first time. */
  "atlas-ready": CustomEvent<null>;
  /** The reader or the page has changed what is shown. */
  "atlas-change": CustomEvent<{ query: string; result: AtlasResult }>;
  /** It cannot run or read a dataset; what stood in the element is shown again. */
  "atlas-error": CustomEvent<{ code: AtlasErrorCode; message: string }>;
}

declare global {
  interface HTMLElementTagNameMap {
    "cooperation-atlas": CooperationAtlasElement;
  }
}
