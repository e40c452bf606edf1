import { Injectable } from '@nestjs/common';
import { Clock } from '../../platform/clock/clock.js';
import { writeCsv } from '../../platform/documents/csv.js';
import { exportTypes, type CsvFormat, type ExportType } from '../../platform/documents/document-format.js';
import { writeWorkbook } from '../../platform/documents/workbook.js';
import { localDate } from '../../platform/text/dates.js';
import type { Download } from '../../platform/http/download.js';
import type { Zone } from '../../platform/text/zones.js';
import type { Scope } from '../domain/scope.js';
import { LearningNetworks } from '../queries/learning-network.js';
import { ReadSinergiFigures } from './read-sinergi-figures.js';
import { sinergiTable, sinergiTables, type TableName } from './sinergi-tables.js';
import type { SinergiFigures } from './sinergi-figures.js';

/** Most arrows that a report's network shows. */
const MOST_EDGES = 60;

/** What an export is made from, and for whom. */
export interface ExportFacts {
  scope: Scope;
  figures: SinergiFigures;
  officeName: string;
  made: Date;
  zone: Zone;
}

/** Sinergi's figures as files. */
@Injectable()
export class ExportSinergi {
  constructor(
    private readonly clock: Clock,
    private readonly figures: ReadSinergiFigures,
    private readonly networks: LearningNetworks,
  ) {}

  /** The figures of a scope as they are now. @param zone of the reader, whose calendar says what is late */
  async facts(scope: Scope, zone: Zone): Promise<ExportFacts> {
    const made = this.clock.now();
    const figures = await this.figures.execute(scope, made, localDate(made, zone));
    const office = figures.choices.offices.find(({ code }) => code === scope.office);
    return { scope, figures, officeName: office?.name ?? 'Seluruh Indonesia', made, zone };
  }

  /** Every table as a sheet. */
  async workbook(facts: ExportFacts): Promise<Download> {
    return file(facts, 'xlsx', await writeWorkbook(sinergiTables(facts.figures), facts.made));
  }

  /** One table. */
  csv(facts: ExportFacts, name: TableName, format: CsvFormat): Download {
    return file(facts, 'csv', Buffer.from(writeCsv(sinergiTable(facts.figures, name), format)), name);
  }

  /** The report with charts, to print or to edit. */
  async report(facts: ExportFacts, type: 'pdf' | 'docx'): Promise<Download> {
    const network = await this.networks.execute(facts.scope, MOST_EDGES);
    // Charts and documents take long to load, and are asked for here alone.
    const { sinergiReport } = await import('./sinergi-report.js');
    const report = sinergiReport({ ...facts, network });
    if (type === 'pdf') {
      const { writePdf } = await import('../../platform/documents/pdf.js');
      return file(facts, type, await writePdf(report));
    }
    const { writeWord } = await import('../../platform/documents/word.js');
    return file(facts, type, await writeWord(report));
  }
}

/** `sinergi-jawa-tengah-2025-01-2025-12.pdf`, with the table's name when it holds one. */
function file({ scope }: ExportFacts, type: ExportType, content: Buffer, table?: string): Download {
  const period = scope.from === scope.to ? scope.from : `${scope.from}-${scope.to}`;
  const parts = ['sinergi', table, scope.office ?? 'nasional', scope.program, period].filter(Boolean);
  return { name: `${parts.join('-')}.${type}`, mediaType: exportTypes[type], content };
}
