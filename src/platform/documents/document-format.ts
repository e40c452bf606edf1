/** Media types of the files that Sambang writes, by the ending of their names. */
export const exportTypes = {
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const;
export type ExportType = keyof typeof exportTypes;

/** What a table is taken away as, and what people call it. */
export const tableFormats = {
  xlsx: { name: 'Excel (XLSX)', type: 'xlsx' },
  'csv-excel': { name: 'CSV (Excel)', type: 'csv' },
  csv: { name: 'CSV (polos)', type: 'csv' },
} as const satisfies Record<string, { name: string; type: ExportType }>;
export type TableFormat = keyof typeof tableFormats;
export const tableFormatNames = Object.keys(tableFormats) as TableFormat[];

/** Those of a single table as text. */
export const csvFormats = ['csv-excel', 'csv'] as const satisfies readonly TableFormat[];
export type CsvFormat = (typeof csvFormats)[number];
