import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Rows } from '../../platform/database/rows.js';
import { MonthlyReportEntity } from './monthly-report.entity.js';

/** Regional offices that get the report of each month by mail. */
@Injectable()
export class ReportSubscriptions {
  constructor(@InjectRepository(MonthlyReportEntity) private readonly reports: Rows<MonthlyReportEntity>) {}

  isOn(office: string): Promise<boolean> {
    return this.reports.exists({ regionalOffice: office });
  }

  /** The offices that want it. */
  async offices(): Promise<string[]> {
    const reports = await this.reports.find(['regionalOffice'], {});
    return reports.map(({ regionalOffice }) => regionalOffice);
  }

  /** Nothing when it was so already. */
  async switchOn(office: string, since: Date): Promise<void> {
    await this.reports.insertMissing({ regionalOffice: office, since });
  }

  async switchOff(office: string): Promise<void> {
    await this.reports.delete({ regionalOffice: office });
  }
}
