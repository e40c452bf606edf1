import type { DocumentTable } from './document-table.js';

/** A figure with its name, as the head of a report shows them. */
export interface ReportFigure {
  name: string;
  value: string;
  /** How it compares with the period before: `+3 dari periode sebelumnya`. */
  note: string;
}

/** A part of a report under a heading of its own. */
export interface ReportSection {
  heading: string;
  lead: string;
  /** An SVG in plain colours. */
  chart: { svg: string; width: number; height: number; alt: string } | null;
  table: DocumentTable | null;
}

/** A report as it is written, whatever the format. */
export interface Report {
  title: string;
  subtitle: string;
  /** When and from what it was made. */
  colophon: string;
  figures: readonly ReportFigure[];
  sections: readonly ReportSection[];
}
