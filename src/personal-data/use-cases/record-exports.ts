import { Injectable, type OnModuleInit } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import { Clock } from '../../platform/clock/clock.js';
import type { Rows } from '../../platform/database/rows.js';
import { DownloadRecord, type TakenFile } from '../../platform/http/record-downloads.js';
import { newId } from '../../platform/text/tokens.js';
import { ExportRecordEntity } from '../storage/export-record.entity.js';

/** Writes down each file that is taken away. */
@Injectable()
export class RecordExports implements OnModuleInit {
  constructor(
    private readonly clock: Clock,
    private readonly downloads: DownloadRecord,
    @InjectRepository(ExportRecordEntity) private readonly records: Rows<ExportRecordEntity>,
  ) {}

  onModuleInit(): void {
    this.downloads.keepBy((file) => this.write(file));
  }

  private async write({ actor, route, about, name, rows }: TakenFile): Promise<void> {
    await this.records.insert({
      ...{ id: newId(), takenAt: this.clock.now(), takenBy: actor?.personId ?? null },
      ...{ route, about, fileName: name, rowCount: rows },
    });
  }
}
